import { sql } from 'kysely';
import { type Db, json } from '../../platform/db/index.ts';

export interface KindRow {
  readonly kind: string;
  readonly vi: string;
  readonly en: string;
  /** YYYY-MM-DD. */
  readonly effective_from: string;
  readonly effective_to: string | null;
  readonly position: number;
  readonly source_ref: string;
}

/** Writes what differs, in one statement. @returns how many rows were new or changed */
export async function upsertKinds(db: Db, kinds: readonly KindRow[]): Promise<number> {
  const { rows } = await sql`
    insert into support_turn_kind as k (kind, effective_from, effective_to, label_vi, label_en, position, source_ref)
    select kind, effective_from, effective_to, vi, en, position, source_ref
    from jsonb_to_recordset(${json(kinds)}) as r(kind text, effective_from date, effective_to date, vi text, en text,
      position int, source_ref text)
    on conflict (kind, effective_from) do update set effective_to = excluded.effective_to, label_vi = excluded.label_vi,
      label_en = excluded.label_en, position = excluded.position, source_ref = excluded.source_ref
    where (k.effective_to, k.label_vi, k.label_en, k.position, k.source_ref) is distinct from
      (excluded.effective_to, excluded.label_vi, excluded.label_en, excluded.position, excluded.source_ref)
    returning 1`.execute(db);
  return rows.length;
}
