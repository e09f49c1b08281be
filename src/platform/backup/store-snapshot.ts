import { createHash } from 'node:crypto';
import { createZstdCompress } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { MIGRATION_LOCK } from '../db/migrate.ts';
import { MIGRATION_TABLE, type MigrationMark, ROWS_STAY_OUT } from './model.ts';
import { fillOrder, type Reference } from './order-rules.ts';

/** The same text from every version and setting of the server. */
const SETTINGS = [
  'search_path=baccau',
  'timezone=UTC',
  'datestyle=ISO',
  'intervalstyle=postgres',
  'bytea_output=hex',
  'extra_float_digits=3',
  'client_encoding=UTF8',
  // Rows in the order of the heap, which is the order of the loading: so a restored table gives the same bytes.
  'synchronize_seqscans=off',
  'statement_timeout=0',
  'idle_in_transaction_session_timeout=0',
];

export function backupClient(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'baccau backup',
    options: SETTINGS.map((setting) => `-c ${setting}`).join(' '),
  });
  // A connection lost between two statements, e.g. while files are copied, fails the next statement, not the program.
  client.on('error', () => {});
  return client;
}

/** The key of the data; null = none yet, or no data. */
export async function installationKeyId(url: string): Promise<string | null> {
  const client = backupClient(url);
  await client.connect();
  try {
    const { rows: there } = await client.query<{ there: boolean }>(
      `select to_regclass('installation') is not null as there`,
    );
    if (!there[0]?.there) return null;
    const { rows } = await client.query<{ key: string | null }>('select key_id as key from installation');
    return rows[0]?.key ?? null;
  } finally {
    await client.end();
  }
}

export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface Snapshot {
  readonly postgres: string;
  readonly installationId: string;
  readonly currentKeyId: string | null;
  readonly migrations: readonly MigrationMark[];
  readonly tables: readonly TableShape[];
}

/**
 * Begins the one transaction that reads everything. The lock comes before the snapshot: a migration between the two
 * would show new tables with old rows. null = no data of ours
 */
export async function beginSnapshot(client: pg.Client): Promise<Snapshot | null> {
  await client.query('select pg_advisory_lock_shared($1)', [MIGRATION_LOCK]);
  await client.query('begin transaction isolation level repeatable read, read only');
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass('installation') is not null as there`,
  );
  if (!there[0]?.there) return null;
  const { rows } = await client.query<{ postgres: string; id: string; key: string | null }>(
    `select current_setting('server_version') as postgres, installation_id::text as id, key_id as key from installation`,
  );
  const one = rows[0];
  if (!one) return null;
  const { rows: migrations } = await client.query<MigrationMark>(
    'select number, name, sha256 from migration order by number',
  );
  const tables = await readTables(client);
  return { postgres: one.postgres, installationId: one.id, currentKeyId: one.key, migrations, tables };
}

/** Tables and their stored columns, in the order in which they can be filled. */
export async function readTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = ''
     where c.relnamespace = 'baccau'::regnamespace and c.relkind = 'r' and c.relname <> $1
     group by c.relname`,
    [MIGRATION_TABLE],
  );
  const { rows: references } = await client.query<Reference>(
    `select f.relname as "from", t.relname as "to" from pg_constraint k
     join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and k.connamespace = 'baccau'::regnamespace`,
  );
  const shapes = new Map(rows.map((row) => [row.name, row]));
  const order = fillOrder([...shapes.keys()], references);
  return order.flatMap((name) => shapes.get(name) ?? []);
}

const quoted = ({ name, columns }: TableShape): string =>
  `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;

export const copyInStatement = (table: TableShape): string => `copy ${quoted(table)} from stdin`;

export interface TableText {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** A table's rows as COPY text; the numbers are there after the last chunk. */
export function tableText(
  client: pg.Client,
  table: TableShape,
): { chunks: AsyncIterable<Buffer>; result: () => TableText } {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = client.query(copyTo(`copy ${quoted(table)} to stdout`, { highWaterMark: 1024 * 1024 }));
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  return { chunks: counted(), result: () => ({ rows: stream.rowCount, bytes, sha256: hash.digest('hex') }) };
}

export const compressor = () => createZstdCompress();

/** Names of stored files that rows of the snapshot speak of. Columns named `file_id` or `…_file_id` hold them. */
export async function fileIds(client: pg.Client, tables: readonly TableShape[]): Promise<string[]> {
  const columns = tables
    // A log of who opened what: the file may since have been erased by right.
    .filter(({ name }) => name !== 'paper_read' && !ROWS_STAY_OUT.has(name))
    .flatMap((table) => table.columns.filter(isFileColumn).map((column) => ({ table: table.name, column })));
  if (columns.length === 0) return [];
  const each = columns.map(
    ({ table, column }) =>
      `select ${pg.escapeIdentifier(column)}::text as id from ${pg.escapeIdentifier(table)} where ${pg.escapeIdentifier(column)} is not null`,
  );
  const { rows } = await client.query<{ id: string }>(`${each.join(' union ')} order by id`);
  return rows.map(({ id }) => id);
}

const isFileColumn = (column: string): boolean => column === 'file_id' || column.endsWith('_file_id');

/** Ids of the keys that sealed columns (named `…_sealed`) need. */
export async function sealedKeyIds(client: pg.Client, tables: readonly TableShape[]): Promise<string[]> {
  const ids = new Set<string>();
  for (const { name, columns } of tables) {
    if (ROWS_STAY_OUT.has(name)) continue;
    for (const column of columns.filter((one) => one.endsWith('_sealed'))) {
      const { rows } = await client.query<{ id: string }>(
        `select distinct split_part(${pg.escapeIdentifier(column)}, '.', 2) as id from ${pg.escapeIdentifier(name)}
         where ${pg.escapeIdentifier(column)} like 'v1.%'`,
      );
      for (const { id } of rows) ids.add(id);
    }
  }
  return [...ids];
}
