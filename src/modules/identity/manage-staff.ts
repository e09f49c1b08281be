import { audit } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/problem.ts';
import { hashPassword } from './password.ts';
import { refuse } from './problems.ts';
import { sealTotp } from './secrets.ts';
import { isStrongEnough, PASSWORD_LENGTH, readLogin } from './staff-rules.ts';
import { insertRoles, insertStaff, type RoleGrant } from './store-staff.ts';
import { newTotpSecret } from './totp.ts';

export interface NewStaff {
  readonly keys: KeyRing;
  readonly now: Date;
  /** For the audit: `staff:<id>` or `system`. */
  readonly actor: string;
  /** Made beforehand by an invitation; made here when absent. */
  readonly staffId?: string;
  readonly login: string;
  readonly fullName: string;
  /** E.164. */
  readonly phone?: string | null;
  readonly password: string;
  /** Base32; made here when absent. */
  readonly totpSecret?: string;
  readonly roles: readonly RoleGrant[];
  readonly isDemo?: boolean;
}

/**
 * Creates a person on the staff with roles.
 * @returns the TOTP secret for the person's authenticator app: shown once, kept only sealed.
 * Refusals: `login-invalid`, `password-weak`, `login-taken`.
 */
export async function createStaff(tx: Tx, staff: NewStaff): Promise<{ staffId: string; totpSecret: string } | Refusal> {
  const login = readLogin(staff.login);
  if (!login) return refuse('login-invalid');
  if (!isStrongEnough(staff.password)) return refuse('password-weak', PASSWORD_LENGTH);
  const staffId = staff.staffId ?? newId();
  const totpSecret = staff.totpSecret ?? newTotpSecret();
  const created = await insertStaff(tx, {
    staffId,
    login,
    fullName: staff.fullName,
    phone: staff.phone ?? null,
    passwordHash: await hashPassword(staff.password),
    totpSealed: sealTotp(staff.keys, staffId, totpSecret),
    isDemo: staff.isDemo ?? false,
    now: staff.now,
  });
  if (!created) return refuse('login-taken', { login });
  await insertRoles(tx, staffId, staff.roles);
  for (const unitId of [...new Set(staff.roles.map((role) => role.unitId))].sort()) {
    const roles = staff.roles.filter((role) => role.unitId === unitId);
    await audit(tx, {
      unitId,
      act: 'staff.created',
      actor: staff.actor,
      subject: `staff:${staffId}`,
      detail: roles,
      at: staff.now,
    });
  }
  return { staffId, totpSecret };
}
