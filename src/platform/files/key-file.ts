import { randomUUID } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import type { Refusal } from '../problem.ts';
import { moveDurably, writeDurably } from './durable.ts';
import { type Key, parseKeys, printKey } from './keys.ts';
import { refuseKey } from './problems.ts';

/** A key file's text with a new key before all others; comments and old keys stay as they are. */
export const keyFileWith = (text: string, key: Key): string => `${printKey(key)}\n${text}`;

/** A key file's text without these keys. */
export const keyFileWithout = (text: string, ids: ReadonlySet<string>): string =>
  text
    .split(/\r?\n/)
    .filter((line) => {
      const key = parseKeys(line)?.current;
      return !key || !ids.has(key.id);
    })
    .join('\n');

/**
 * Replaces a key file in one step, down to the disk, readable by its owner only. Only the owner may: a file of another
 * user could no longer be read by the service. Refusals: `not-owner`, `not-writable`
 */
export async function changeKeyFile(path: string, change: (text: string) => string): Promise<Refusal | null> {
  const owner = (await stat(path)).uid;
  if (process.getuid && process.getuid() !== owner) return refuseKey('not-owner', { path });
  const text = change(await readFile(path, 'utf8'));
  if (!parseKeys(text)) throw new Error('A key file without keys was about to be written');
  const temporary = `${path}.${randomUUID()}`;
  try {
    await writeDurably(temporary, [Buffer.from(text)]);
    await moveDurably(temporary, path);
    return null;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return refuseKey('not-writable', { path });
    throw error;
  }
}
