import { afterAll, inject } from 'vitest';
import { type DbRole, openDb } from '../../src/platform/db/open.ts';
import { clusterAt } from './cluster.ts';

/**
 * A fresh migrated database for this test file, opened in the application's role; dropped connections at the end.
 * `as(role)` opens the same database with another role's grants; `ownerUrl` has the owner's.
 */
export async function testDatabase() {
  const url = await clusterAt(inject('adminUrl')).createDatabase(inject('templateDatabase'));
  const opened: { close(): Promise<void> }[] = [];
  const as = (role: DbRole | null) => {
    const database = openDb({ url, role });
    opened.push(database);
    return database;
  };
  afterAll(async () => {
    await Promise.all(opened.map((database) => database.close()));
  });
  const app = as('baccau_app');
  return { ...app, app, as, ownerUrl: url };
}
