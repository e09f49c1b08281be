import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import { toLocal } from '../units/index.ts';
import type { Household, NewHousehold } from './households-model.ts';

/** Households a statement: few enough for one readable plan, many enough that 2,000 load in a second. */
const CHUNK = 500;

/**
 * Inserts households with their members, in chunks of one statement a table.
 * @throws when a household or its neighbourhood breaks a constraint: the caller made the rows.
 */
export async function insertHouseholds(tx: Tx, rows: readonly NewHousehold[], now: Date): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await insertChunk(tx, rows.slice(at, at + CHUNK), now);
}

async function insertChunk(tx: Tx, rows: readonly NewHousehold[], now: Date): Promise<void> {
  const households = rows.map(({ members, ...household }) => household);
  const members = rows.flatMap(({ unitId, householdId, members }) =>
    members.map((member) => ({ unitId, householdId, ...member })),
  );
  await sql`
    insert into household (unit_id, household_id, neighbourhood_id, address, phone, created_at, is_demo, valid_from)
    select "unitId", "householdId", "neighbourhoodId", address, phone, ${now}, coalesce("isDemo", false), ${toLocal(now).date}
    from jsonb_to_recordset(${JSON.stringify(households)}::jsonb) as t("unitId" text, "householdId" uuid,
      "neighbourhoodId" uuid, address text, phone text, "isDemo" boolean)`.execute(tx);
  await sql`
    insert into household_member (unit_id, household_id, member_id, full_name, birth_year, sex, is_head, account_id)
    select "unitId", "householdId", "memberId", "fullName", "birthYear", sex, coalesce("isHead", false), "accountId"
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as t("unitId" text, "householdId" uuid, "memberId" uuid,
      "fullName" text, "birthYear" int, sex text, "isHead" boolean, "accountId" uuid)`.execute(tx);
}

/** Columns of a household with its members as one JSON list. */
const WHOLE = sql`
  h.unit_id as "unitId", h.household_id as "householdId", h.neighbourhood_id as "neighbourhoodId", h.address, h.phone,
  h.is_demo as "isDemo", h.valid_from as "validFrom", h.valid_to as "validTo",
  case when h.successor_unit_id is not null then
    jsonb_build_object('unitId', h.successor_unit_id, 'householdId', h.successor_household_id) end as successor,
  case when h.predecessor_unit_id is not null then
    jsonb_build_object('unitId', h.predecessor_unit_id, 'householdId', h.predecessor_household_id) end as predecessor,
  coalesce((
    select jsonb_agg(jsonb_build_object('memberId', m.member_id, 'fullName', m.full_name, 'birthYear', m.birth_year,
      'sex', m.sex, 'isHead', m.is_head, 'accountId', m.account_id) order by m.is_head desc, m.birth_year, m.member_id)
    from household_member m where m.unit_id = h.unit_id and m.household_id = h.household_id), '[]') as members`;

export async function findHousehold(db: Db, unitId: string, householdId: string): Promise<Household | undefined> {
  const { rows } = await sql<Household>`
    select ${WHOLE} from household h where h.unit_id = ${unitId} and h.household_id = ${householdId}`.execute(db);
  return rows[0];
}

/** Open households of a neighbourhood by address; `after` is the last address and id of the page before. */
export async function listHouseholds(
  db: Db,
  ask: {
    readonly unitId: string;
    readonly neighbourhoodId: string;
    readonly limit: number;
    readonly after?: { readonly address: string; readonly householdId: string };
  },
): Promise<Household[]> {
  const after = ask.after
    ? sql`and (h.address, h.household_id) > (${ask.after.address}, ${ask.after.householdId}::uuid)`
    : sql``;
  const { rows } = await sql<Household>`
    select ${WHOLE} from household h
    where h.unit_id = ${ask.unitId} and h.neighbourhood_id = ${ask.neighbourhoodId} and h.valid_to is null ${after}
    order by h.address, h.household_id limit ${ask.limit}`.execute(db);
  return rows;
}

/** False when there is no such member of an open household, or the member is linked to another account already. */
export async function setMemberAccount(
  tx: Tx,
  member: { unitId: string; householdId: string; memberId: string; accountId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('household_member')
    .set({ account_id: member.accountId })
    .where('unit_id', '=', member.unitId)
    .where('household_id', '=', member.householdId)
    .where('member_id', '=', member.memberId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('household')
          .select('household_id')
          .where('unit_id', '=', member.unitId)
          .where('household_id', '=', member.householdId)
          .where('valid_to', 'is', null),
      ),
    )
    .where((where) => where.or([where('account_id', 'is', null), where('account_id', '=', member.accountId)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
