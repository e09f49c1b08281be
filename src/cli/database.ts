import { record } from '../platform/backup/index.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { migrate, type OpenedDb, openDb } from '../platform/db/index.ts';
import { readInstallation } from './installation.ts';
import { progress } from './output.ts';
import { ensureSeed } from './seed.ts';
import { saveBeforeUpgrade } from './upgrade.ts';

/** A migrated, seeded database with the login that the application uses. */
export interface OpenedSystem {
  readonly config: Config;
  readonly database: OpenedDb;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Role to take after the login; null where the login is the role itself (embedded). */
  readonly role: 'baccau_app' | null;
  close(): Promise<void>;
}

/** Logins of the server of DATABASE_URL, else of the embedded PostgreSQL (shared with whoever runs beside us). */
export async function openCluster(config: Config): Promise<Cluster> {
  return config.databaseUrl
    ? { ownerUrl: config.databaseUrl, appUrl: config.databaseAppUrl ?? config.databaseUrl, release: async () => {} }
    : await openEmbedded(config);
}

export interface Cluster {
  readonly ownerUrl: string;
  readonly appUrl: string;
  release(): Promise<void>;
}

export interface OpenOptions {
  /** Connections at most. */
  readonly max?: number;
  /** False: older data are upgraded without the backup that is taken otherwise (`--no-backup`). */
  readonly backup?: boolean;
}

/** Opens the database as this program needs it: older data are saved, then upgraded. */
export async function openSystem(
  config: Config = readConfig(process.env),
  { max, backup = true }: OpenOptions = {},
): Promise<OpenedSystem> {
  const cluster = await openCluster(config);
  try {
    const saved = backup ? await saveBeforeUpgrade(config, cluster.ownerUrl) : null;
    for (const name of await migrate(cluster.ownerUrl)) progress(`Đã nâng cấp dữ liệu: ${name}`);
    const role = config.databaseUrl && !config.databaseAppUrl ? 'baccau_app' : null;
    const database = openDb({
      url: cluster.appUrl,
      role,
      ...(max ? { max } : {}),
      onError: (error) => progress(`Mất kết nối cơ sở dữ liệu: ${error.message}`),
    });
    if (saved) await record(database.db, 'before-upgrade', saved, saved);
    await ensureSeed(database.db);
    // A real installation shows no demo, also where it listens on loopback behind a proxy.
    const { mode } = await readInstallation(database.db);
    return {
      config: { ...config, demo: config.demo && mode !== 'real' },
      database,
      appUrl: cluster.appUrl,
      ownerUrl: cluster.ownerUrl,
      role,
      async close() {
        await database.close();
        await cluster.release();
      },
    };
  } catch (error) {
    await cluster.release();
    throw error;
  }
}

async function openEmbedded(config: Config) {
  const { openEmbeddedPostgres } = await import('../platform/embedded-postgres/index.ts');
  return openEmbeddedPostgres({ dataDir: config.dataDir, log: progress });
}

/** Runs `work` on an opened system and always closes it, also on Ctrl-C. */
export async function withSystem<T>(work: (system: OpenedSystem) => Promise<T>, options: OpenOptions = {}): Promise<T> {
  const system = await openSystem(readConfig(process.env), { max: 4, ...options });
  try {
    return await work(system);
  } finally {
    await system.close();
  }
}
