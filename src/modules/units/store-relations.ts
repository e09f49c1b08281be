import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { RelatedUnit, UnitVersion } from './history-model.ts';

/** More steps than history can have: guards against a circle that somebody typed. */
const MOST_STEPS = 20;

const related = (
  walk: RawBuilder<unknown>,
  shown: RawBuilder<unknown>,
) => sql<RelatedUnit>`(with recursive ${walk}, nearest as (
    select distinct on (unit_id) * from walk order by unit_id, steps, effective_on)
  select w.unit_id as "unitId", u.kind, v.code, v.name, nullif(concat_ws(', ', p.name, g.name), '') as place,
    v.valid_from as "validFrom", v.valid_to as "validTo", w.relation, w.effective_on as "effectiveOn",
    w.legal_document as "legalDocument", w.steps
  from nearest w join unit u on u.unit_id = w.unit_id ${shown}
    left join unit_version p on p.unit_id = v.parent_unit_id and p.valid_from <= v.shown_on
      and (p.valid_to is null or p.valid_to > v.shown_on)
    left join unit_version g on g.unit_id = p.parent_unit_id and g.valid_from <= v.shown_on
      and (g.valid_to is null or g.valid_to > v.shown_on)
  order by w.steps, v.code)`;

function ahead(unitId: string, date: string) {
  const walk = sql`walk as (
    select to_unit_id as unit_id, relation, effective_on, legal_document, 1 as steps
    from unit_relation where from_unit_id = ${unitId} and effective_on <= ${date}
    union
    select r.to_unit_id, r.relation, r.effective_on, r.legal_document, walk.steps + 1
    from walk join unit_relation r on r.from_unit_id = walk.unit_id and r.effective_on >= walk.effective_on
      and r.effective_on <= ${date}
    where walk.steps < ${MOST_STEPS})`;
  const shown = sql`join lateral (select one.*, ${date}::date as shown_on from unit_version one
    where one.unit_id = w.unit_id and one.valid_from <= ${date} and (one.valid_to is null or one.valid_to > ${date})) v on true`;
  return related(walk, shown);
}

function back(unitId: string, date: string) {
  const walk = sql`walk as (
    select from_unit_id as unit_id, relation, effective_on, legal_document, 1 as steps
    from unit_relation where to_unit_id = ${unitId} and effective_on <= ${date}
    union
    select r.from_unit_id, r.relation, r.effective_on, r.legal_document, walk.steps + 1
    from walk join unit_relation r on r.to_unit_id = walk.unit_id and r.effective_on <= walk.effective_on
    where walk.steps < ${MOST_STEPS})`;
  const shown = sql`join lateral (select one.*, one.valid_to - 1 as shown_on from unit_version one
    where one.unit_id = w.unit_id and one.valid_to <= w.effective_on order by one.valid_from desc limit 1) v on true`;
  return related(walk, shown);
}

/**
 * The units in force on a day that took over a unit, also by way of others; empty where it is in force itself.
 * Units on the way that had ended by then are left out.
 */
export async function successorsOf(db: Db, unitId: string, date: string): Promise<RelatedUnit[]> {
  return (await ahead(unitId, date).execute(db)).rows;
}

/** The units that were taken over, whole or in part, by a unit until a day, each as it last was. */
export async function predecessorsOf(db: Db, unitId: string, date: string): Promise<RelatedUnit[]> {
  return (await back(unitId, date).execute(db)).rows;
}

const versions = (unitId: string) => sql`(
    select v.valid_from as "validFrom", v.valid_to as "validTo", v.code, v.name, p.name as "parentName",
      v.is_start_assumed as "isStartAssumed", v.is_name_provisional as "isNameProvisional", v.source_ref as "sourceRef"
    from unit_version v
      left join lateral (select name from unit_version above where above.unit_id = v.parent_unit_id
        and above.valid_from <= coalesce(v.valid_to - 1, 'infinity') order by above.valid_from desc limit 1) p on true
    where v.unit_id = ${unitId} order by v.valid_from desc)`;

const identifiers = (unitId: string) => sql`(
    select identifier, min(effective_from) as "from" from unit_profile
    where unit_id = ${unitId} and identifier is not null group by identifier order by 2 desc)`;

/** Everything that the register knows of a unit beside its row of the day. */
export interface UnitFile {
  /** Every name, code and place that it ever had, newest first. */
  readonly versions: readonly UnitVersion[];
  readonly successors: RelatedUnit[];
  readonly predecessors: RelatedUnit[];
  /** Identifiers (mã định danh) that were entered for it, newest first. */
  readonly identifiers: readonly { readonly identifier: string; readonly from: string }[];
}

/** One statement. */
export async function unitFile(db: Db, unitId: string, date: string): Promise<UnitFile> {
  const list = (query: RawBuilder<unknown>) => sql`(select coalesce(jsonb_agg(one), '[]') from ${query} one)`;
  const { rows } = await sql<UnitFile>`
    select ${list(versions(unitId))} as versions, ${list(ahead(unitId, date))} as successors,
      ${list(back(unitId, date))} as predecessors, ${list(identifiers(unitId))} as identifiers`.execute(db);
  const [file] = rows;
  if (!file) throw new Error('A select without from answers one row');
  return file;
}

/**
 * Which units came wholly into which one: each ended unit whose line ends in one unit alone on that day.
 * Reports add such figures to the heir; what was split cannot be divided afterwards and stays under its own name.
 */
export async function wholePredecessors(db: Db, unitId: string, date: string): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    with recursive back as (
      select from_unit_id as unit_id, 1 as steps from unit_relation where to_unit_id = ${unitId} and effective_on <= ${date}
      union
      select r.from_unit_id, back.steps + 1 from back join unit_relation r on r.to_unit_id = back.unit_id
      where back.steps < ${MOST_STEPS}),
    ahead as (
      select unit_id as start, unit_id, 0 as steps from (select distinct unit_id from back) b
      union
      select ahead.start, r.to_unit_id, ahead.steps + 1 from ahead
        join unit_relation r on r.from_unit_id = ahead.unit_id and r.effective_on <= ${date}
      where ahead.steps < ${MOST_STEPS}),
    ends as (
      select distinct start, unit_id from ahead where not exists (select from unit_relation r
        where r.from_unit_id = ahead.unit_id and r.effective_on <= ${date}))
    select start as "unitId" from ends group by start having count(*) = 1 and min(unit_id) = ${unitId}`.execute(db);
  return rows.map((row) => row.unitId);
}
