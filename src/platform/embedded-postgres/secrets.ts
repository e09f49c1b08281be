import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { LOGINS, type Login, type Secrets } from './roles.ts';

/** @returns null when there is no complete file. */
export function readSecrets(path: string): Secrets | null {
  try {
    const secrets = JSON.parse(readFileSync(path, 'utf8')) as Partial<Record<Login, string>>;
    return LOGINS.every((login) => typeof secrets[login] === 'string') ? (secrets as Secrets) : null;
  } catch {
    return null;
  }
}

/** Makes new passwords (192 bits each), on disk before they are used; mode 0600. */
export function makeSecrets(path: string): Secrets {
  const made = LOGINS.map((login) => [login, randomBytes(24).toString('base64url')]);
  const secrets = Object.fromEntries(made) as Secrets;
  const file = openSync(`${path}.part`, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(secrets, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.part`, path);
  return secrets;
}
