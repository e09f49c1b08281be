/** Minutes that a one-time code is good for: long enough to find one's glasses, short enough to be useless later. */
export const CODE_MINUTES = 5;

/** Wrong entries allowed for one code: with {@link CODE_LIMITS} at most 50 guesses a day among a million. */
export const CODE_ATTEMPTS = 5;

export const CODE_DIGITS = 6;

export type CodePurpose = 'sign-in' | 'consent' | 'confirm';

/**
 * Limits on sending. The address limit is wide on purpose: a neighbourhood office and a whole mobile network
 * stand behind one address.
 */
export const CODE_LIMITS = {
  phone: { name: 'code:phone', limit: 5, windowSeconds: 15 * 60 },
  phoneDay: { name: 'code:phone-day', limit: 10, windowSeconds: 24 * 3600 },
  address: { name: 'code:address', limit: 100, windowSeconds: 15 * 60 },
  check: { name: 'code:check-address', limit: 300, windowSeconds: 15 * 60 },
} as const;

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
