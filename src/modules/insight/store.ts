import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { Period, TurnCell } from './rules.ts';

/** Turns of the teams of a unit (and of those it took over) in a period, counted by kind and team; one statement over published views. */
export async function countTurns(
  db: Db,
  unitIds: readonly string[],
  period: Pick<Period, 'from' | 'to'>,
): Promise<TurnCell[]> {
  const { rows } = await sql<TurnCell>`
    select c.kind, coalesce(label.label_vi, c.kind) as "kindVi", coalesce(label.label_en, c.kind) as "kindEn",
      c.team_id as "teamId", c.team_name as "teamName", c.turns, c.minutes, c.opened as "accountsOpened",
      c.dossiers as "withDossier", c.solved
    from (
      select kind, team_id, team_name, count(*) as turns, sum(minutes) as minutes,
        count(*) filter (where account_opened) as opened, count(*) filter (where has_dossier) as dossiers,
        count(*) filter (where outcome = 'solved') as solved
      from v_support_turn
      where unit_id = any(${unitIds}::text[]) and local_date >= ${period.from} and local_date < ${period.to}
      group by kind, team_id, team_name) c
    left join lateral (select k.label_vi, k.label_en from v_support_turn_kind k
      where k.kind = c.kind and k.effective_from < ${period.to} order by k.effective_from desc limit 1) label on true
    order by c.kind, c.team_id`.execute(db);
  return rows;
}
