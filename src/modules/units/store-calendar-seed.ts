import { sql } from 'kysely';
import { json, type Tx } from '../../platform/db/index.ts';
import type { DecisionRow } from './calendar/decision-topics.ts';
import type { DatedHours, HolidayRule, Sure } from './calendar/model.ts';

const counted = ({ numAffectedRows }: { numAffectedRows?: bigint }): number => Number(numAffectedRows ?? 0);

/** Rules of law as shipped; a row that says the same is not touched. */
export async function upsertHolidayRules(tx: Tx, rules: readonly HolidayRule[]): Promise<number> {
  const rows = rules.map((rule, position) => {
    const { id, name, kind, effective_from, effective_to, source_ref, sure, verified_at, note, ...details } = rule;
    return { id, name, kind, effective_from, effective_to, source_ref, sure, verified_at, note, details, position };
  });
  return counted(
    await sql`
      insert into holiday_rule as h (rule_id, effective_from, effective_to, position, name, kind, details, source_ref, sure, verified_at, note)
      select r.id, r.effective_from, r.effective_to, r.position, r.name, r.kind, r.details, r.source_ref, r.sure, r.verified_at, r.note
      from jsonb_to_recordset(${json(rows)}) as r(id text, effective_from date, effective_to date, position int, name text,
        kind text, details jsonb, source_ref text, sure text, verified_at date, note text)
      on conflict (rule_id, effective_from) do update set (effective_to, position, name, kind, details, source_ref, sure, verified_at, note)
        = (excluded.effective_to, excluded.position, excluded.name, excluded.kind, excluded.details, excluded.source_ref,
          excluded.sure, excluded.verified_at, excluded.note)
      where (h.effective_to, h.position, h.name, h.kind, h.details, h.source_ref, h.sure, h.verified_at, h.note)
        is distinct from (excluded.effective_to, excluded.position, excluded.name, excluded.kind, excluded.details,
          excluded.source_ref, excluded.sure, excluded.verified_at, excluded.note)`.execute(tx),
  );
}

export async function upsertDefaultHours(
  tx: Tx,
  hours: DatedHours & { source_ref: string; sure: Sure; verified_at: string | null },
): Promise<number> {
  const { effective_from, weekend, blocks, source_ref, sure, verified_at } = hours;
  return counted(
    await sql`
      insert into default_opening_hours as h (effective_from, weekend, blocks, source_ref, sure, verified_at)
      values (${effective_from}, ${json(weekend)}, ${json(blocks)}, ${source_ref}, ${sure}, ${verified_at})
      on conflict (effective_from) do update set (weekend, blocks, source_ref, sure, verified_at)
        = (excluded.weekend, excluded.blocks, excluded.source_ref, excluded.sure, excluded.verified_at)
      where (h.weekend, h.blocks, h.source_ref, h.sure, h.verified_at)
        is distinct from (excluded.weekend, excluded.blocks, excluded.source_ref, excluded.sure, excluded.verified_at)`.execute(
      tx,
    ),
  );
}

/**
 * Decisions as shipped: a new or changed one becomes the next revision of its topic, one that the program no longer
 * ships is withdrawn. Topics whose last revision somebody recorded are left alone.
 */
export async function seedDecisions(tx: Tx, decisions: readonly DecisionRow[], now: Date): Promise<number> {
  return counted(
    await sql`
      with seed as (
        select * from jsonb_to_recordset(${json(decisions)}) as s(topic text, kind text, year int, content jsonb,
          source_ref text, sure text, verified_at date, note text)),
      held as (select distinct on (topic) * from calendar_decision order by topic, revision desc)
      insert into calendar_decision (topic, revision, kind, year, content, withdrawn, source_ref, sure, verified_at, note, recorded_at)
      select s.topic, coalesce(h.revision, 0) + 1, s.kind, s.year, s.content, false, s.source_ref, s.sure, s.verified_at, s.note,
        ${now}::timestamptz
      from seed s left join held h using (topic)
      where h.topic is null or (h.recorded_by is null and (h.withdrawn or (h.content, h.source_ref, h.sure, h.verified_at, h.note)
        is distinct from (s.content, s.source_ref, s.sure, s.verified_at, s.note)))
      union all
      select h.topic, h.revision + 1, h.kind, h.year, h.content, true, h.source_ref, h.sure, h.verified_at, h.note, ${now}::timestamptz
      from held h
      where h.recorded_by is null and not h.withdrawn and not exists (select from seed s where s.topic = h.topic)
      on conflict do nothing`.execute(tx),
  );
}
