import type { testWeb } from '../../test/support/web.ts';
import { createStaff, demoStaffCodes, type Role } from '../modules/identity/index.ts';
import { PASSWORD } from '../modules/identity/testing.ts';
import { addMember, createTeam } from '../modules/teams/index.ts';
import { transact } from '../platform/db/index.ts';
import { newId } from '../platform/ids.ts';
import { isRefusal } from '../platform/problem.ts';
import { type Browser, browser } from '../portal/filings/testing.ts';

type Web = Awaited<ReturnType<typeof testWeb>>;

/** Support for tests of the desk. All people are invented. */
export async function insertTeam(web: Web, unitId: string, name = 'Đội hình tình nguyện'): Promise<string> {
  const teamId = newId();
  const team = { unitId, teamId, name, kind: 'youth' as const, validFrom: '2026-01-01' };
  await transact(web.db, (tx) => createTeam(tx, team));
  return teamId;
}

/** Somebody of the staff, signed in at a browser without scripts. */
export async function atDesk(
  web: Web,
  login: string,
  who: { unitId: string; role: Role; name?: string; teamId?: string },
): Promise<Browser & { staffId: string }> {
  const { db, platform, clock } = web;
  const { unitId, role, teamId } = who;
  const staff = await transact(db, (tx) =>
    createStaff(tx, {
      keys: platform.keys,
      now: clock.now(),
      actor: 'system',
      login,
      fullName: who.name ?? `Người thử ${login}`,
      password: PASSWORD,
      roles: [{ unitId, role, validFrom: '2026-01-01', validTo: null }],
      isDemo: true,
    }),
  );
  if (isRefusal(staff)) throw new Error(staff.refused);
  const { staffId } = staff;
  if (teamId) {
    const member = { unitId, teamId, staffId, isLead: false, validFrom: '2026-01-01' };
    await transact(db, (tx) => addMember(tx, member));
  }
  const codes = await demoStaffCodes(db, platform.keys, clock.now());
  const totp = codes.find((one) => one.login === login)?.code ?? '';
  const visitor = browser(web);
  const entered = await visitor.post('/desk/dang-nhap', { login, password: PASSWORD, totp });
  if (entered.status !== 303) throw new Error(`${login} could not sign in: ${entered.status}`);
  return { ...visitor, staffId };
}

/** The last one-time code that was sent. */
export const lastCode = (web: Web): string => /\d{6}/.exec(web.mailbox.list()[0]?.text ?? '')?.[0] ?? '';

/** Text of a page without its tags. */
export const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
