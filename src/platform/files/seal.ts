import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey, type Key, type KeyRing } from './keys.ts';

/** The text was changed, moved to another place, or its key is not in the ring. A bug or a broken machine. */
export class SealError extends Error {}

const PURPOSE = 'baccau-seal-v1';
const NONCE = 12;
const TAG = 16;

/**
 * Seals a small secret (TOTP secret, tracking secret) for a column: `v1.<key id>.<base64url>`, AES-256-GCM.
 * @param context where it belongs, e.g. `totp:<account id>`: moved to another row it does not open
 */
export function seal(keys: KeyRing, context: string, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(keys.current, PURPOSE), nonce);
  cipher.setAAD(bound(keys.current, context));
  const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `v1.${keys.current.id}.${body.toString('base64url')}`;
}

/** @throws SealError when the text was changed, belongs to another context or to a key that is not here */
export function unseal(keys: KeyRing, context: string, sealed: string): string {
  const [, id, encoded] = /^v1\.([0-9a-f]{16})\.([\w-]+)$/.exec(sealed) ?? [];
  if (!id || !encoded) throw new SealError('Not a sealed text');
  const key = keys.byId(id);
  if (!key) throw new SealError(`Sealed with key ${id}, which is not in the key file`);
  const body = Buffer.from(encoded, 'base64url');
  if (body.length < NONCE + TAG) throw new SealError('Sealed text is cut');
  try {
    const decipher = createDecipheriv('aes-256-gcm', deriveKey(key, PURPOSE), body.subarray(0, NONCE));
    decipher.setAAD(bound(key, context));
    decipher.setAuthTag(body.subarray(-TAG));
    return Buffer.concat([decipher.update(body.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealError('Sealed text was changed or belongs elsewhere');
  }
}

const bound = (key: Key, context: string): Buffer => Buffer.from(`${PURPOSE}|${key.id}|${context}`);
