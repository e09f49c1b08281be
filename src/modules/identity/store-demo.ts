import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { Sex } from './model.ts';

export interface DemoAccount {
  readonly accountId: string;
  /** E.164. */
  readonly phone: string;
  readonly homeUnitId: string;
  readonly fullName: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  readonly sex: Sex;
  readonly now: Date;
}

/** An invented citizen of the loopback demo, marked as such; nobody proved the phone. */
export async function insertDemoAccount(tx: Tx, account: DemoAccount): Promise<void> {
  await sql`
    with claimed as (
      insert into account_phone (phone, account_id, since) values (${account.phone}, ${account.accountId}, ${account.now}))
    insert into account (account_id, full_name, date_of_birth, sex, home_unit_id, created_at, created_by, is_demo)
    values (${account.accountId}, ${account.fullName}, ${account.dateOfBirth}, ${account.sex}, ${account.homeUnitId},
      ${account.now}, 'demo', true)`.execute(tx);
}
