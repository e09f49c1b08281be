import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { Neighbourhood, UnitAt } from './model.ts';
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
    p.code as "parentCode", v.identifier, v.hotline, v.opening_hours as "openingHours", v.search_name as "searchName"
  from unit u
    join unit_version v on v.unit_id = u.unit_id and v.valid_from <= ${date} and (v.valid_to is null or v.valid_to > ${date})
    left join unit_version p on p.unit_id = v.parent_unit_id and p.valid_from <= ${date} and (p.valid_to is null or p.valid_to > ${date})`;

export async function findUnit(db: Db, unitId: string, date: string): Promise<UnitAt | null> {
  const { rows } = await sql<Row>`${unitsAt(date)} where u.unit_id = ${unitId}`.execute(db);
  return rows[0] ? toUnit(rows[0]) : null;
}

/** By official code as it was on that day (two digits: a province; five: a commune). */
export async function findUnitByCode(db: Db, code: string, date: string): Promise<UnitAt | null> {
  const { rows } = await sql<Row>`${unitsAt(date)} where v.code = ${code}`.execute(db);
  return rows[0] ? toUnit(rows[0]) : null;
}

/** By the prefix of a dossier code, assigned or provisional. */
export async function findUnitByIdentifier(db: Db, identifier: string, date: string): Promise<UnitAt | null> {
  const provisional = /^T(\d{2})(?:\.(\d{2})\.(\d{3}))?$/.exec(identifier);
  const code = provisional ? (provisional[2] ? `${provisional[2]}${provisional[3]}` : provisional[1]) : null;
  const { rows } = await sql<Row>`${unitsAt(date)}
    where v.identifier = ${identifier} or (v.identifier is null and v.code = ${code})`.execute(db);
  return rows.map(toUnit).find((unit) => unit.identifier === identifier) ?? null;
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

export async function insertNeighbourhoods(
  tx: Tx,
  unitId: string,
  neighbourhoods: readonly Neighbourhood[],
  validFrom: string,
): Promise<void> {
  await tx
    .insertInto('neighbourhood')
    .values(
      neighbourhoods.map(({ neighbourhoodId, name }) => ({
        unit_id: unitId,
        neighbourhood_id: neighbourhoodId,
        name,
        valid_from: validFrom,
        valid_to: null,
      })),
    )
    .execute();
}

export async function setHotline(db: Db, unitId: string, hotline: string): Promise<void> {
  await sql`update unit_version set hotline = ${hotline} where unit_id = ${unitId} and valid_to is null`.execute(db);
}
