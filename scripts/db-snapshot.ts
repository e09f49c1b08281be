/**
 * Writes `db/schema.sql` and `src/platform/db/tables*.ts` from a freshly migrated database.
 * `--check` compares instead and exits 1 on a difference. Needs a superuser URL in BACCAU_TEST_DATABASE_URL,
 * else starts the embedded PostgreSQL in a temporary folder.
 */
import { readFile, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { migrate, readMigrations } from '../src/platform/db/migrate.ts';
import { fromRoot } from '../src/platform/paths.ts';
import { withCluster } from '../test/support/cluster.ts';
import { dumpSchema } from './db-snapshot/schema.ts';
import { dumpTables } from './db-snapshot/tables.ts';

const check = process.argv.includes('--check');

const failed = await withCluster(async (cluster) => {
  const url = await cluster.createDatabase();
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const wanted = new Map([
      [fromRoot('db', 'schema.sql'), await dumpSchema(client)],
      ...[...(await dumpTables(client, await readMigrations()))].map(
        ([name, text]) => [fromRoot('src', 'platform', 'db', name), text] as const,
      ),
    ]);
    let differs = false;
    for (const [path, text] of wanted) {
      const current = await readFile(path, 'utf8').catch(() => '');
      if (current === text) continue;
      differs = true;
      if (!check) await writeFile(path, text);
      console.error(check ? `${path} is out of date: run node scripts/db-snapshot.ts` : `wrote ${path}`);
    }
    return check && differs;
  } finally {
    await client.end();
  }
});
process.exitCode = failed ? 1 : 0;
