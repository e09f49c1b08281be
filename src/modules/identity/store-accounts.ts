import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { Profile, Sex } from './model.ts';

export interface NewAccount {
  readonly accountId: string;
  readonly phone: string;
  readonly createdBy: string;
  readonly homeUnitId: string | null;
  readonly now: Date;
}

/**
 * Opens an account for a phone that has none. The phone's primary key decides: of two parallel calls one inserts,
 * the other waits, inserts nothing and answers false.
 */
export async function insertAccountForPhone(tx: Tx, account: NewAccount): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with claimed as (
      insert into account_phone (phone, account_id, since)
      values (${account.phone}, ${account.accountId}, ${account.now})
      on conflict (phone) do nothing returning account_id)
    insert into account (account_id, home_unit_id, created_at, created_by)
    select account_id, ${account.homeUnitId}, ${account.now}, ${account.createdBy} from claimed`.execute(tx);
  return numAffectedRows === 1n;
}

export async function accountIdOfPhone(db: Db, phone: string): Promise<string | undefined> {
  const row = await db.selectFrom('account_phone').select('account_id').where('phone', '=', phone).executeTakeFirst();
  return row?.account_id;
}

export async function findProfile(db: Db, accountId: string): Promise<Profile | undefined> {
  const { rows } = await sql<Profile>`
    select a.account_id as "accountId", p.phone, a.full_name as "fullName", a.date_of_birth as "dateOfBirth", a.sex,
      a.citizen_no_mask as "citizenNoMask", a.address, a.created_at as "createdAt", a.created_by as "createdBy"
    from account a
    left join lateral (
      select phone from account_phone where account_id = a.account_id order by since desc limit 1) p on true
    where a.account_id = ${accountId}`.execute(db);
  return rows[0];
}

export interface ProfileChange {
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly sex: Sex;
  readonly address: string;
  /** Null leaves the number as it is. */
  readonly citizenNo: { readonly sealed: string; readonly mask: string } | null;
}

/** False when there is no such account. */
export async function saveProfile(tx: Tx, accountId: string, change: ProfileChange): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({
      full_name: change.fullName,
      date_of_birth: change.dateOfBirth,
      sex: change.sex,
      address: change.address,
      ...(change.citizenNo && {
        citizen_no_sealed: change.citizenNo.sealed,
        citizen_no_mask: change.citizenNo.mask,
      }),
    })
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function findSealedCitizenNo(db: Db, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('account')
    .select('citizen_no_sealed')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.citizen_no_sealed ?? null;
}
