import pg from 'pg';
import { migrate, type OpenedDb, openDb } from '../../src/platform/db/index.ts';
import { startCluster } from '../../test/support/cluster.ts';

export interface BenchDatabase {
  /** As the program opens it: the application's role and settings. */
  readonly app: OpenedDb;
  /** A pool with the same role and settings for what is compared with it. */
  readonly bare: pg.Pool;
  /** Runs one statement with all rights, to prepare data. */
  prepare(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  close(): Promise<void>;
}

/**
 * A fresh migrated database on the embedded PostgreSQL in a temporary folder, durable as in the program
 * (BACCAU_TEST_DATABASE_URL: on that server instead).
 */
export async function openBenchDatabase(connections: number): Promise<BenchDatabase> {
  const { cluster, stop } = await startCluster();
  const url = await cluster.createDatabase();
  await migrate(url);
  const app = openDb({ url, role: 'baccau_app', max: connections });
  const bare = openDb({ url, role: 'baccau_app', max: connections });
  const owner = new pg.Client({ connectionString: url, options: '-c search_path=baccau' });
  await owner.connect();
  return {
    app,
    bare: bare.pool,
    prepare: (text, values) => owner.query(text, values),
    async close() {
      await Promise.all([app.close(), bare.pool.end(), owner.end()]);
      await dropDatabase(cluster.adminUrl, new URL(url).pathname.slice(1));
      await stop();
    },
  };
}

async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`drop database if exists ${pg.escapeIdentifier(name)}`);
  await client.end();
}

/** Copies one row under other keys, e.g. a prepared draft a thousand times. */
export async function copyRow(
  prepare: BenchDatabase['prepare'],
  row: { table: string; key: string; from: string },
  ids: readonly string[],
): Promise<void> {
  const { rows } = await prepare(
    `select column_name as name from information_schema.columns
      where table_schema = 'baccau' and table_name = $1 and is_generated = 'NEVER'`,
    [row.table],
  );
  const columns = rows.map(({ name }) => `${name}`);
  const values = columns.map((name) => (name === row.key ? 'fresh.id' : `old.${name}`));
  await prepare(
    `insert into ${row.table} (${columns.join(', ')}) select ${values.join(', ')}
      from ${row.table} old, unnest($2::uuid[]) as fresh (id) where old.${row.key} = $1`,
    [row.from, ids],
  );
}
