import { audit } from '../../platform/audit/index.ts';
import { type Db, type Tx, transact } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { toLocal } from '../units/index.ts';
import { type OpenInvitation, openInvitationOf } from './invitations.ts';
import { createStaff } from './manage-staff.ts';
import { hashPassword } from './password.ts';
import { refuse } from './problems.ts';
import { sealTotp } from './secrets.ts';
import { type SignInFrom, startSession } from './sessions.ts';
import { isStrongEnough, PASSWORD_LENGTH } from './staff-rules.ts';
import { useInvitation } from './store-invitations.ts';
import { deleteStaffSessions } from './store-sessions.ts';
import { firstActiveUnit, replaceSecrets, takeTotpStep } from './store-staff.ts';
import { totpStep } from './totp.ts';

export interface Acceptance {
  readonly db: Db;
  readonly keys: KeyRing;
  readonly now: Date;
  readonly token: string;
  /** Ignored when somebody renews: the login stays. */
  readonly login: string;
  readonly password: string;
  /** Code that the authenticator shows: proves that it was set up. */
  readonly code: string;
  readonly from: SignInFrom;
}

/**
 * Takes a one-time link: a new person gets login and roles, one who renews gets new secrets and every old session ends.
 * Signs the person in when a role is valid today.
 * Refusals: `invitation-gone`, `login-invalid`, `login-taken`, `password-weak`, `authenticator-wrong`.
 */
export async function acceptInvitation(ask: Acceptance): Promise<{ sessionToken: string | null } | Refusal> {
  const { db, keys, now } = ask;
  const open = await openInvitationOf(db, keys, ask.token, now);
  if (isRefusal(open)) return open;
  if (!isStrongEnough(ask.password)) return refuse('password-weak', PASSWORD_LENGTH);
  const step = totpStep(open.totpSecret, ask.code, now);
  if (step === null) return refuse('authenticator-wrong');
  return transact(db, async (tx) => {
    if (!(await useInvitation(tx, open.invitationId, now))) return refuse('invitation-gone');
    const done = open.kind === 'join' ? await join(tx, ask, open) : await renew(tx, ask, open);
    if (isRefusal(done)) return done;
    await takeTotpStep(tx, open.staffId, step);
    const unitId = await firstActiveUnit(tx, open.staffId, toLocal(now).date);
    const sessionToken = unitId
      ? await startSession(tx, { kind: 'staff', staffId: open.staffId, unitId }, ask.from, now)
      : null;
    return { sessionToken };
  });
}

async function join(tx: Tx, ask: Acceptance, open: OpenInvitation): Promise<Refusal | undefined> {
  const { unitId, validFrom, validTo } = open;
  const made = await createStaff(tx, {
    staffId: open.staffId,
    keys: ask.keys,
    now: ask.now,
    actor: `staff:${open.staffId}`,
    login: ask.login,
    fullName: open.fullName,
    phone: open.phone,
    password: ask.password,
    totpSecret: open.totpSecret,
    roles: open.roles.map((role) => ({ unitId, role, validFrom, validTo })),
  });
  return isRefusal(made) ? made : undefined;
}

async function renew(tx: Tx, { keys, now, password }: Acceptance, open: OpenInvitation): Promise<undefined> {
  const { staffId, unitId } = open;
  await replaceSecrets(tx, staffId, {
    passwordHash: await hashPassword(password),
    totpSealed: sealTotp(keys, staffId, open.totpSecret),
  });
  await deleteStaffSessions(tx, staffId);
  const subject = `staff:${staffId}`;
  await audit(tx, { unitId, act: 'staff.renewed', actor: subject, subject, at: now });
  return undefined;
}
