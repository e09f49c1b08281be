import { randomBytes } from 'node:crypto';
import { v7, validate } from 'uuid';

/** UUIDv7: sortable by time, may also be made by a phone that is offline (DESIGN §5.3). */
export const newId = (): string => v7();

export const isUuid = (text: unknown): text is string => typeof text === 'string' && validate(text);

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Random base32 text (RFC 4648 alphabet, which has no 0, 1 and 8): 5 bits of entropy a character. */
export function randomBase32(length: number): string {
  return Array.from(randomBytes(length), (byte) => BASE32[byte & 31]).join('');
}

/** Random decimal digits, each equally likely (rejection sampling). */
export function randomDigits(length: number): string {
  let digits = '';
  while (digits.length < length) {
    for (const byte of randomBytes(length)) if (byte < 250 && digits.length < length) digits += byte % 10;
  }
  return digits;
}

/** An opaque bearer secret of 256 bits in base64url: session cookies, one-time links. */
export const randomToken = (): string => randomBytes(32).toString('base64url');
