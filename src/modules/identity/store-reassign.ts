import { sql } from 'kysely';
import { type Db, json, type Tx } from '../../platform/db/index.ts';
import type { HouseholdMove, OpenHousehold } from './reassign-rules.ts';

/** Locks the open households of a neighbourhood. */
export async function lockOpenHouseholds(
  tx: Tx,
  { unitId, neighbourhoodId }: { unitId: string; neighbourhoodId: string },
): Promise<OpenHousehold[]> {
  const { rows } = await sql<OpenHousehold>`
    select household_id as "householdId", valid_from as "validFrom" from household
    where unit_id = ${unitId} and neighbourhood_id = ${neighbourhoodId} and valid_to is null
    order by household_id for update`.execute(tx);
  return rows;
}

interface Place {
  readonly unitId: string;
  readonly neighbourhoodId: string;
}

/** Opens the successors with all their members, then closes the old rows, which keep theirs. Three statements. */
export async function moveHouseholds(
  tx: Tx,
  { from, to, moves, now }: { from: Place; to: Place; moves: readonly HouseholdMove[]; now: Date },
): Promise<void> {
  const pairs = sql`jsonb_to_recordset(${json(moves)}) as m("householdId" uuid, "successorId" uuid, day date)`;
  await sql`
    insert into household (unit_id, household_id, neighbourhood_id, address, phone, created_at, is_demo, valid_from,
      predecessor_unit_id, predecessor_household_id)
    select ${to.unitId}, m."successorId", ${to.neighbourhoodId}, h.address, h.phone, ${now}, h.is_demo, m.day,
      h.unit_id, h.household_id
    from household h join ${pairs} on m."householdId" = h.household_id where h.unit_id = ${from.unitId}`.execute(tx);
  await sql`
    insert into household_member (unit_id, household_id, member_id, full_name, birth_year, sex, is_head, account_id)
    select ${to.unitId}, m."successorId", p.member_id, p.full_name, p.birth_year, p.sex, p.is_head, p.account_id
    from household_member p join ${pairs} on m."householdId" = p.household_id where p.unit_id = ${from.unitId}`.execute(
    tx,
  );
  await sql`
    update household as h set valid_to = m.day, successor_unit_id = ${to.unitId}, successor_household_id = m."successorId"
    from ${pairs} where h.unit_id = ${from.unitId} and h.household_id = m."householdId"`.execute(tx);
}

export interface NeighbourhoodCount {
  readonly unitId: string;
  readonly neighbourhoodId: string;
  readonly name: string;
  /** Open households. */
  readonly households: number;
}

/** Every neighbourhood of these units under its last name, with how many open households it has. */
export async function neighbourhoodCounts(db: Db, unitIds: readonly string[]): Promise<NeighbourhoodCount[]> {
  const { rows } = await sql<NeighbourhoodCount>`
    select n.unit_id as "unitId", n.neighbourhood_id as "neighbourhoodId", coalesce(name.name, '') as name,
      (select count(*) from household h where h.unit_id = n.unit_id and h.neighbourhood_id = n.neighbourhood_id
        and h.valid_to is null)::int as households
    from neighbourhood n
      left join lateral (select m.name from neighbourhood_name m where m.unit_id = n.unit_id
        and m.neighbourhood_id = n.neighbourhood_id order by m.valid_from desc, m.name_id desc limit 1) name on true
    where n.unit_id = any(${unitIds}::text[])`.execute(db);
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }));
}
