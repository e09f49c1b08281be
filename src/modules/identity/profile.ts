import { auditCitizen } from '../../platform/audit/index.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { maskCitizenNo } from './citizen-no-rules.ts';
import type { Profile } from './model.ts';
import { refuse } from './problems.ts';
import type { ProfileValues } from './profile-rules.ts';
import { openCitizenNo, sealCitizenNo } from './secrets.ts';
import { findProfile, findSealedCitizenNo, saveProfile } from './store-accounts.ts';

/** A person's own profile, the ID number masked. Refusal: `account-unknown`. */
export async function profileOf(db: Db, accountId: string): Promise<Profile | Refusal> {
  return (await findProfile(db, accountId)) ?? refuse('account-unknown');
}

export interface ProfileUpdate {
  readonly keys: KeyRing;
  readonly accountId: string;
  readonly values: ProfileValues;
  /** For the audit: `citizen:<id>` or `helper:<staff id>/<consent id>`. */
  readonly actor: string;
  readonly now: Date;
}

/** Saves values that {@link readProfile} accepted; the ID number only sealed. Refusal: `account-unknown`. */
export async function updateProfile(tx: Tx, update: ProfileUpdate): Promise<Refusal | undefined> {
  const { keys, accountId, values, actor, now } = update;
  const { citizenNo, ...rest } = values;
  const number =
    citizenNo === null ? null : { sealed: sealCitizenNo(keys, accountId, citizenNo), mask: maskCitizenNo(citizenNo) };
  if (!(await saveProfile(tx, accountId, { ...rest, citizenNo: number }))) return refuse('account-unknown');
  await auditCitizen(tx, {
    accountId,
    act: 'account.profile-changed',
    actor,
    subject: `account:${accountId}`,
    // Which parts, not what they say: even a hash of a number so short can be guessed back.
    detail: { citizenNoChanged: citizenNo !== null },
    at: now,
  });
  return undefined;
}

/**
 * The whole ID number, to fill a form: a sensitive read, so it is audited in the account's chain with its purpose.
 * Null when none is stored.
 */
export async function revealCitizenNo(
  tx: Tx,
  ask: { keys: KeyRing; accountId: string; actor: string; purpose: string; now: Date },
): Promise<string | null> {
  const sealed = await findSealedCitizenNo(tx, ask.accountId);
  if (!sealed) return null;
  await auditCitizen(tx, {
    accountId: ask.accountId,
    act: 'account.citizen-no-read',
    actor: ask.actor,
    subject: `account:${ask.accountId}`,
    detail: { purpose: ask.purpose },
    at: ask.now,
  });
  return openCitizenNo(ask.keys, ask.accountId, sealed);
}
