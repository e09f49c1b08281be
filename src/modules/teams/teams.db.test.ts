import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { insertTestStaff, insertTestUnit } from '../identity/testing.ts';
import { addMember, createTeam, teamOf, teamsOfUnit } from './index.ts';

const { db } = await testDatabase();
await insertTestUnit(db, 'u-1', 'Phường Thử');
await insertTestUnit(db, 'u-2', 'Phường Khác');
const { staffId } = await insertTestStaff(db, 'thu.doi', [{ unitId: 'u-1', role: 'helper' }]);

async function team(unitId: string, name: string, validFrom: string): Promise<string> {
  const teamId = newId();
  await transact(db, (tx) => createTeam(tx, { unitId, teamId, name, kind: 'youth', validFrom }));
  return teamId;
}

describe('teams', () => {
  it('are found for a day: before a member joined, and at another unit, there is none', async () => {
    const teamId = await team('u-1', 'Đội tình nguyện', '2026-03-01');
    await transact(db, (tx) =>
      addMember(tx, { unitId: 'u-1', teamId, staffId, isLead: true, validFrom: '2026-04-01' }),
    );
    expect(await teamOf(db, 'u-1', staffId, '2026-03-31')).toBeNull();
    expect(await teamOf(db, 'u-1', staffId, '2026-04-01')).toMatchObject({ teamId, kind: 'youth' });
    expect(await teamOf(db, 'u-2', staffId, '2026-04-01')).toBeNull();
  });

  it('end with the membership or with the team', async () => {
    const owner = db;
    await owner.updateTable('team_member').set({ valid_to: '2026-10-01' }).where('staff_id', '=', staffId).execute();
    expect(await teamOf(db, 'u-1', staffId, '2026-09-30')).not.toBeNull();
    expect(await teamOf(db, 'u-1', staffId, '2026-10-01')).toBeNull();
    await owner.updateTable('team').set({ valid_to: '2026-08-01' }).where('unit_id', '=', 'u-1').execute();
    expect(await teamOf(db, 'u-1', staffId, '2026-09-30')).toBeNull();
    expect(await teamsOfUnit(db, 'u-1', '2026-07-31')).toHaveLength(1);
    expect(await teamsOfUnit(db, 'u-1', '2026-08-01')).toEqual([]);
  });
});
