import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/db/migrate.ts';
import { startCluster } from './cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    adminUrl: string;
    templateDatabase: string;
  }
}

/** One PostgreSQL for all database tests; each file copies the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, stop } = await startCluster();
  const url = await cluster.createDatabase();
  await migrate(url);
  project.provide('adminUrl', cluster.adminUrl);
  project.provide('templateDatabase', new URL(url).pathname.slice(1));
  return stop;
}
