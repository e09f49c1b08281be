import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { predecessorsOf, successorsOf, unitFile, wholePredecessors } from './index.ts';

const { db, statements } = await testDatabase();
const TODAY = '2026-11-24';
const DAYS = ['2021-01-01', '2023-01-01', '2024-06-01', '2025-07-01', '2026-05-01'];

/** Four changes, each replacing some units of one day by some of the next: a history without circles. */
const change = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 6 });
const history = fc.tuple(change, change, change, change);
type Link = { from: string; to: string; day: string };

const linksOf = (run: number, changes: readonly (readonly (readonly [number, number])[])[]): Link[] => [
  ...new Map(
    changes.flatMap((pairs, at) =>
      pairs.map(([from, to]) => {
        const link = { from: `${run}.${at}.${from}`, to: `${run}.${at + 1}.${to}`, day: DAYS[at + 1] ?? '' };
        return [`${link.from}>${link.to}`, link] as const;
      }),
    ),
  ).values(),
];

async function store(run: number, links: readonly Link[]): Promise<string[]> {
  const units = DAYS.flatMap((_, at) => [0, 1, 2, 3].map((one) => `${run}.${at}.${one}`));
  for (const unitId of units) {
    const at = Number(unitId.split('.')[1]);
    const ends = links.some(({ from }) => from === unitId) ? (DAYS[at + 1] ?? null) : null;
    await sql`with u as (insert into unit (unit_id, kind) values (${unitId}, 'commune'))
      insert into unit_version (unit_id, valid_from, valid_to, code, name, search_name, source_ref)
      values (${unitId}, ${DAYS[at]}, ${ends}, ${unitId}, ${unitId}, ${unitId}, 'test')`.execute(db);
  }
  for (const { from, to, day } of links) {
    await sql`insert into unit_relation values (${from}, ${to}, ${day}, 'merged', 'test', 'test')`.execute(db);
  }
  return units;
}

/** The same by plain walking. */
function walk(start: string, links: readonly Link[], date: string, way: 'from' | 'to'): Set<string> {
  const seen = new Set<string>();
  const queue = [start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const link of links.filter((one) => one[way] === at && one.day <= date)) {
      const next = way === 'from' ? link.to : link.from;
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return seen;
}
const ended = (unit: string, links: readonly Link[], date: string) =>
  links.some(({ from, day }) => from === unit && day <= date);

it('follow any history both ways, and add up every unit exactly once', { timeout: 120_000 }, async () => {
  for (const [run, changes] of fc.sample(history, 8).entries()) {
    const links = linksOf(run, changes);
    const units = await store(run, links);
    for (const date of ['2024-12-31', TODAY]) {
      const heirs = new Map<string, string[]>();
      for (const unit of units) {
        const after = [...walk(unit, links, date, 'from')].filter((one) => !ended(one, links, date));
        const found = await successorsOf(db, unit, date);
        expect(found.map(({ unitId }) => unitId).sort()).toEqual(after.sort());
        const back = (await predecessorsOf(db, unit, date)).map(({ unitId }) => unitId);
        expect(back.sort()).toEqual([...walk(unit, links, date, 'to')].sort());
        if (ended(unit, links, date) && after.length === 1)
          heirs.set(after[0] ?? '', [...(heirs.get(after[0] ?? '') ?? []), unit]);
      }
      for (const unit of units.filter((one) => !ended(one, links, date))) {
        expect((await wholePredecessors(db, unit, date)).sort()).toEqual((heirs.get(unit) ?? []).sort());
      }
    }
  }
});

it('takes one statement for both ways, and ends even where somebody recorded a circle', async () => {
  for (const unit of ['vong-1', 'vong-2']) {
    await sql`with u as (insert into unit (unit_id, kind) values (${unit}, 'commune'))
      insert into unit_version (unit_id, valid_from, code, name, search_name, source_ref)
      values (${unit}, '2021-01-01', ${unit}, ${unit}, ${unit}, 'test')`.execute(db);
  }
  await sql`insert into unit_relation values ('vong-1', 'vong-2', '2023-01-01', 'moved', 'test', 'test'),
    ('vong-2', 'vong-1', '2023-01-01', 'moved', 'test', 'test')`.execute(db);
  const before = statements.count;
  const { successors } = await unitFile(db, 'vong-1', TODAY);
  expect(statements.count - before).toBe(1);
  expect(successors.map(({ unitId }) => unitId)).toContain('vong-2');
});
