import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';

export interface Recount {
  readonly name: string;
  /** For people, e.g. "Số thứ tự hồ sơ". */
  readonly what: string;
  /** How many rows do not agree with a recount. */
  readonly wrong: number;
}

/** Recounts what is kept beside the rows it sums up: day numbers, states, and every citizen's own list. */
export async function recountDossiers(db: Db): Promise<Recount[]> {
  const { rows } = await sql<{ numbers: number; states: number; index: number }>`
    select
      (select count(*) from dossier_counter c full join (
          select unit_id, local_date, count(*) as n, max(day_number) as last from dossier group by unit_id, local_date) d
          on d.unit_id = c.unit_id and d.local_date = c.local_date
        where c.last_number is distinct from d.n or d.n is distinct from d.last) as numbers,
      (select count(*) from dossier d where d.state is distinct from (select a.to_state from dossier_action a
          where a.unit_id = d.unit_id and a.dossier_id = d.dossier_id order by a.seq desc limit 1)) as states,
      (select count(*) from dossier d left join citizen_dossier c on c.account_id = d.account_id and c.dossier_id = d.dossier_id
        where c.dossier_version is distinct from d.version
          and not exists (select from outbox_event o where o.unit_id = d.unit_id and o.done_at is null
            and o.payload->>'dossierId' = d.dossier_id::text)) as index`.execute(db);
  const row = rows[0] ?? { numbers: 0, states: 0, index: 0 };
  return [
    { name: 'dossier-numbers', what: 'Số thứ tự hồ sơ trong ngày', wrong: row.numbers },
    { name: 'dossier-states', what: 'Trạng thái hồ sơ và nhật ký xử lý', wrong: row.states },
    { name: 'citizen-dossiers', what: 'Danh sách hồ sơ của từng người', wrong: row.index },
  ];
}
