import { Secret, TOTP } from 'otpauth';
import { randomBase32 } from '../../platform/ids.ts';

/** RFC 6238 with what every authenticator app knows: SHA-1, 6 digits, 30 seconds. */
const PERIOD_SECONDS = 30;

/** Steps accepted before and after the present one: phones' clocks are off by half a minute. */
const WINDOW = 1;

/** 160 bits (RFC 4226 §4 R6). */
export const newTotpSecret = (): string => randomBase32(32);

const totp = (secret: string): TOTP =>
  new TOTP({
    issuer: 'Bắc Cầu',
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** `otpauth://` address that an authenticator app reads from a QR code. */
export const totpAddress = (secret: string, label: string): string =>
  new TOTP({
    issuer: 'Bắc Cầu',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  }).toString();

/** The time step whose code was typed, or null. The caller must refuse a step that is not later than the last one. */
export function totpStep(secret: string, typed: string, now: Date): number | null {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : stepAt(now) + delta;
}

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / PERIOD_SECONDS);

/** The code of a time step, for tests and for the demo's mailbox page. */
export const totpCode = (secret: string, step: number): string =>
  totp(secret).generate({ timestamp: step * PERIOD_SECONDS * 1000 });

/** Seconds until the present step ends. */
export const secondsLeft = (now: Date): number => PERIOD_SECONDS - (Math.floor(now.getTime() / 1000) % PERIOD_SECONDS);
