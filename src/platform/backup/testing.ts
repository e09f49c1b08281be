import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { clusterAt } from '../../../test/support/cluster.ts';
import { testDatabase } from '../../../test/support/db.ts';
import { systemClock } from '../clock.ts';
import { openDb } from '../db/index.ts';
import { type KeyRing, keyRing, openStore, putFile, randomKey } from '../files/index.ts';
import { isRefusal, type Refusal } from '../problem.ts';
import { restoreBackup } from './restore.ts';
import { verifyBackup } from './verify.ts';

/** Support for database tests of backups. */
export function must<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`${value.refused} ${JSON.stringify(value.params)}`);
  return value;
}

/** The refusal's code, or `done`. */
export const codeOf = (value: unknown): string => (isRefusal(value) ? value.refused : 'done');

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'baccau-backup-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A migrated database whose installation row knows its key, with a data folder of its own. */
export async function testInstallation() {
  const database = await testDatabase();
  const dataDir = temporaryFolder();
  const keys = keyRing(randomKey());
  const files = openStore(dataDir, keys);
  await database.db.updateTable('installation').set({ key_id: keys.current.id }).execute();
  const source = { ownerUrl: database.ownerUrl, files, clock: systemClock };
  return { ...database, dataDir, keys, files, source, storePaper: paperStore(database.db, files) };
}

type Opened = Awaited<ReturnType<typeof testDatabase>>;

/** Puts a paper with real bytes into somebody's store. */
const paperStore =
  (db: Opened['db'], files: ReturnType<typeof openStore>) =>
  async (accountId: string, bytes: Buffer, at = new Date('2026-11-03T03:00:00Z')): Promise<string> => {
    const { fileId, size, sha256 } = await putFile(files, 'real', bytes);
    await db
      .insertInto('paper')
      .values({
        account_id: accountId,
        paper_id: fileId,
        file_id: fileId,
        mime: 'image/jpeg',
        size_bytes: size,
        sha256,
        pages: 1,
        original_name: 'giay-khai-sinh.jpg',
        created_at: at,
        added_by: `citizen:${accountId}`,
      })
      .execute();
    return fileId;
  };

/** An empty database on the server of the tests, and an empty data folder. */
export async function emptyPlace() {
  const ownerUrl = await clusterAt(inject('adminUrl')).createDatabase();
  const opened: { close(): Promise<void> }[] = [];
  afterAll(async () => {
    await Promise.all(opened.map((database) => database.close()));
  });
  const open = () => {
    const database = openDb({ url: ownerUrl, role: 'baccau_app', max: 4 });
    opened.push(database);
    return database.db;
  };
  return { ownerUrl, dataDir: temporaryFolder(), open };
}

/** Verifies and restores. */
export async function restoreInto(path: string, place: { ownerUrl: string; dataDir: string }) {
  return restoreBackup({ backup: must(await verifyBackup(path)), ...place });
}

export type Place = Awaited<ReturnType<typeof emptyPlace>>;
export type { KeyRing };
