import { createHash } from 'node:crypto';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import { isUuid, newId, randomDigits } from '../../platform/ids.ts';
import { isReady, type SmsChannel } from '../../platform/messaging/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { allow, type ThrottleRule } from '../../platform/throttle.ts';
import {
  CODE_ATTEMPTS,
  CODE_DIGITS,
  CODE_LIMITS,
  CODE_MINUTES,
  type CodePurpose,
  codeMessage,
  PHONE_LIMITS,
  readCode,
  SIGN_IN_ACT,
} from './codes-rules.ts';
import { maskPhone } from './phone-rules.ts';
import { refuse } from './problems.ts';
import { codeHash, isCode } from './secrets.ts';
import { codeDestination, countAttempt, insertCode, markCodeUsed } from './store-codes.ts';

/** The one act that a code confirms. */
export interface NamedAct {
  /** For the message, after "để": `nộp hồ sơ Đăng ký khai sinh`. No personal data of third persons. */
  readonly words: string;
  /** {@link actHash} of everything that the person confirms. */
  readonly hash: string;
}

/** Hash that binds a code to one act with one content, so that neither can be swapped after the code was sent. */
export const actHash = (act: string, content: unknown): string =>
  createHash('sha256')
    .update(`${act}\n${JSON.stringify(content ?? null)}`)
    .digest('hex');

export interface CodeRequest {
  readonly db: Db;
  readonly sms: SmsChannel | null;
  readonly keys: KeyRing;
  readonly now: Date;
  /** E.164. */
  readonly phone: string;
  /** Network address of the asker, for the throttle. */
  readonly address: string;
  readonly purpose: CodePurpose;
  /** Required for `consent` and `confirm`. */
  readonly act?: NamedAct;
}

/**
 * Sends a 6-digit code by text message, directly: never through the outbox or a log; only its keyed hash is kept.
 * Does not look whether the phone has an account, so it cannot tell.
 * Refusals: `code-no-channel`, `code-too-many`, `code-not-sent`. Call it outside a transaction (the throttle commits on its own).
 */
export async function issueCode(ask: CodeRequest): Promise<{ codeId: string } | Refusal> {
  const { db, sms, keys, now, phone, purpose, act } = ask;
  if (purpose !== 'sign-in' && !act) throw new Error(`A ${purpose} code must name its act`);
  const limits: [ThrottleRule, string][] = [
    [CODE_LIMITS.address, ask.address],
    ...PHONE_LIMITS[purpose].map((rule): [ThrottleRule, string] => [rule, phone]),
  ];
  // Before it is counted: nobody has tried anything yet.
  if (!sms || !(await isReady(sms))) return refuse('code-no-channel');
  for (const [rule, subject] of limits) {
    if (!(await allow(db, rule, subject, now))) return refuse('code-too-many', { minutes: rule.windowSeconds / 60 });
  }
  const codeId = newId();
  const code = randomDigits(CODE_DIGITS);
  await insertCode(db, {
    codeId,
    phone,
    purpose,
    actHash: act?.hash ?? null,
    codeHash: codeHash(keys, codeId, code),
    createdAt: now,
    expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
  });
  try {
    await sms.sendSms(phone, codeMessage(code, act?.words ?? SIGN_IN_ACT));
  } catch {
    // The channel's own error may quote the message: it must not reach a log.
    return refuse('code-not-sent');
  }
  return { codeId };
}

declare const brand: unique symbol;

/** A code that was typed right. It is spent by {@link spendCode} in the transaction of its act. */
export interface ProvenCode {
  readonly [brand]: 'proven';
  readonly codeId: string;
  readonly phone: string;
}

/** A proven code that now belongs to one act: the right to act for the owner of `phone`, once. */
export interface SpentCode {
  readonly [brand]: 'spent';
  readonly codeId: string;
  readonly phone: string;
}

export interface CodeCheck {
  readonly db: Db;
  readonly keys: KeyRing;
  readonly now: Date;
  readonly codeId: string;
  /** As typed. */
  readonly code: string;
  readonly address: string;
  readonly purpose: CodePurpose;
  /** {@link actHash} recomputed from what is about to be done; for `consent` and `confirm`. */
  readonly actHash?: string;
}

/**
 * First half: is this the code that was sent, for this act? Every call counts as one of {@link CODE_ATTEMPTS},
 * committed at once. It does not use the code up: call {@link spendCode} inside the act's transaction.
 * Refusals: `code-wrong`, `code-expired`, `code-used`, `code-exhausted`, `code-unknown`, `code-other-act`, `code-too-many`.
 */
export async function verifyCode(check: CodeCheck): Promise<ProvenCode | Refusal> {
  const { db, keys, now, codeId } = check;
  if (!(await allow(db, CODE_LIMITS.check, check.address, now))) {
    return refuse('code-too-many', { minutes: CODE_LIMITS.check.windowSeconds / 60 });
  }
  if (!isUuid(codeId)) return refuse('code-unknown');
  const row = await countAttempt(db, codeId);
  if (!row) return refuse((await codeDestination(db, codeId)) ? 'code-exhausted' : 'code-unknown');
  if (row.usedAt) return refuse('code-used');
  if (row.expiresAt <= now) return refuse('code-expired', { minutes: CODE_MINUTES });
  if (row.purpose !== check.purpose || row.actHash !== (check.actHash ?? null)) return refuse('code-other-act');
  if (!isCode(keys, codeId, readCode(check.code) ?? '', row.codeHash)) {
    const left = CODE_ATTEMPTS - row.attempts;
    return left > 0 ? refuse('code-wrong', { left }) : refuse('code-exhausted');
  }
  return { codeId, phone: row.phone } as ProvenCode;
}

/**
 * Second half: uses the code up in the transaction of the act, so that a failed act leaves it usable
 * and two parallel acts cannot share it. Refusal: `code-used`.
 */
export async function spendCode(tx: Tx, proven: ProvenCode, now: Date): Promise<SpentCode | Refusal> {
  if (!(await markCodeUsed(tx, proven.codeId, now))) return refuse('code-used');
  return { codeId: proven.codeId, phone: proven.phone } as SpentCode;
}

/** Where a code went, for the page that asks for it; null when there is nothing left to type. */
export async function codeSentTo(db: Db, codeId: string): Promise<{ maskedPhone: string } | null> {
  if (!isUuid(codeId)) return null;
  const row = await codeDestination(db, codeId);
  return row ? { maskedPhone: maskPhone(row.phone) } : null;
}
