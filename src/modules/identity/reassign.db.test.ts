import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { verifyAudit } from '../../platform/audit/index.ts';
import { transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { NewHousehold } from './households-model.ts';
import { linkMember } from './link-member.ts';
import { reassignNeighbourhood } from './reassign-neighbourhood.ts';
import { planMoves } from './reassign-rules.ts';
import { findHousehold, insertHouseholds, listHouseholds } from './store-households.ts';
import { neighbourhoodCounts } from './store-reassign.ts';
import { insertTestNeighbourhood, insertTestUnit } from './testing.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-24T01:00:00Z');
const day = '2026-10-01';
for (const unitId of ['cu', 'moi-1', 'moi-2', 'khac']) await insertTestUnit(db, unitId, `Phường ${unitId}`);
await sql`update unit_version set valid_to = ${day} where unit_id = 'cu'`.execute(db);
for (const to of ['moi-1', 'moi-2']) {
  await db
    .insertInto('unit_relation')
    .values({
      from_unit_id: 'cu',
      to_unit_id: to,
      effective_on: day,
      relation: 'split-part',
      legal_document: 'test',
      source_ref: 'test',
    })
    .execute();
}
const place = async (unitId: string) => ({ unitId, neighbourhoodId: await insertTestNeighbourhood(db, unitId) });
const [target1, target2, stranger] = [await place('moi-1'), await place('moi-2'), await place('khac')];

const household = (from: { unitId: string; neighbourhoodId: string }, people: number): NewHousehold => ({
  ...from,
  householdId: newId(),
  address: 'số nhà thử',
  phone: null,
  isDemo: true,
  members: Array.from({ length: people }, (_, at) => ({
    memberId: newId(),
    fullName: `Người thử ${at}`,
    birthYear: 1960 + at,
    sex: 'nam' as const,
    isHead: at === 0,
  })),
});
const fill = async (sizes: readonly number[]) => {
  const from = await place('cu');
  const rows = sizes.map((size) => household(from, size));
  await transact(db, (tx) => insertHouseholds(tx, rows, new Date('2026-08-01T00:00:00Z')));
  return { from, rows };
};
const move = (from: typeof target1, to: typeof target1) =>
  reassignNeighbourhood(db, { from, to, actor: 'staff:test', now, newId });

it('plans exactly one successor for each household', () => {
  const open = fc.record({ householdId: fc.uuid(), validFrom: fc.constantFrom('2020-01-01', day, '2026-11-01') });
  fc.assert(
    fc.property(fc.uniqueArray(open, { selector: (one) => one.householdId }), (households) => {
      const moves = planMoves(households, day, newId);
      expect(moves.map(({ householdId }) => householdId)).toEqual(households.map(({ householdId }) => householdId));
      expect(new Set(moves.map(({ successorId }) => successorId)).size).toBe(households.length);
      for (const [at, { day: on }] of moves.entries())
        expect(on >= day && on >= (households[at]?.validFrom ?? '')).toBe(true);
    }),
  );
});

it('loses and doubles no household and no person, whatever was moved and how often', { timeout: 120_000 }, async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 0, maxLength: 6 });
  const round = fc.record({ left: sizes, right: sizes, again: fc.boolean() });
  const everyone = async () => {
    const { rows } = await sql<{ households: number; people: number; rows: number }>`
      select count(distinct h.household_id)::int as households, count(m.member_id)::int as people,
        count(distinct m.member_id)::int as rows
      from household h join household_member m on m.unit_id = h.unit_id and m.household_id = h.household_id
      where h.unit_id in ('cu', 'moi-1', 'moi-2') and h.valid_to is null`.execute(db);
    return rows[0];
  };
  for (const { left, right, again } of fc.sample(round, 12)) {
    const [one, two] = [await fill(left), await fill(right)];
    const before = await everyone();
    expect(await move(one.from, target1)).toEqual({ moved: left.length });
    expect(await everyone()).toEqual(before);
    expect(await move(two.from, target2)).toEqual({ moved: right.length });
    if (again) expect(await move(one.from, target2)).toEqual({ moved: 0 });
    expect(await everyone()).toEqual(before);
    expect(before?.people).toBe(before?.rows);
    for (const row of one.rows) {
      const old = await findHousehold(db, 'cu', row.householdId);
      expect(old).toMatchObject({ unitId: 'cu', validTo: day, successor: { unitId: 'moi-1' } });
      const heir = await findHousehold(db, 'moi-1', old?.successor?.householdId ?? '');
      expect(heir).toMatchObject({
        ...{ neighbourhoodId: target1.neighbourhoodId, address: row.address, validFrom: day, validTo: null },
        predecessor: { unitId: 'cu', householdId: row.householdId },
        members: old?.members,
      });
    }
    expect(await listHouseholds(db, { ...one.from, limit: 10 })).toEqual([]);
  }
  expect((await neighbourhoodCounts(db, ['cu'])).every(({ households }) => households === 0)).toBe(true);
});

it('writes into the chains of both units, once', async () => {
  const { from } = await fill([2, 3]);
  const acts = async () => {
    const { rows } = await sql<{ unit_id: string; act: string }>`
      select unit_id, act from audit_entry where subject in (${`neighbourhood:${from.neighbourhoodId}`},
        ${`neighbourhood:${target1.neighbourhoodId}`}) order by at, unit_id`.execute(db);
    return rows.length;
  };
  expect(await neighbourhoodCounts(db, ['cu'])).toContainEqual({ ...from, name: '', households: 2 });
  const before = await acts();
  await Promise.all([move(from, target1), move(from, target1)]);
  expect((await acts()) - before).toBe(2);
  expect((await verifyAudit(db)).faults).toEqual([]);
});

it('refuses a unit that is no successor and a neighbourhood of another unit', async () => {
  const { from, rows } = await fill([1]);
  expect(await move(from, stranger)).toMatchObject({ refused: 'identity.not-a-successor' });
  expect(await move(from, { ...target1, neighbourhoodId: stranger.neighbourhoodId })).toMatchObject({
    refused: 'identity.neighbourhood-unknown',
  });
  expect(await listHouseholds(db, { ...from, limit: 10 })).toHaveLength(1);
  // What was closed is history: nobody is linked to an account there any more.
  await move(from, target1);
  const [row] = rows;
  const memberId = row?.members[0]?.memberId ?? '';
  const link = {
    unitId: 'cu',
    householdId: row?.householdId ?? '',
    memberId,
    accountId: newId(),
    actor: 'system',
    now,
  };
  expect(await transact(db, (tx) => linkMember(tx, link))).toMatchObject({ refused: 'identity.member-unknown' });
});
