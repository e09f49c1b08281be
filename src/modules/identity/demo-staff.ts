import type { Db } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import type { Role } from './model.ts';
import { openTotp } from './secrets.ts';
import { listDemoStaff } from './store-staff.ts';
import { secondsLeft, stepAt, totpCode } from './totp.ts';

export interface DemoStaff {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** A code that works now; null when those of this half minute were used: look again in a moment. */
  readonly code: string | null;
  readonly secondsLeft: number;
}

/**
 * Logins of invented staff with a usable authenticator code, for the loopback demo's mailbox page, which takes the
 * place of their phones. A code works once, so after a sign-in the next step's is shown (one step early is accepted).
 */
export async function demoStaffCodes(db: Db, keys: KeyRing, now: Date): Promise<DemoStaff[]> {
  const present = stepAt(now);
  return (await listDemoStaff(db)).map(({ staffId, login, name, roles, totpSealed, lastStep }) => {
    const step = [present, present + 1].find((candidate) => candidate > lastStep);
    const code = step === undefined ? null : totpCode(openTotp(keys, staffId, totpSealed), step);
    return { login, name, roles, code, secondsLeft: secondsLeft(now) };
  });
}
