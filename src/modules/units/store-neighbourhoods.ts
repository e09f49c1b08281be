import { sql } from 'kysely';
import { type Db, json, type Tx } from '../../platform/db/index.ts';
import type { NeighbourhoodAt } from './model.ts';

/** The name that a neighbourhood bears on a day. */
const nameAt = (date: string) => sql`
  join lateral (select name, valid_from from neighbourhood_name m
    where m.unit_id = n.unit_id and m.neighbourhood_id = n.neighbourhood_id and m.valid_from <= ${date}
    order by m.valid_from desc, m.name_id desc limit 1) name on true
  left join lateral (select name from neighbourhood_name m
    where m.unit_id = n.unit_id and m.neighbourhood_id = n.neighbourhood_id and m.valid_from < name.valid_from
    order by m.valid_from desc, m.name_id desc limit 1) former on true`;

/**
 * Neighbourhoods of a unit that are there on a day, in the order in which people count them (2 before 10).
 * @param all also those that ended before or begin later, under their last name
 */
export async function listNeighbourhoods(
  db: Db,
  ask: { readonly unitId: string; readonly date: string; readonly all?: boolean },
): Promise<NeighbourhoodAt[]> {
  const { unitId, date, all = false } = ask;
  const valid = sql`n.valid_from <= ${date} and (n.valid_to is null or n.valid_to > ${date})`;
  const { rows } = await sql<NeighbourhoodAt>`
    select n.neighbourhood_id as "neighbourhoodId", name.name, n.valid_from as "validFrom", n.valid_to as "validTo",
      name.valid_from as "nameSince", former.name as "formerName"
    from neighbourhood n ${nameAt(all ? '9999-12-31' : date)}
    where n.unit_id = ${unitId} ${all ? sql`` : sql`and ${valid}`}`.execute(db);
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }));
}

/** One change at a time within a unit, so that two people cannot give one name twice. Held until the commit. */
export const lockNeighbourhoods = (tx: Tx, unitId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`neighbourhoods:${unitId}`}, 0))`.execute(tx);

export interface NewName {
  readonly neighbourhoodId: string;
  readonly nameId: string;
  readonly name: string;
  readonly validFrom: string;
}

interface Recorded {
  readonly unitId: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** Adds neighbourhoods with their first names, many at once. */
export async function insertNeighbourhoods(
  tx: Tx,
  by: Recorded,
  added: readonly (NewName & { readonly validTo?: string | null })[],
): Promise<void> {
  if (added.length === 0) return;
  await sql`
    insert into neighbourhood (unit_id, neighbourhood_id, valid_from, valid_to)
    select ${by.unitId}, "neighbourhoodId", "validFrom", "validTo"
    from jsonb_to_recordset(${json(added)}) as t("neighbourhoodId" uuid, "validFrom" date, "validTo" date)`.execute(tx);
  await insertNames(tx, by, added);
}

export async function insertNames(tx: Tx, by: Recorded, names: readonly NewName[]): Promise<void> {
  if (names.length === 0) return;
  await sql`
    insert into neighbourhood_name (unit_id, neighbourhood_id, name_id, valid_from, name, recorded_at, recorded_by)
    select ${by.unitId}, "neighbourhoodId", "nameId", "validFrom", name, ${by.recordedAt}, ${by.recordedBy}
    from jsonb_to_recordset(${json(names)}) as t("neighbourhoodId" uuid, "nameId" uuid, "validFrom" date, name text)`.execute(
    tx,
  );
}

/** Ends neighbourhoods; their households stay where they are until they are re-assigned. */
export async function closeNeighbourhoods(
  tx: Tx,
  unitId: string,
  closed: readonly { readonly neighbourhoodId: string; readonly validTo: string }[],
): Promise<void> {
  if (closed.length === 0) return;
  await sql`
    update neighbourhood n set valid_to = t."validTo"
    from jsonb_to_recordset(${json(closed)}) as t("neighbourhoodId" uuid, "validTo" date)
    where n.unit_id = ${unitId} and n.neighbourhood_id = t."neighbourhoodId"`.execute(tx);
}
