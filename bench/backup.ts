/**
 * A backup (snapshot, COPY of every table, hashes, compression, one file, read back and checked) and its restore,
 * against plain COPY of the same tables into files and a plain copy of the same stored files, in the same run, in turns.
 * Run: node bench/backup.ts [--quick] [--json]
 */
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { cp, mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { insertAccount, MORNING, seedUnitAndCatalogue, submitted } from '../src/modules/dossiers/testing.ts';
import { loadCalendar } from '../src/modules/units/index.ts';
import { restoreBackup, takeBackup, verifyBackup } from '../src/platform/backup/index.ts';
import { writeBackup } from '../src/platform/backup/write-backup.ts';
import { systemClock } from '../src/platform/clock.ts';
import { migrate, openDb } from '../src/platform/db/index.ts';
import { keyRing, openStore, putFile, randomKey } from '../src/platform/files/index.ts';
import { newId } from '../src/platform/ids.ts';
import { isRefusal, type Refusal } from '../src/platform/problem.ts';
import { startCluster } from '../test/support/cluster.ts';
import { copyRow } from './support/database.ts';
import { fixed, median, pairedRatios, spreadOf, spreadText } from './support/numbers.ts';
import { benchOptions, report, say } from './support/report.ts';
import { takeTurns } from './support/rounds.ts';

const options = benchOptions();
const rounds = options.quick ? 2 : 3;
const dossiers = options.quick ? 200 : 20_000;
const fileCount = options.quick ? 20 : 300;
const FILE_BYTES = 200 * 1024;

const must = <T>(value: T | Refusal): T => {
  if (isRefusal(value)) throw new Error(`${value.refused} ${JSON.stringify(value.params)}`);
  return value;
};

const folder = await mkdtemp(join(tmpdir(), 'baccau-bench-backup-'));
const { cluster, stop } = await startCluster();
const owner: pg.Client[] = [];
try {
  say(`Preparing ${dossiers} dossiers and ${fileCount} files…`);
  const url = await cluster.createDatabase();
  await migrate(url);
  const client = new pg.Client({ connectionString: url, options: '-c search_path=baccau' });
  await client.connect();
  owner.push(client);
  const dataDir = join(folder, 'data');
  const files = openStore(dataDir, keyRing(randomKey()));
  await prepare(url, client);
  const source = { ownerUrl: url, files, clock: systemClock };
  const tables = await tableNames(client);

  let counter = 0;
  const fresh = (): string => {
    counter += 1;
    return join(folder, `run-${counter}`);
  };
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return (performance.now() - started) / 1000;
  };

  say('Backup against plain copies…');
  const saving = await takeTurns(
    async () => {
      const path = fresh();
      const seconds = await timed(async () => must(await takeBackup(source, path)));
      await rm(path);
      return seconds;
    },
    async () => {
      const target = fresh();
      const seconds = await timed(() => plainCopy(client, tables, dataDir, target));
      await rm(target, { recursive: true });
      return seconds;
    },
    { rounds },
  );
  const path = join(folder, 'kept.tar');
  const writing = await timed(async () => must(await writeBackup({ ...source, path })));
  const checking = await timed(async () => must(await verifyBackup(path)));

  say('Restore against plain COPY back…');
  const plain = join(folder, 'plain');
  await plainCopy(client, tables, dataDir, plain);
  const loading = await takeTurns(
    async () => {
      const place = { ownerUrl: await cluster.createDatabase(), dataDir: fresh() };
      const seconds = await timed(async () => {
        must(await restoreBackup({ backup: must(await verifyBackup(path)), ...place }));
      });
      await drop(place.ownerUrl);
      await rm(place.dataDir, { recursive: true });
      return seconds;
    },
    async () => {
      const target = await cluster.createDatabase();
      await migrate(target);
      const into = fresh();
      const seconds = await timed(() => plainLoad(target, tables, plain, into));
      await drop(target);
      await rm(into, { recursive: true });
      return seconds;
    },
    { rounds: 2 },
  );

  const text = await sizeOf(plain, 'tables');
  const stored = await sizeOf(plain, 'files');
  report(options, {
    bench: 'backup',
    compares: `takeBackup (with reading back) and restoreBackup (with verifying, comparing and ANALYZE) against COPY of the same tables and a plain copy of the same files; ${rounds} rounds in turns; median (quartiles).`,
    rows: [
      {
        what: 'backup',
        'ours, s': spreadText(spreadOf(saving.a)),
        'plain, s': spreadText(spreadOf(saving.b)),
        'ours ÷ plain': spreadText(spreadOf(pairedRatios(saving.a, saving.b))),
      },
      {
        what: 'restore',
        'ours, s': spreadText(spreadOf(loading.a)),
        'plain, s': spreadText(spreadOf(loading.b)),
        'ours ÷ plain': spreadText(spreadOf(pairedRatios(loading.a, loading.b))),
      },
    ],
    notes: [
      `${dossiers} dossiers: ${megabytes(text)} MB of COPY text; ${fileCount} files: ${megabytes(stored)} MB; the backup: ${megabytes((await stat(path)).size)} MB.`,
      `Of one backup: writing ${fixed(writing)} s, reading back ${fixed(checking)} s; medians above are of both together (${fixed(median(saving.a))} s).`,
      'Plain: no snapshot, no hashes, no compression, nothing read back; each table and file synced to the disk. Plain loading finds its tables made, ours makes them.',
    ],
  });

  async function drop(database: string): Promise<void> {
    const admin = new pg.Client({ connectionString: cluster.adminUrl });
    await admin.connect();
    await admin.query(`drop database ${pg.escapeIdentifier(new URL(database).pathname.slice(1))}`);
    await admin.end();
  }

  async function prepare(databaseUrl: string, admin: pg.Client): Promise<void> {
    const app = openDb({ url: databaseUrl, role: 'baccau_app', max: 4 });
    const { db } = app;
    await loadCalendar(db, MORNING);
    const unitId = await seedUnitAndCatalogue(db);
    const accountId = await insertAccount(db, '+84912345678');
    const model = await submitted(db, accountId, unitId);
    const run = (text: string, values?: unknown[]) => admin.query(text, values);
    const ids = Array.from({ length: dossiers }, newId);
    await admin.query('alter table dossier drop constraint dossier_unit_id_code_key');
    await admin.query('alter table dossier drop constraint dossier_unit_id_local_date_day_number_key');
    await copyRow(run, { table: 'dossier', key: 'dossier_id', from: model.dossierId }, ids);
    await admin.query(`update dossier set code = code || '-' || n, day_number = n
      from (select dossier_id as id, row_number() over () as n from dossier) numbered where id = dossier_id`);
    await admin.query('alter table dossier add unique (unit_id, code), add unique (unit_id, local_date, day_number)');
    await copyRow(run, { table: 'dossier_action', key: 'dossier_id', from: model.dossierId }, ids);
    await copyRow(run, { table: 'citizen_dossier', key: 'dossier_id', from: model.dossierId }, ids);
    for (let count = 0; count < fileCount; count += 1) {
      const { fileId, size, sha256 } = await putFile(files, 'real', randomBytes(FILE_BYTES));
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
          original_name: 'anh.jpg',
          created_at: MORNING,
          added_by: `citizen:${accountId}`,
        })
        .execute();
    }
    await app.close();
  }
} finally {
  await Promise.all(owner.map((client) => client.end()));
  await stop();
  await rm(folder, { recursive: true, force: true });
}

