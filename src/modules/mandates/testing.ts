import { type Db, transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal } from '../../platform/problem.ts';
import { fakeSms, insertTestStaff, testKeys } from '../identity/testing.ts';
import { addMember, createTeam } from '../teams/index.ts';
import { askConsent, type Helper, type PresentPlace, type Purpose, type StartedHelp, startHelp } from './index.ts';

/** Support for database tests of this module and of those above it. */
export async function insertTestTeam(db: Db, unitId: string, name: string): Promise<string> {
  const teamId = newId();
  await transact(db, (tx) => createTeam(tx, { unitId, teamId, name, kind: 'youth', validFrom: '2026-01-01' }));
  return teamId;
}

/** A helper of a team with the role for it. */
export async function insertTestHelper(
  db: Db,
  login: string,
  unit: { unitId: string; name: string },
  team: { teamId: string; name: string },
): Promise<Helper> {
  const { staffId } = await insertTestStaff(db, login, [{ unitId: unit.unitId, role: 'helper' }]);
  const member = { unitId: unit.unitId, teamId: team.teamId, staffId, isLead: false, validFrom: '2026-01-01' };
  await transact(db, (tx) => addMember(tx, member));
  const staffName = `Người thử ${login}`;
  return { staffId, staffName, unitId: unit.unitId, unitName: unit.name, teamId: team.teamId, teamName: team.name };
}

/** A consent that the citizen's code confirmed, and the session under it. */
export async function startTestHelp(
  db: Db,
  ask: { helper: Helper; phone: string; purposes: readonly Purpose[]; now: Date; place?: PresentPlace },
): Promise<StartedHelp> {
  const sms = fakeSms();
  const deps = { db, sms, keys: testKeys, now: ask.now, address: newId() };
  const words = { ...ask, place: ask.place ?? 'home', lang: 'vi' as const };
  const sent = await askConsent(deps, words);
  if (isRefusal(sent)) throw new Error(sent.refused);
  const started = await startHelp(deps, { ...words, codeId: sent.codeId, code: sms.lastCode() });
  if (isRefusal(started)) throw new Error(started.refused);
  return started;
}
