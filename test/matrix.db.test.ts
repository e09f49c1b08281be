/** The permission matrix, cell by cell, against the running server (docs/permission-matrix.md). */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { ROLES, type Role } from '../src/modules/identity/index.ts';
import { may, STAFF_ACTIONS, UNIT_RELATIONS } from '../src/modules/identity/policy.ts';
import { OPEN_DESK } from '../src/permission-matrix.ts';
import { browser, signedIn } from '../src/portal/filings/testing.ts';
import { type ListedRoute, routesOf } from '../src/route-list.ts';
import { body, idIn, matrixWorld } from './support/matrix-world.ts';
import { testWeb } from './support/web.ts';

const web = await testWeb('2026-11-03T03:00:00Z');
const { own, foreign, people } = await matrixWorld(web);
const routes = routesOf(web.app);
const staffRoutes = routes.flatMap((route) => (route.guard?.who === 'staff' ? [{ ...route, guard: route.guard }] : []));
type StaffRoute = (typeof staffRoutes)[number];
type Visitor = Pick<ReturnType<typeof browser>, 'get' | 'post' | 'postJson'>;

const namesIn = ({ url }: ListedRoute): string[] => [...url.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
const fill = ({ url }: ListedRoute, ids: Readonly<Record<string, string>>): string =>
  url.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name);
/** Names that are the same everywhere: a page of a form, a procedure. */
const OF_NO_UNIT = new Set(['pageKey', 'code']);
/** The world has no supplement in preparation and no uploaded list; others' ids are tried all the same. */
const WITHOUT_ROWS = /bo-sung\/giay-to\/:paperId$|khu-pho\/nhap\/:id$/;

/** Looking first: an act may end what others look at. */
const looksFirst = (a: StaffRoute, b: StaffRoute) => Number(a.method !== 'GET') - Number(b.method !== 'GET');

function ask(visitor: Visitor, route: ListedRoute, path: string, sent: Record<string, string>) {
  if (route.method === 'GET') return visitor.get(path);
  return route.url.startsWith('/api/') ? visitor.postJson(path, sent) : visitor.post(path, sent);
}
const person = (role: Role) => {
  const found = people.get(role);
  if (!found) throw new Error(role);
  return found;
};
const byRole = (answer: { status: number; html: string }) =>
  answer.status === 403 && /Vai trò của bạn tại|identity\.not-your-role/.test(answer.html);

/** Everything that the other units and their citizens own. */
async function digest(): Promise<Record<string, string>> {
  const owner = web.as(null).db;
  const { rows: tables } = await sql<{ name: string; kind: string }>`
    select c.relname as name, split_part(obj_description(c.oid), ':', 1) as kind from pg_class c
    where c.relnamespace = 'baccau'::regnamespace and c.relkind = 'r'`.execute(owner);
  const units = Object.values(foreign).map(({ unitId }) => unitId);
  const accounts = Object.values(foreign).map(({ accountId }) => accountId);
  const found: Record<string, string> = {};
  for (const { name, kind } of tables) {
    const of = kind === 'tenant' ? sql`unit_id = any(${units})` : sql`account_id = any(${accounts}::uuid[])`;
    if (kind !== 'tenant' && kind !== 'citizen') continue;
    const { rows } = await sql<{ hash: string }>`
      select count(*) || ':' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash
      from ${sql.table(name)} t where ${of}`.execute(owner);
    found[name] = rows[0]?.hash ?? '';
  }
  return found;
}