async function tableNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'baccau'::regnamespace and relkind = 'r' and relname <> 'migration'`,
  );
  return rows.map(({ name }) => name);
}

/** What anybody would write first: each table into a file, then the folder of files. */
async function plainCopy(client: pg.Client, tables: readonly string[], dataDir: string, target: string): Promise<void> {
  await mkdir(join(target, 'tables'), { recursive: true });
  for (const table of tables) {
    const out = createWriteStream(join(target, 'tables', table), { flush: true });
    await pipeline(client.query(copyTo(`copy ${pg.escapeIdentifier(table)} to stdout`)), out);
  }
  await copyDurably(join(dataDir, 'files'), join(target, 'files'));
}

async function plainLoad(url: string, tables: readonly string[], plain: string, into: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=baccau' });
  await client.connect();
  try {
    await client.query('begin');
    // Foreign keys off, so that the order does not matter: the plain side may take every short cut.
    await client.query('set local session_replication_role = replica');
    await client.query(`truncate ${tables.map((table) => pg.escapeIdentifier(table)).join(', ')}`);
    for (const table of tables) {
      const text = createReadStream(join(plain, 'tables', table));
      await pipeline(text, client.query(copyFrom(`copy ${pg.escapeIdentifier(table)} from stdin`)));
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
  await copyDurably(join(plain, 'files'), join(into, 'files'));
}

async function copyDurably(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  for (const entry of await readdir(to, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const handle = await open(join(entry.parentPath, entry.name), 'r');
    await handle.sync();
    await handle.close();
  }
}

async function sizeOf(folderOf: string, part: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(join(folderOf, part), { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}

function megabytes(bytes: number): string {
  return fixed(bytes / 1_048_576, 1);
}
