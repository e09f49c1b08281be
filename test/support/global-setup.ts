import type { TestProject } from 'vitest/node';
import { loadCalendar } from '../../src/modules/units/index.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { openDb } from '../../src/platform/db/open.ts';
import { startCluster } from './cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    adminUrl: string;
    templateDatabase: string;
  }
}

/** One PostgreSQL for all database tests; each file copies the migrated template, which has the shipped calendar. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, stop } = await startCluster();
  const url = await cluster.createDatabase();
  await migrate(url);
  const { db, close } = openDb({ url, role: 'baccau_app', max: 1 });
  await loadCalendar(db, new Date());
  await close();
  project.provide('adminUrl', cluster.adminUrl);
  project.provide('templateDatabase', new URL(url).pathname.slice(1));
  return stop;
}