it('every page and API of the desk declares who may come in', () => {
  const silent = routes.filter(({ url, guard }) => /^\/desk(\/|$)/.test(url) && guard?.who !== 'staff');
  expect(silent.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([...OPEN_DESK].sort());
  expect(staffRoutes.length).toBeGreaterThan(45);
});

it('every name in an address of staff stands for a row of the test’s world', () => {
  const known = Object.keys(idIn(person('officer').ids));
  const unknown = staffRoutes.filter((route) => namesIn(route).some((name) => !known.includes(name)));
  // A new kind of row: add it to test/support/matrix-world.ts, so that another unit's is tried here.
  expect(unknown.map(({ url }) => url)).toEqual([]);
});

it.each(STAFF_ACTIONS)('%s: nobody without a staff session, and no citizen, comes in', async (action) => {
  const visitors = [browser(web), await signedIn(web, '0912345678')];
  const { ids } = person('officer');
  for (const route of staffRoutes.filter(({ guard }) => guard.action === action)) {
    for (const visitor of visitors) {
      const answer = await ask(visitor, route, fill(route, idIn(ids)), body(ids, 'admin'));
      const sentAway = answer.status === 303 && answer.location.startsWith('/desk/dang-nhap');
      expect([route.method, route.url, answer.status === 401 || sentAway]).toEqual([route.method, route.url, true]);
    }
  }
});

// Before the acts on the unit's own rows: they end what a forged address borrows.
const relations = UNIT_RELATIONS.filter((relation) => relation !== 'own');
it.each(relations)(
  'another unit (%s): its rows are not found by any role, whatever is forged, and nothing of it changes',
  async (relation) => {
    const theirs = foreign[relation];
    const before = await digest();
    for (const role of ROLES) {
      const { visitor, ids } = person(role);
      const mine = staffRoutes.filter(({ guard }) => may({ roles: [role] }, guard.action));
      for (const route of mine.sort(looksFirst)) {
        const names = namesIn(route).filter((name) => !OF_NO_UNIT.has(name));
        const forged = new URLSearchParams({
          unitId: theirs.unitId,
          unit_id: theirs.unitId,
          role: 'admin',
          staffId: theirs.staffId,
        });
        // All names of the other unit; and, below one's own helper session, the other names.
        const tries = [
          idIn(theirs),
          ...(names.length > 1 ? [{ ...idIn(theirs), [names[0] ?? '']: idIn(ids)[names[0] ?? ''] ?? '' }] : []),
        ];
        for (const names of tries) {
          const path = `${fill(route, names)}?${forged}`;
          const asked = await ask(visitor, route, path, body(theirs, 'admin'));
          // A helper is sent on to the citizen's confirmation before anything is read: what counts is what is there.
          const answer = asked.status === 303 ? await visitor.get(asked.location) : asked;
          const where = `${role} ${route.method} ${path}: ${answer.status}`;
          expect([where, answer.status < 500]).toEqual([where, true]);
          if (namesIn(route).some((name) => !OF_NO_UNIT.has(name)))
            expect([where, [403, 404, 410].includes(answer.status)]).toEqual([where, true]);
          for (const id of [theirs.dossierId, theirs.leaveId, theirs.draftId, theirs.helperSessionId]) {
            const shown = answer.html.replaceAll(path, '').includes(id) && !path.includes(id);
            expect([where, shown]).toEqual([where, false]);
          }
        }
      }
    }
    expect(await digest()).toEqual(before);
    expect(may({ roles: ROLES }, 'dossier.see', relation)).toBe(false);
    expect(own).not.toBe(theirs.unitId);
  },
  120_000,
);

it.each(STAFF_ACTIONS.flatMap((action) => ROLES.map((role) => ({ action, role }))))(
  'own unit: $role at $action',
  async ({ action, role }) => {
    const { visitor, ids } = person(role);
    const allowed = may({ roles: [role] }, action);
    for (const route of staffRoutes.filter(({ guard }) => guard.action === action).sort(looksFirst)) {
      const answer = await ask(visitor, route, fill(route, idIn(ids)), body(ids, role));
      const where = `${route.method} ${route.url}: ${answer.status}`;
      expect([where, byRole(answer)]).toEqual([where, !allowed]);
      expect([where, answer.status >= 500 || answer.status === 401]).toEqual([where, false]);
      // Looking at one's own rows works (409: the dossier is not in the state for it); an act may want more.
      if (allowed && route.method === 'GET')
        expect([where, [200, 303, 409].includes(answer.status) || WITHOUT_ROWS.test(route.url)]).toEqual([where, true]);
    }
  },
  60_000,
);
