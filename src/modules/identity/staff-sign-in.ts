import { audit } from '../../platform/audit/index.ts';
import { type Db, transact } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { allow } from '../../platform/throttle.ts';
import { toLocal } from '../units/index.ts';
import { passwordMatches } from './password.ts';
import { refuse } from './problems.ts';
import { openTotp } from './secrets.ts';
import { type SignInFrom, startSession } from './sessions.ts';
import { readLogin, STAFF_LIMITS } from './staff-rules.ts';
import { findStaffSecrets, firstActiveUnit, takeTotpStep } from './store-staff.ts';
import { newTotpSecret, totpStep } from './totp.ts';

export interface StaffSignIn {
  readonly db: Db;
  readonly keys: KeyRing;
  readonly now: Date;
  readonly login: string;
  readonly password: string;
  /** As typed. */
  readonly totp: string;
  readonly from: SignInFrom;
}

/**
 * Password and authenticator code in one step. One sentence for every wrong part, and the same work for an unknown
 * login, so that neither answer nor time tells which logins exist.
 * Refusals: `staff-sign-in`, `staff-too-many`; after both factors were right `staff-disabled`, `no-active-role`.
 */
export async function staffSignIn(
  ask: StaffSignIn,
): Promise<{ token: string; staffId: string; unitId: string } | Refusal> {
  const { db, now, from } = ask;
  const login = readLogin(ask.login);
  for (const [rule, subject] of [
    [STAFF_LIMITS.address, from.address],
    [STAFF_LIMITS.login, login ?? ask.login.slice(0, 200)],
  ] as const) {
    if (!(await allow(db, rule, subject, now))) return refuse('staff-too-many', { minutes: rule.windowSeconds / 60 });
  }
  const proven = await prove(ask, login);
  if (!proven) return refuse('staff-sign-in');
  return transact(db, async (tx) => {
    const taken = await takeTotpStep(tx, proven.staffId, proven.step);
    if (!taken) return refuse('staff-sign-in');
    if (taken.disabled) return refuse('staff-disabled');
    const unitId = await firstActiveUnit(tx, proven.staffId, toLocal(now).date);
    if (!unitId) return refuse('no-active-role');
    const token = await startSession(tx, { kind: 'staff', staffId: proven.staffId, unitId }, from, now);
    const subject = `staff:${proven.staffId}`;
    await audit(tx, { unitId, act: 'staff.signed-in', actor: subject, subject, at: now });
    return { token, staffId: proven.staffId, unitId };
  });
}

/** Always does the whole work: one look-up, one password hash, one code. */
async function prove(ask: StaffSignIn, login: string | null): Promise<{ staffId: string; step: number } | null> {
  const staff = await findStaffSecrets(ask.db, login ?? '');
  const secret = staff ? openTotp(ask.keys, staff.staffId, staff.totpSealed) : newTotpSecret();
  const [password, step] = [
    await passwordMatches(staff?.passwordHash, ask.password.slice(0, 1024)),
    totpStep(secret, ask.totp, ask.now),
  ];
  return staff && password && step !== null ? { staffId: staff.staffId, step } : null;
}
