import { createHash, hkdfSync, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;

/** A master key. It never encrypts anything itself: each purpose (and each file) derives its own key. */
export interface Key {
  /** 16 hex digits, derived from the key; stands in every sealed thing, so that keys can be rotated. */
  readonly id: string;
  readonly secret: Uint8Array;
}

/** The key that seals new things, and the older ones that still open what they sealed. */
export interface KeyRing {
  readonly current: Key;
  readonly byId: (id: string) => Key | undefined;
  readonly ids: readonly string[];
}

export function makeKey(secret: Uint8Array): Key {
  if (secret.length !== KEY_BYTES) throw new Error(`A key has ${KEY_BYTES} bytes, not ${secret.length}`);
  const id = createHash('sha256').update('baccau-key-id-v1').update(secret).digest('hex').slice(0, 16);
  return { id, secret };
}

export const randomKey = (): Key => makeKey(randomBytes(KEY_BYTES));

export function keyRing(current: Key, ...older: Key[]): KeyRing {
  const keys = new Map([current, ...older].map((key) => [key.id, key]));
  return { current, byId: (id) => keys.get(id), ids: [...keys.keys()] };
}

/** A 256-bit key for one purpose (HKDF-SHA-256). */
export const deriveKey = (key: Key, purpose: string, salt: Uint8Array = new Uint8Array()): Buffer =>
  Buffer.from(hkdfSync('sha256', key.secret, salt, purpose, KEY_BYTES));

/**
 * A key file: one key a line, 32 bytes as hex or base64; the first is current, the others open old data.
 * Empty lines and lines with `#` are skipped. null = not a key file.
 */
export function parseKeys(text: string): KeyRing | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseKey);
  const [current, ...older] = keys;
  if (!current || older.includes(null)) return null;
  return keyRing(current, ...older.filter((key) => key !== null));
}

function parseKey(line: string): Key | null {
  if (/^[0-9a-f]{64}$/i.test(line)) return makeKey(Buffer.from(line, 'hex'));
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(line)) return null;
  return makeKey(Buffer.from(line, 'base64'));
}

export const printKey = (key: Key): string => Buffer.from(key.secret).toString('base64');
