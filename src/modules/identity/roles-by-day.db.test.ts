import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { transact } from '../../platform/db/index.ts';
import { toLocal } from '../units/index.ts';
import { staffSessionOf, startSession } from './sessions.ts';
import { unitsToday } from './store-staff-units.ts';
import { FROM, insertTestStaff, insertTestUnit } from './testing.ts';

const { db, as } = await testDatabase();
const owner = as(null).db;
await insertTestUnit(db, 'unit-a', 'Phường An Thử');
const { staffId } = await insertTestStaff(db, 'lan', []);

const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-12-${String(one).padStart(2, '0')}`);
const grant = fc.record({ role: fc.constantFrom('leader', 'officer', 'admin'), from: day, to: fc.option(day) });
/** Instants on both sides of midnight in Viet Nam (17:00Z), and in the morning. */
const instant = fc
  .tuple(day, fc.constantFrom('16:59:59.999', '17:00:00.000', '03:00:00.000'))
  .map(([date, time]) => new Date(`${date}T${time}Z`));

it('gives exactly the roles of the local day: expired and coming ones grant nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(grant, { maxLength: 4, selector: ({ role, from }) => role + from }),
      instant,
      async (grants, now) => {
        const held = grants.filter(({ from, to }) => to === null || to > from);
        await owner.deleteFrom('staff_role').where('staff_id', '=', staffId).execute();
        if (held.length > 0) {
          const rows = held.map(({ role, from, to }) => ({ role, valid_from: from, valid_to: to }));
          await owner
            .insertInto('staff_role')
            .values(rows.map((row) => ({ unit_id: 'unit-a', staff_id: staffId, ...row })))
            .execute();
        }
        const { date } = toLocal(now);
        const today = held.filter(({ from, to }) => from <= date && (to === null || date < to));
        const expected = [...new Set(today.map(({ role }) => role))].sort();
        const token = await transact(db, (tx) =>
          startSession(tx, { kind: 'staff', staffId, unitId: 'unit-a' }, FROM, now),
        );
        const session = await staffSessionOf(db, token, now);
        expect([...(session?.roles ?? [])].sort()).toEqual(expected);
        const [unit] = await unitsToday(db, staffId, date);
        expect([...(unit?.roles ?? [])].sort()).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});
