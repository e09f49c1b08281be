import { auditCitizen } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Sex } from './model.ts';
import { insertAccountForPhone, markDemoAccount } from './store-accounts.ts';

export interface DemoAccount {
  readonly accountId: string;
  /** E.164, invented; nobody may have an account on it yet. */
  readonly phone: string;
  readonly homeUnitId: string;
  readonly fullName: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  readonly sex: Sex;
  readonly now: Date;
}

/** An invented person's account for the demo, marked as such. @throws when the phone has an account */
export async function insertDemoAccount(tx: Tx, account: DemoAccount): Promise<void> {
  const { accountId, now } = account;
  if (!(await insertAccountForPhone(tx, { ...account, createdBy: 'citizen' }))) {
    throw new Error('The demo’s phone has an account already');
  }
  await markDemoAccount(tx, account);
  const subject = `account:${accountId}`;
  await auditCitizen(tx, { accountId, act: 'account.opened', actor: 'system', subject, at: now });
}
