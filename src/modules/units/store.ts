import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { UnitAt } from './model.ts';
import { foldName, provisionalIdentifier } from './rules.ts';

type Row = Omit<UnitAt, 'identifier' | 'identifierIsProvisional'> & {
  identifier: string | null;
  provinceCode: string | null;
};

const provisionalOf = ({ kind, code, provinceCode }: Row): string => provisionalIdentifier(kind, code, provinceCode);

const toUnit = (full: Row): UnitAt => {
  const { identifier, provinceCode, ...row } = full;
  return { ...row, identifier: identifier ?? provisionalOf(full), identifierIsProvisional: identifier === null };
};

const holds = (version: string, day: RawBuilder<unknown>) => {
  const [from, to] = [sql.ref(`${version}.valid_from`), sql.ref(`${version}.valid_to`)];
  return sql`${from} <= ${day} and (${to} is null or ${to} > ${day})`;
};

/** A unit with what it lies in: the province directly, or until 30 June 2025 a district between them. */
const WITH_PLACE = sql`
  select u.unit_id as "unitId", u.kind, v.code, v.name, v.parent_unit_id as "parentUnitId", p.name as "parentName",
    case when g.unit_id is null then p.name else g.name end as "provinceName",
    case when g.unit_id is null then p.code else g.code end as "provinceCode",
    v.valid_from as "validFrom", v.valid_to as "validTo", f.identifier, f.hotline, f.hotline_hours as "hotlineHours",
    f.address, f.centre_name as "centreName"`;

const parents = (day: RawBuilder<unknown>) => sql`
    left join unit_version p on p.unit_id = v.parent_unit_id and ${holds('p', day)}
    left join unit_version g on g.unit_id = p.parent_unit_id and ${holds('g', day)}`;

const profile = (date: string) => sql`
    left join lateral (select * from unit_profile r where r.unit_id = u.unit_id and r.effective_from <= ${date}
      order by r.effective_from desc, r.recorded_at desc, r.profile_id desc limit 1) f on true`;

/**
 * @param date YYYY-MM-DD: every look-up says of which day it speaks
 * @param reachedOn day of the hotline and address, where it is another one
 */
const unitsAt = (date: string, reachedOn = date) => sql`${WITH_PLACE}
  from unit u
    join unit_version v on v.unit_id = u.unit_id and ${holds('v', sql`${date}`)}${parents(sql`${date}`)}${profile(reachedOn)}`;

export async function findUnit(db: Db, unitId: string, date: string): Promise<UnitAt | null> {
  const { rows } = await sql<Row>`${unitsAt(date)} where u.unit_id = ${unitId}`.execute(db);
  return rows[0] ? toUnit(rows[0]) : null;
}

/** Each unit on that day or, where it had ended by then, as it last was. */
const unitsOrLast = (date: string) => sql`${WITH_PLACE}
  from unit u
    join lateral (select * from unit_version last where last.unit_id = u.unit_id and last.valid_from <= ${date}
      order by last.valid_from desc limit 1) v on true${parents(sql`least(${date}::date, v.valid_to - 1)`)}${profile(date)}`;

/** What somebody filed with a unit stays readable after its end. Null only for what never was. */
export async function findUnitOrLast(db: Db, unitId: string, date: string): Promise<UnitAt | null> {
  const { rows } = await sql<Row>`${unitsOrLast(date)} where u.unit_id = ${unitId}`.execute(db);
  return rows[0] ? toUnit(rows[0]) : null;
}

/** By official code as it was on that day (two digits: a province; three: a district of then; five: a commune). */
export async function findUnitByCode(db: Db, code: string, date: string): Promise<UnitAt | null> {
  const { rows } = await sql<Row>`${unitsAt(date)} where v.code = ${code}`.execute(db);
  return rows[0] ? toUnit(rows[0]) : null;
}

/**
 * By the prefix of a dossier code, on the day of the code: codes outlive units. They also outlive a change of the
 * prefix: the provisional one and every identifier that a unit ever had go on leading to it.
 * @param today day of the hotline and address that people are told
 */
export async function findUnitByIdentifier(
  db: Db,
  identifier: string,
  date: string,
  today = date,
): Promise<UnitAt | null> {
  const provisional = /^T(\d{2})(?:\.(\d{2})\.(\d{3}))?$/.exec(identifier);
  const code = provisional ? (provisional[2] ? `${provisional[2]}${provisional[3]}` : provisional[1]) : null;
  const { rows } = await sql<Row>`${unitsAt(date, today)}
    where v.code = ${code} or u.unit_id in (select unit_id from unit_profile where identifier = ${identifier})`.execute(
    db,
  );
  const found = rows.find((row) => !code || provisionalOf(row) === identifier);
  return found ? toUnit(found) : null;
}

/** The commune that this installation serves by default; null before it has been set up. */
export async function homeUnit(db: Db, date: string): Promise<UnitAt | null> {
  const { rows } = await sql<Row>`${unitsOrLast(date)}
    where u.unit_id = (select home_unit_id from installation)`.execute(db);
  return rows[0] ? toUnit(rows[0]) : null;
}

export async function setHomeUnit(db: Db, unitId: string): Promise<void> {
  await sql`update installation set home_unit_id = ${unitId}`.execute(db);
}

export interface UnitQuery {
  readonly date: string;
  readonly kind?: string;
  readonly parentUnitId?: string;
  readonly text?: string;
  readonly limit: number;
  /** Code of the last row of the previous page. */
  readonly after?: string;
}

/** Units in order of their codes; at most `limit`. */
export async function listUnits(db: Db, query: UnitQuery): Promise<UnitAt[]> {
  const text = query.text ? `%${foldName(query.text).replace(/[\\%_]/g, (char) => `\\${char}`)}%` : null;
  const { rows } = await sql<Row>`${unitsAt(query.date)}
    where (${query.kind ?? null}::text is null or u.kind = ${query.kind ?? null})
      and (${query.parentUnitId ?? null}::text is null or v.parent_unit_id = ${query.parentUnitId ?? null})
      and (${text}::text is null or v.search_name like ${text})
      and (${query.after ?? null}::text is null or v.code > ${query.after ?? null})
    order by v.code limit ${query.limit}`.execute(db);
  return rows.map(toUnit);
}

export async function hasNeighbourhood(db: Db, unitId: string, neighbourhoodId: string): Promise<boolean> {
  const { rows } = await sql`
    select from neighbourhood where unit_id = ${unitId} and neighbourhood_id = ${neighbourhoodId}`.execute(db);
  return rows.length > 0;
}
