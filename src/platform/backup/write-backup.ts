import { Readable } from 'node:stream';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { blobName, type FileStore, sealedWith } from '../files/index.ts';
import type { Refusal } from '../problem.ts';
import { type ArchiveWriter, createArchive } from './archive-write.ts';
import { sealOf } from './manifest.ts';
import { fileMember, printSums, tablePart } from './member-rules.ts';
import {
  FORMAT,
  KIND,
  MANIFEST,
  type Manifest,
  ROWS_STAY_OUT,
  SEAL,
  SUMS,
  type TableEntry,
  type Taken,
} from './model.ts';
import { refuseBackup } from './problems.ts';
import { answering, Refused } from './refused.ts';
import {
  backupClient,
  beginSnapshot,
  compressor,
  fileIds,
  type Snapshot,
  sealedKeyIds,
  type TableShape,
  tableText,
} from './store-snapshot.ts';

export interface BackupOptions {
  /** A login that may read every table: the owner's. */
  readonly ownerUrl: string;
  readonly files: FileStore;
  readonly path: string;
  readonly clock: Clock;
}

/** A table is cut into members of this size, so that nothing needs to be held or written twice to know its length. */
const PART = 4 * 1024 * 1024;

/**
 * Writes all tables of one snapshot, the files that it refers to and a manifest into one file, beside a running server.
 * @returns a refusal when there is no data or the file cannot be written; nothing is left behind then
 */
export const writeBackup = (options: BackupOptions): Promise<Taken | Refusal> =>
  answering(async () => {
    const startedAt = options.clock.now();
    const client = backupClient(options.ownerUrl);
    await client.connect();
    let archive: ArchiveWriter | null = null;
    try {
      const snapshot = await beginSnapshot(client);
      if (!snapshot) throw new Refused(refuseBackup('no-data'));
      archive = await createArchive(options.path, startedAt);
      const manifest = await writeAll(client, snapshot, archive, options.files, startedAt);
      await writeEnd(archive, manifest, options.files);
      const { sizeBytes, sha256 } = await archive.finish();
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      const { count: fileCount, missing } = manifest.files;
      const finishedAt = options.clock.now();
      return { path: options.path, sizeBytes, sha256, rows, fileCount, missing, startedAt, finishedAt };
    } catch (error) {
      await archive?.abandon();
      throw error;
    } finally {
      await client.end();
    }
  });

async function writeAll(
  client: pg.Client,
  snapshot: Snapshot,
  archive: ArchiveWriter,
  files: FileStore,
  at: Date,
): Promise<Manifest> {
  const kept = snapshot.tables.filter(({ name }) => !ROWS_STAY_OUT.has(name));
  const tables: TableEntry[] = [];
  for (const table of kept) tables.push(await writeTable(client, table, archive));
  const ids = await fileIds(client, kept);
  const keyIds = new Set(await sealedKeyIds(client, kept));
  // The rows are read; from here the snapshot would only keep the server from cleaning up.
  await client.query('commit');
  if (snapshot.currentKeyId) keyIds.add(snapshot.currentKeyId);
  const written = await writeFiles(ids, archive, files, keyIds);
  return {
    kind: KIND,
    format: FORMAT,
    createdAt: at.toISOString(),
    installationId: snapshot.installationId,
    keyIds: [...keyIds].sort(),
    postgres: snapshot.postgres,
    migrations: snapshot.migrations,
    tables,
    leftOut: snapshot.tables.filter(({ name }) => ROWS_STAY_OUT.has(name)).map(({ name }) => name),
    files: written,
  };
}

async function writeTable(client: pg.Client, table: TableShape, archive: ArchiveWriter): Promise<TableEntry> {
  const { chunks, result } = tableText(client, table);
  const source = Readable.from(chunks, { objectMode: false });
  const zip = compressor();
  source.once('error', (error) => zip.destroy(error));
  let parts = 0;
  for await (const part of cut(source.pipe(zip))) {
    await archive.add(tablePart(table.name, parts), part.length, [part]);
    parts += 1;
  }
  return { ...table, ...result(), parts };
}

const FILE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function* cut(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < PART) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Copied as they lie there, encrypted. What the disk has lost is listed, never a reason to keep nothing at all. */
async function writeFiles(ids: readonly string[], archive: ArchiveWriter, files: FileStore, keyIds: Set<string>) {
  const missing: string[] = [];
  let bytes = 0;
  for (const id of ids) {
    const blob = FILE_ID.test(id) ? blobName('real', id) : null;
    const size = blob ? await files.blobs.size(blob) : null;
    const source = blob && size !== null ? await files.blobs.get(blob) : null;
    if (!blob || !source || size === null) {
      missing.push(id);
      continue;
    }
    await archive.add(fileMember(blob), size, noting(source, keyIds));
    bytes += size;
  }
  return { count: ids.length - missing.length, bytes, missing };
}

/** Passes the bytes on and notes the key in their header. */
async function* noting(source: AsyncIterable<Buffer>, keyIds: Set<string>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const chunk of source) {
    const id = first ? sealedWith(chunk) : null;
    if (id) keyIds.add(id);
    first = false;
    yield chunk;
  }
}

async function writeEnd(archive: ArchiveWriter, manifest: Manifest, { keys }: FileStore): Promise<void> {
  const add = (name: string, bytes: Buffer) => archive.add(name, bytes.length, [bytes]);
  await add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  const sums = Buffer.from(printSums(archive.sums));
  await add(SUMS, sums);
  await add(SEAL, Buffer.from(sealOf(keys, sums)));
}
