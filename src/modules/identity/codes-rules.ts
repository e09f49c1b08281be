import type { ThrottleRule } from '../../platform/throttle.ts';

/** Minutes that a one-time code is good for: long enough to find one's glasses, short enough to be useless later. */
export const CODE_MINUTES = 5;

/** Wrong entries allowed for one code: with {@link PHONE_LIMITS} at most 50 guesses a day at a sign-in, among a million. */
export const CODE_ATTEMPTS = 5;

export const CODE_DIGITS = 6;

export type CodePurpose = 'sign-in' | 'consent' | 'confirm';

/** Limits by network address, wide on purpose: a neighbourhood office and a whole mobile network stand behind one. */
export const CODE_LIMITS = {
  address: { name: 'code:address', limit: 100, windowSeconds: 15 * 60 },
  check: { name: 'code:check-address', limit: 300, windowSeconds: 15 * 60 },
} as const;

/**
 * Limits on messages to one phone, by what they are for. Only sign-in codes can be asked for by a stranger, so theirs
 * are few; consents and confirmations are asked for by staff at the person's side, several in one visit.
 */
export const PHONE_LIMITS = {
  'sign-in': [
    { name: 'code:phone', limit: 5, windowSeconds: 15 * 60 },
    { name: 'code:phone-day', limit: 10, windowSeconds: 24 * 3600 },
  ],
  consent: [{ name: 'code:consent', limit: 5, windowSeconds: 15 * 60 }],
  confirm: [{ name: 'code:confirm', limit: 10, windowSeconds: 15 * 60 }],
} as const satisfies Record<CodePurpose, readonly ThrottleRule[]>;

/** Digits out of what a person typed: spaces, dots and dashes are forgiven. Null when it is no code. */
export function readCode(typed: string): string | null {
  const digits = typed.replace(/[\s.\-–]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/**
 * The text message. It names the act, so that nobody can be talked into reading out a code "for something else".
 * @param act what the code does, as an infinitive after "để": `đăng nhập Bắc Cầu`.
 */
export const codeMessage = (code: string, act: string): string =>
  `Mã ${code} để ${act}. Mã dùng trong ${CODE_MINUTES} phút. Không đọc mã cho người gọi điện.`;

export const SIGN_IN_ACT = 'đăng nhập Bắc Cầu';
