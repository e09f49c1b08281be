import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';

export interface Team {
  readonly unitId: string;
  readonly teamId: string;
  readonly name: string;
  readonly kind: 'rapid-response' | 'youth';
}

const inForce = (table: string, date: string) =>
  sql`${sql.ref(`${table}.valid_from`)} <= ${date} and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${date})`;

/** The team that a member of staff serves in on a day (YYYY-MM-DD); the first by name when there are several. */
export async function teamOf(db: Db, unitId: string, staffId: string, date: string): Promise<Team | null> {
  const { rows } = await sql<Team>`
    select team.unit_id as "unitId", team.team_id as "teamId", team.name, team.kind
    from team_member member join team on team.unit_id = member.unit_id and team.team_id = member.team_id
    where member.unit_id = ${unitId} and member.staff_id = ${staffId} and ${inForce('member', date)} and ${inForce('team', date)}
    order by team.name limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function teamsOfUnit(db: Db, unitId: string, date: string): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select unit_id as "unitId", team_id as "teamId", name, kind from team
    where unit_id = ${unitId} and ${inForce('team', date)} order by name`.execute(db);
  return rows;
}

export async function createTeam(tx: Tx, team: Team & { validFrom: string }): Promise<void> {
  await tx
    .insertInto('team')
    .values({
      unit_id: team.unitId,
      team_id: team.teamId,
      name: team.name,
      kind: team.kind,
      valid_from: team.validFrom,
      valid_to: null,
    })
    .execute();
}

export async function addMember(
  tx: Tx,
  member: { unitId: string; teamId: string; staffId: string; isLead: boolean; validFrom: string },
): Promise<void> {
  await tx
    .insertInto('team_member')
    .values({
      unit_id: member.unitId,
      team_id: member.teamId,
      staff_id: member.staffId,
      is_lead: member.isLead,
      valid_from: member.validFrom,
      valid_to: null,
    })
    .execute();
}
