import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { isRefusal, type Refusal } from '../problem.ts';
import { moveDurably, syncFolder, writeDurably } from './durable.ts';
import { type KeyRing, parseKeys, printKey, randomKey } from './keys.ts';
import { refuseKey } from './problems.ts';

export interface KeyOptions {
  /** `BACCAU_KEY_FILE`; null = the demo's key beside the data folder. */
  readonly keyFile: string | null;
  readonly dataDir: string;
  /** Only the demo (embedded database on loopback) may make its own key. */
  readonly demoAllowed: boolean;
  /** `installation.key_id` when the database is open: it knows the key even if the folder's marker is lost. */
  readonly expectedKeyId?: string | null;
}

/** Where the keys of an installation stand. */
export const keyPath = ({ keyFile, dataDir }: Pick<KeyOptions, 'keyFile' | 'dataDir'>): string =>
  keyFile === null ? demoKeyFile(dataDir) : resolve(keyFile);

/** The demo's key lies beside the data folder, never in it: a copy of the data is no copy of the key. */
export const demoKeyFile = (dataDir: string): string => `${resolve(dataDir)}.key`;

/** Ids of the keys with which the folder's data were sealed, one a line. */
const marker = (dataDir: string): string => join(resolve(dataDir), 'key-id');

/**
 * The keys of this installation. The demo's key is made on the first start only: never while data exist,
 * since a new key cannot open them and would only hide the loss.
 */
export async function loadKey(options: KeyOptions): Promise<KeyRing | Refusal> {
  const path = keyPath(options);
  if (options.keyFile === null && !options.demoAllowed) return refuseKey('needed');
  const needed = await neededIds(options);
  const text = await readKeyFile(path, options.dataDir);
  if (isRefusal(text)) return text;
  if (text === null && (needed.length > 0 || (await hasFiles(options.dataDir)))) {
    return refuseKey('missing', { path, dataDir: resolve(options.dataDir) });
  }
  if (text === null && options.keyFile !== null) return refuseKey('not-found', { path, reason: 'ENOENT' });
  const keys = parseKeys(text ?? (await createKeyFile(path)));
  if (!keys) return refuseKey('invalid', { path });
  const expected = needed.find((id) => !keys.byId(id));
  if (expected) return refuseKey('other', { path, dataDir: resolve(options.dataDir), expected });
  await mark(options.dataDir, needed, keys.current.id);
  return keys;
}

/**
 * The keys in the file of an installation, without making or marking anything: a restore looks before it touches.
 * null = there is no such file
 */
export async function readKeys(keyFile: string | null, dataDir: string): Promise<KeyRing | Refusal | null> {
  const path = keyFile === null ? demoKeyFile(dataDir) : resolve(keyFile);
  const text = await readKeyFile(path, dataDir);
  if (text === null || isRefusal(text)) return text;
  return parseKeys(text) ?? refuseKey('invalid', { path });
}

async function neededIds(options: KeyOptions): Promise<string[]> {
  const text = await readFile(marker(options.dataDir), 'utf8').catch(ifAbsent(''));
  const ids = text.split(/\s+/).filter(Boolean);
  return [...new Set(options.expectedKeyId ? [...ids, options.expectedKeyId] : ids)];
}

/** The data need no other key than these: written when old ones have been retired. */
export const markOnly = (dataDir: string, ids: readonly string[]): Promise<void> => writeMarker(dataDir, ids);

async function mark(dataDir: string, known: readonly string[], current: string): Promise<void> {
  const written = await readFile(marker(dataDir), 'utf8').catch(ifAbsent(''));
  if (written.split(/\s+/).includes(current)) return;
  await writeMarker(dataDir, [...new Set([...known, current])]);
}

async function writeMarker(dataDir: string, ids: readonly string[]): Promise<void> {
  await mkdir(resolve(dataDir), { recursive: true, mode: 0o700 });
  const temporary = `${marker(dataDir)}.${randomUUID()}`;
  await writeDurably(temporary, [Buffer.from(`${ids.join('\n')}\n`)]);
  await moveDurably(temporary, marker(dataDir));
}

async function hasFiles(dataDir: string): Promise<boolean> {
  for (const realm of ['real', 'practice']) {
    const names = await readdir(join(resolve(dataDir), 'files', realm)).catch(ifAbsent([]));
    if (names.length > 0) return true;
  }
  return false;
}

/** The file's text; null = there is none. */
async function readKeyFile(path: string, dataDir: string): Promise<string | null | Refusal> {
  try {
    const { mode } = await stat(path);
    const [file, folder] = [await realpath(path), await realpath(dataDir).catch(() => resolve(dataDir))];
    if (file.startsWith(folder + sep)) return refuseKey('inside', { path, dataDir: folder });
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) return refuseKey('exposed', { path });
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? null : refuseKey('not-found', { path, reason: String(code) });
  }
}

/** Whole or not at all, and never over another's: two first starts at once end with one key. */
export async function createKeyFile(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}`;
  await writeDurably(temporary, [Buffer.from(`${printKey(randomKey())}\n`)]);
  try {
    await link(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(temporary);
  }
  return readFile(path, 'utf8');
}

function ifAbsent<T>(value: T): (error: unknown) => T {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return value;
    throw error;
  };
}
