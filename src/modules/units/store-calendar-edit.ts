import { sql } from 'kysely';
import { type Db, json, type Tx } from '../../platform/db/index.ts';
import type { DatedHours, UnitDay, YearlyDecision } from './calendar/model.ts';
import type { DecisionChange } from './calendar/year-change.ts';

export interface Recorder {
  readonly staffId: string;
  readonly name: string;
}

/** One revision of a decision, for the list of what was decided when. */
export interface DecisionRevision {
  readonly topic: string;
  readonly revision: number;
  readonly kind: YearlyDecision['kind'];
  readonly content: Readonly<Record<string, string | number>>;
  readonly withdrawn: boolean;
  readonly sourceRef: string;
  readonly sure: string;
  readonly note: string | null;
  readonly recordedName: string | null;
  readonly recordedAt: Date;
  /** False once a later revision stands in its place. */
  readonly holds: boolean;
}

/** Every revision of a year's decisions, the newest of each topic first. */
export async function decisionHistory(db: Db, year: number): Promise<DecisionRevision[]> {
  const { rows } = await sql<DecisionRevision>`
    select topic, revision, kind, content, withdrawn, source_ref as "sourceRef", sure, note, recorded_name as "recordedName",
      recorded_at as "recordedAt", revision = max(revision) over (partition by topic) as holds
    from calendar_decision where year = ${year} order by content->>'off', topic, revision desc`.execute(db);
  return rows;
}

/**
 * Records the next revision of each topic, for the unit that the installation serves: the country's calendar is kept
 * by one administration. @returns false when it is not that unit, or the year was changed since `seen` revisions of it.
 */
export async function recordDecisions(
  tx: Tx,
  input: {
    readonly unitId: string;
    readonly year: number;
    readonly seen: number;
    readonly changes: readonly DecisionChange[];
    readonly by: Recorder;
    readonly now: Date;
  },
): Promise<boolean> {
  const { unitId, year, seen, changes, by, now } = input;
  // Two editors at once: the second sees the first one's revisions and is refused. Without the right to update, the table cannot be locked.
  await sql`select pg_advisory_xact_lock(hashtextextended('calendar-decision', 0))`.execute(tx);
  const { numAffectedRows } = await sql`
    insert into calendar_decision (topic, revision, kind, year, content, withdrawn, source_ref, sure, verified_at, recorded_by,
      recorded_name, recorded_at)
    select c.topic, coalesce((select max(d.revision) from calendar_decision d where d.topic = c.topic), 0) + 1, c.kind, c.year,
      c.content, c.withdrawn, c.source_ref, c.sure, c.verified_at, ${by.staffId}::uuid, ${by.name}, ${now}::timestamptz
    from jsonb_to_recordset(${json(changes)}) as c(topic text, kind text, year int, content jsonb, withdrawn boolean,
      source_ref text, sure text, verified_at date)
    where exists (select from installation where home_unit_id = ${unitId})
      and (select count(*) from calendar_decision where year = ${year}) = ${seen}`.execute(tx);
  return Number(numAffectedRows ?? 0) === changes.length;
}

export interface UnitCalendarRevision {
  readonly day: string;
  readonly withdrawn: boolean;
  readonly holds: boolean;
  readonly sourceRef: string;
  readonly recordedName: string | null;
  readonly recordedAt: string;
}

/** What a unit has entered of its own, every revision, latest days first. */
export async function unitCalendarHistory(db: Db, unitId: string) {
  const meta = sql`'withdrawn', withdrawn, 'sourceRef', source_ref, 'recordedName', recorded_name, 'recordedAt', recorded_at`;
  const { rows } = await sql<{
    hours: (UnitCalendarRevision & Pick<DatedHours, 'weekend' | 'blocks'>)[];
    days: (UnitCalendarRevision & Pick<UnitDay, 'kind' | 'name' | 'blocks'>)[];
  }>`select
    coalesce((select jsonb_agg(jsonb_build_object('day', effective_from, 'weekend', weekend, 'blocks', blocks, 'holds', holds, ${meta})
      order by effective_from desc, revision desc) from (select *, revision = max(revision) over (partition by effective_from) as holds
      from unit_opening_hours where unit_id = ${unitId}) h), '[]') as hours,
    coalesce((select jsonb_agg(jsonb_build_object('day', day, 'kind', kind, 'name', name, 'blocks', blocks, 'holds', holds, ${meta})
      order by day desc, revision desc) from (select *, revision = max(revision) over (partition by day) as holds
      from unit_day where unit_id = ${unitId}) d), '[]') as days`.execute(db);
  return rows[0] ?? { hours: [], days: [] };
}

/** The next revision of the hours from a day on. */
export async function insertHours(
  tx: Tx,
  unitId: string,
  hours: DatedHours & { readonly withdrawn: boolean; readonly sourceRef: string },
  by: Recorder,
  now: Date,
): Promise<void> {
  await sql`insert into unit_opening_hours (unit_id, effective_from, revision, weekend, blocks, withdrawn, source_ref, recorded_by,
      recorded_name, recorded_at)
    select ${unitId}, ${hours.effective_from}::date, coalesce(max(revision), 0) + 1, ${json(hours.weekend)}, ${json(hours.blocks)},
      ${hours.withdrawn}, ${hours.sourceRef}, ${by.staffId}::uuid, ${by.name}, ${now}::timestamptz
    from unit_opening_hours where unit_id = ${unitId} and effective_from = ${hours.effective_from}`.execute(tx);
}

/** Takes back hours that have not begun. @returns whether there were any */
export async function withdrawHours(tx: Tx, unitId: string, from: string, by: Recorder, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into unit_opening_hours (unit_id, effective_from, revision, weekend, blocks, withdrawn, source_ref, recorded_by,
      recorded_name, recorded_at)
    select unit_id, effective_from, revision + 1, weekend, blocks, true, source_ref, ${by.staffId}::uuid, ${by.name}, ${now}::timestamptz
    from (select * from unit_opening_hours where unit_id = ${unitId} and effective_from = ${from}::date
      order by revision desc limit 1) last
    where not withdrawn`.execute(tx);
  return Number(numAffectedRows ?? 0) === 1;
}

/** The next revision of a day of the unit's own. */
export async function insertUnitDay(tx: Tx, unitId: string, day: UnitDay, by: Recorder, now: Date): Promise<void> {
  await sql`insert into unit_day (unit_id, day, revision, kind, name, blocks, source_ref, recorded_by, recorded_name, recorded_at)
    select ${unitId}, ${day.day}::date, coalesce(max(revision), 0) + 1, ${day.kind}, ${day.name}, ${json(day.blocks)},
      ${day.source_ref}, ${by.staffId}::uuid, ${by.name}, ${now}::timestamptz
    from unit_day where unit_id = ${unitId} and day = ${day.day}`.execute(tx);
}

/** Takes back a day of the unit's own. @returns whether there was one */
export async function withdrawUnitDay(tx: Tx, unitId: string, day: string, by: Recorder, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into unit_day (unit_id, day, revision, kind, name, blocks, withdrawn, source_ref, recorded_by, recorded_name, recorded_at)
    select unit_id, day, revision + 1, kind, name, blocks, true, source_ref, ${by.staffId}::uuid, ${by.name}, ${now}::timestamptz
    from (select * from unit_day where unit_id = ${unitId} and day = ${day}::date order by revision desc limit 1) last
    where not withdrawn`.execute(tx);
  return Number(numAffectedRows ?? 0) === 1;
}
