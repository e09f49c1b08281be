import { sql } from 'kysely';
import type { Config } from '../platform/config.ts';
import type { Db } from '../platform/db/index.ts';
import {
  type FileStore,
  type KeyRing,
  keyPath,
  type LiveKeyRing,
  liveKeyRing,
  loadKey,
  openStore,
} from '../platform/files/index.ts';
import { isRefusal, problemText } from '../platform/problem.ts';
import { CommandError, EXIT } from './output.ts';

/** The installation's keys. @throws CommandError with the sentence when they are missing or do not open its data */
export async function loadKeys(config: Config, expectedKeyId: string | null): Promise<KeyRing> {
  const { keyFile, dataDir, demo } = config;
  const keys = await loadKey({ keyFile, dataDir, demoAllowed: demo, expectedKeyId });
  if (isRefusal(keys)) throw new CommandError(problemText(keys), EXIT.failed);
  return keys;
}

/** Opens the encrypted files with the installation's key; a missing or wrong key stops the start with a sentence. */
export async function openFiles(config: Config, db: Db): Promise<{ files: FileStore; keys: LiveKeyRing }> {
  const { rows } = await sql<{ key_id: string | null }>`select key_id from installation`.execute(db);
  const keys = liveKeyRing(await loadKeys(config, rows[0]?.key_id ?? null), keyPath(config));
  if (rows[0]?.key_id !== keys.current.id) {
    await sql`update installation set key_id = ${keys.current.id}`.execute(db);
  }
  const files = openStore(config.dataDir, keys);
  return { files, keys };
}
