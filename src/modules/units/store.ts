import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { UnitAt } from './model.ts';
import { foldName, provisionalIdentifier } from './rules.ts';

type Row = Omit<UnitAt, 'identifier' | 'identifierIsProvisional'> & {
  identifier: string | null;
  parentCode: string | null;
};

const toUnit = ({ identifier, parentCode, ...row }: Row): UnitAt => ({
  ...row,
  identifier: identifier ?? provisionalIdentifier(row.kind, row.code, parentCode),
  identifierIsProvisional: identifier === null,
});

/** @param date YYYY-MM-DD: every look-up says of which day it speaks. */
const unitsAt = (date: string) => sql`
  select u.unit_id as "unitId", u.kind, v.code, v.name, v.parent_unit_id as "parentUnitId", p.name as "parentName",
    p.code as "parentCode", f.identifier, f.hotline, f.hotline_hours as "hotlineHours", f.address, f.centre_name as "centreName",
    v.search_name as "searchName"
  from unit u
    join unit_version v on v.unit_id = u.unit_id and v.valid_from <= ${date} and (v.valid_to is null or v.valid_to > ${date})
    left join unit_version p on p.unit_id = v.parent_unit_id and p.valid_from <= ${date} and (p.valid_to is null or p.valid_to > ${date})
    left join lateral (select * from unit_profile r where r.unit_id = u.unit_id and r.effective_from <= ${date}
      order by r.effective_from desc, r.recorded_at desc, r.profile_id desc limit 1) f on true`;

export async function findUnit(db: Db, unitId: string, date: string): Promise<UnitAt | null> {
  const { rows } = await sql<Row>`${unitsAt(date)} where u.unit_id = ${unitId}`.execute(db);
  return rows[0] ? toUnit(rows[0]) : null;
}

/** By official code as it was on that day (two digits: a province; five: a commune). */
export async function findUnitByCode(db: Db, code: string, date: string): Promise<UnitAt | null> {
  const { rows } = await sql<Row>`${unitsAt(date)} where v.code = ${code}`.execute(db);
  return rows[0] ? toUnit(rows[0]) : null;
}

/**
 * By the prefix of a dossier code, assigned or provisional. Codes outlive a change of the prefix: the provisional one
 * and every identifier that a unit ever had go on leading to it.
 */
export async function findUnitByIdentifier(db: Db, identifier: string, date: string): Promise<UnitAt | null> {
  const provisional = /^T(\d{2})(?:\.(\d{2})\.(\d{3}))?$/.exec(identifier);
  const code = provisional ? (provisional[2] ? `${provisional[2]}${provisional[3]}` : provisional[1]) : null;
  const { rows } = await sql<Row>`${unitsAt(date)}
    where v.code = ${code} or u.unit_id in (select unit_id from unit_profile where identifier = ${identifier})`.execute(
    db,
  );
  const found = rows.find((row) => !code || provisionalIdentifier(row.kind, row.code, row.parentCode) === identifier);
  return found ? toUnit(found) : null;
}

/** The commune that this installation serves by default; null before it has been set up. */
export async function homeUnit(db: Db, date: string): Promise<UnitAt | null> {
  const { rows } = await sql<Row>`${unitsAt(date)} where u.unit_id = (select home_unit_id from installation)`.execute(
    db,
  );
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
