import { auditCitizen } from '../../platform/audit/index.ts';
import { type Db, transact } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import { isUuid } from '../../platform/ids.ts';
import type { SmsChannel } from '../../platform/messaging/index.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { issueCode, spendCode, verifyCode } from './codes.ts';
import { readMobile } from './mobile.ts';
import { openAccountFor } from './open-account.ts';
import { refuse } from './problems.ts';
import { type SignInFrom, startSession } from './sessions.ts';
import { codeDestination } from './store-codes.ts';

/**
 * Sends a sign-in code. Same answer, same work and a message in either case, whether the phone has an account or not.
 * Refusals: those of {@link readMobile} and of {@link issueCode}.
 */
export async function requestSignIn(ask: {
  readonly db: Db;
  readonly sms: SmsChannel | null;
  readonly keys: KeyRing;
  readonly now: Date;
  /** As typed. */
  readonly phone: string;
  readonly address: string;
}): Promise<{ codeId: string } | Refusal> {
  const phone = readMobile(ask.phone);
  if (isRefusal(phone)) return phone;
  return issueCode({ ...ask, phone, purpose: 'sign-in' });
}

/** Sends another code to the phone of an earlier request, so that nobody types the number twice. Refusals: `code-unknown`, … */
export async function requestSignInAgain(ask: {
  readonly db: Db;
  readonly sms: SmsChannel | null;
  readonly keys: KeyRing;
  readonly now: Date;
  readonly codeId: string;
  readonly address: string;
}): Promise<{ codeId: string } | Refusal> {
  const earlier = isUuid(ask.codeId) ? await codeDestination(ask.db, ask.codeId) : undefined;
  if (earlier?.purpose !== 'sign-in') return refuse('code-unknown');
  return issueCode({ ...ask, phone: earlier.phone, purpose: 'sign-in' });
}

/** What a sign-in needs besides the code. */
export interface SignIn {
  readonly db: Db;
  readonly keys: KeyRing;
  readonly now: Date;
  readonly codeId: string;
  /** As typed. */
  readonly code: string;
  readonly homeUnitId: string | null;
  readonly from: SignInFrom;
}

/** Signs in with a code; the first time, this opens the account. Refusals: those of {@link verifyCode}. */
export async function signIn(ask: SignIn): Promise<{ token: string; accountId: string; openedNow: boolean } | Refusal> {
  const { db, now, from } = ask;
  const proven = await verifyCode({ ...ask, address: from.address, purpose: 'sign-in' });
  if (isRefusal(proven)) return proven;
  return transact(db, async (tx) => {
    const code = await spendCode(tx, proven, now);
    if (isRefusal(code)) return code;
    const { accountId, openedNow } = await openAccountFor(tx, { code, by: 'citizen', homeUnitId: ask.homeUnitId, now });
    const token = await startSession(tx, { kind: 'citizen', accountId }, from, now);
    await auditCitizen(tx, {
      accountId,
      act: 'account.signed-in',
      actor: `citizen:${accountId}`,
      subject: `account:${accountId}`,
      detail: { codeId: code.codeId },
      at: now,
    });
    return { token, accountId, openedNow };
  });
}
