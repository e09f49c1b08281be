import { createStaff } from '../../modules/identity/index.ts';
import { addMember, createTeam } from '../../modules/teams/index.ts';
import { type Tx, transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, problemText } from '../../platform/problem.ts';
import type { DemoContext } from './context.ts';
import { DEMO_PASSWORD, DEMO_STAFF, DEMO_TEAMS, type DemoTeam } from './people.ts';
import { demoState } from './state.ts';

interface DemoHelper {
  readonly staffId: string;
  readonly name: string;
  readonly team: DemoTeam | undefined;
}

export interface DemoStaffIds {
  /** By login. */
  readonly staff: ReadonlyMap<string, DemoHelper>;
  readonly teams: Readonly<Record<DemoTeam, string>>;
}

const TEAM_KEYS = Object.keys(DEMO_TEAMS) as DemoTeam[];

/** Nine invented people with roles, and two teams; all at once or not at all. */
export async function seedStaff(context: DemoContext): Promise<DemoStaffIds> {
  const { db, unit } = context;
  const known = await demoState(db, unit.unitId);
  if (known.staff.length === 0) await transact(db, (tx) => insertAll(tx, context));
  const { staff, teams } = known.staff.length > 0 ? known : await demoState(db, unit.unitId);
  const teamOf = new Map(DEMO_STAFF.map(({ login, team }) => [login, team]));
  const teamIds = TEAM_KEYS.map((key) => [key, teams.find(({ name }) => name === DEMO_TEAMS[key].name)?.teamId ?? '']);
  return {
    staff: new Map(staff.map(({ login, staffId, name }) => [login, { staffId, name, team: teamOf.get(login) }])),
    teams: Object.fromEntries(teamIds) as Record<DemoTeam, string>,
  };
}

async function insertAll(tx: Tx, { keys, unit, now }: DemoContext): Promise<void> {
  const teamIds = new Map(TEAM_KEYS.map((key) => [key, newId()]));
  const validFrom = unit.since;
  for (const [key, teamId] of teamIds) {
    await createTeam(tx, { unitId: unit.unitId, teamId, ...DEMO_TEAMS[key], validFrom });
  }
  for (const person of DEMO_STAFF) {
    const made = await createStaff(tx, {
      keys,
      now,
      actor: 'system',
      login: person.login,
      fullName: person.name,
      password: DEMO_PASSWORD,
      roles: [{ unitId: unit.unitId, role: person.role, validFrom, validTo: null }],
      isDemo: true,
    });
    if (isRefusal(made)) throw new Error(problemText(made));
    const teamId = person.team && teamIds.get(person.team);
    if (teamId) {
      await addMember(tx, {
        unitId: unit.unitId,
        teamId,
        staffId: made.staffId,
        isLead: person.isLead ?? false,
        validFrom,
      });
    }
  }
}
