/** Sign-in attempts allowed for one login, and for one address (an office shares one). */
export const STAFF_LIMITS = {
  login: { name: 'staff:login', limit: 10, windowSeconds: 15 * 60 },
  address: { name: 'staff:address', limit: 60, windowSeconds: 15 * 60 },
} as const;

/** Length instead of composition rules: these only make people write passwords on paper (NIST SP 800-63B §5.1.1.2). */
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;

export const isStrongEnough = (password: string): boolean =>
  password.length >= PASSWORD_LENGTH.min && password.length <= PASSWORD_LENGTH.max;

/** A login as stored: trimmed, lower case. Null when it cannot be one. */
export function readLogin(typed: string): string | null {
  const login = typed.trim().toLowerCase();
  return /^[a-z0-9](?:[a-z0-9.-]{1,38})[a-z0-9]$/.test(login) ? login : null;
}
