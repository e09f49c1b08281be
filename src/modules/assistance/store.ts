import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { TurnDossier, TurnFacts, TurnKind, TurnRow } from './model.ts';

/** Kinds in force on a day (YYYY-MM-DD), in the order of the form. */
export async function kindsOn(db: Db, date: string): Promise<TurnKind[]> {
  const { rows } = await sql<TurnKind>`
    select kind, label_vi as vi, label_en as en from support_turn_kind
    where effective_from <= ${date} and (effective_to is null or effective_to > ${date})
    order by position, kind`.execute(db);
  return rows;
}

export interface NewTurn extends TurnFacts {
  readonly unitId: string;
  /** Made by the client. */
  readonly turnId: string;
  readonly bodyHash: string;
  readonly teamId: string;
  readonly staffId: string;
  readonly helperSessionId: string | null;
  readonly accountId: string | null;
  readonly citizenUnitId: string;
  readonly accountOpened: boolean;
  readonly dossier: TurnDossier | null;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** Local day (+07:00) of the end. */
  readonly localDate: string;
  readonly isDemo: boolean;
}

/** Inserts a turn. @returns false when the key or the helper's session was counted before. */
export async function insertTurn(tx: Tx, turn: NewTurn): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('support_turn')
    .values({
      unit_id: turn.unitId,
      turn_id: turn.turnId,
      body_hash: turn.bodyHash,
      kind: turn.kind,
      team_id: turn.teamId,
      staff_id: turn.staffId,
      helper_session_id: turn.helperSessionId,
      account_id: turn.accountId,
      citizen_unit_id: turn.citizenUnitId,
      place: turn.place,
      channel: turn.channel,
      minutes: turn.minutes,
      outcome: turn.outcome,
      account_opened: turn.accountOpened,
      dossier_unit_id: turn.dossier?.unitId ?? null,
      dossier_id: turn.dossier?.dossierId ?? null,
      dossier_code: turn.dossier?.code ?? null,
      note: turn.note,
      started_at: turn.startedAt,
      ended_at: turn.endedAt,
      local_date: turn.localDate,
      is_demo: turn.isDemo,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What an earlier try with the same key held. */
export async function findTurn(db: Db, unitId: string, turnId: string): Promise<{ bodyHash: string } | undefined> {
  return db
    .selectFrom('support_turn')
    .select('body_hash as bodyHash')
    .where('unit_id', '=', unitId)
    .where('turn_id', '=', turnId)
    .executeTakeFirst();
}

export interface TurnQuery {
  readonly unitId: string;
  /** First day, YYYY-MM-DD. */
  readonly from: string;
  /** Day after the last one. */
  readonly to: string;
  readonly teamId?: string | undefined;
  /** Key of the last row of the previous page. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Turns of a unit's teams, by day and key; at most `limit`. */
export async function listTurns(db: Db, query: TurnQuery): Promise<TurnRow[]> {
  const { rows } = await sql<TurnRow>`
    select t.turn_id as "turnId", t.kind, t.team_id as "teamId", team.name as "teamName", t.place, t.channel, t.minutes,
      t.outcome, t.account_opened as "accountOpened", t.dossier_code as "dossierCode", t.local_date as "localDate",
      t.ended_at as "endedAt"
    from support_turn t join team on team.unit_id = t.unit_id and team.team_id = t.team_id
    where t.unit_id = ${query.unitId} and t.local_date >= ${query.from} and t.local_date < ${query.to}
      and (${query.teamId ?? null}::uuid is null or t.team_id = ${query.teamId ?? null})
      and (${query.after ?? null}::uuid is null or (t.local_date, t.turn_id) > (
        select l.local_date, l.turn_id from support_turn l where l.unit_id = t.unit_id and l.turn_id = ${query.after ?? null}))
    order by t.local_date, t.turn_id limit ${query.limit}`.execute(db);
  return rows;
}

/** The helper's own turns of a day: how many and how many minutes. */
export async function turnsOfHelper(db: Db, unitId: string, staffId: string, date: string) {
  const { rows } = await sql<{ turns: number; minutes: number }>`
    select count(*) as turns, coalesce(sum(minutes), 0) as minutes from support_turn
    where unit_id = ${unitId} and staff_id = ${staffId} and local_date = ${date}`.execute(db);
  return rows[0] ?? { turns: 0, minutes: 0 };
}
