import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { applyInTransaction, createMigrationTable, MIGRATION_LOCK, type Migration } from '../db/migrate.ts';
import type { TableEntry } from './model.ts';
import { copyInStatement, readTables, type TableShape, tableText } from './store-snapshot.ts';

/** Whether the database holds nothing of ours. */
export async function isEmptyTarget(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ tables: number }>(
    `select count(*)::int as tables from pg_class where relnamespace = to_regnamespace('baccau') and relkind in ('r', 'v', 'p')`,
  );
  return rows[0]?.tables === 0;
}

/** One transaction for everything: after a fault, or a kill, the database is as empty as before. */
export async function beginRestore(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  await client.query('begin');
}

/** Empty tables as they were when the backup was taken. */
export async function makeTables(client: pg.Client, migrations: readonly Migration[]): Promise<TableShape[]> {
  await createMigrationTable(client);
  for (const migration of migrations) await applyInTransaction(client, migration);
  const tables = await readTables(client);
  // Migrations write some rows of their own; the backup has them, as they are now.
  await client.query(`truncate ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`);
  return tables;
}

export async function applyLater(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  for (const migration of migrations) await applyInTransaction(client, migration);
  return migrations.map(({ name }) => name);
}

/** Loads compressed COPY text. Needs no superuser: the owner fills its own tables. */
export async function fillTable(client: pg.Client, table: TableShape, parts: AsyncIterable<Uint8Array>): Promise<void> {
  const target = client.query(copyFrom(copyInStatement(table)));
  await pipeline(Readable.from(parts, { objectMode: false }), createZstdDecompress(), target);
}

/** Whether a table, read again, gives the rows and bytes that went into the backup. */
export async function isAsSaved(client: pg.Client, table: TableEntry): Promise<boolean> {
  const { chunks, result } = tableText(client, table);
  for await (const _ of chunks);
  const { rows, bytes, sha256 } = result();
  return rows === table.rows && bytes === table.bytes && sha256 === table.sha256;
}

/** Statistics for the planner: without them the first hours after a restore would be slow. */
export async function analyze(client: pg.Client, tables: readonly TableShape[]): Promise<void> {
  for (const { name } of tables) await client.query(`analyze ${pg.escapeIdentifier(name)}`);
}
