import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface Cluster {
  /** URL of a superuser or database owner on the maintenance database. */
  readonly adminUrl: string;
  /** Creates an empty database (or a copy of `template`) and answers its owner's URL. */
  createDatabase(template?: string): Promise<string>;
}

let counter = 0;

export function clusterAt(adminUrl: string): Cluster {
  return {
    adminUrl,
    async createDatabase(template) {
      counter += 1;
      const name = `t_${process.pid}_${Date.now().toString(36)}_${counter}`;
      const client = new pg.Client({ connectionString: adminUrl });
      await client.connect();
      try {
        await client.query(`create database ${name}${template ? ` template ${template}` : ''}`);
      } finally {
        await client.end();
      }
      const url = new URL(adminUrl);
      url.pathname = `/${name}`;
      return url.href;
    },
  };
}

/** A real PostgreSQL for tests: BACCAU_TEST_DATABASE_URL (a superuser's), else the embedded one in a temporary folder. */
export async function startCluster(): Promise<{ cluster: Cluster; stop: () => Promise<void> }> {
  const url = process.env.BACCAU_TEST_DATABASE_URL;
  if (url) return { cluster: clusterAt(url), stop: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'baccau-test-'));
  const { openEmbeddedPostgres } = await import('../../src/platform/embedded-postgres/index.ts');
  const embedded = await openEmbeddedPostgres({ dataDir: folder, log: () => {} });
  return {
    cluster: clusterAt(embedded.superuserUrl),
    stop: async () => {
      await embedded.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function withCluster<T>(work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const { cluster, stop } = await startCluster();
  try {
    return await work(cluster);
  } finally {
    await stop();
  }
}
