import { record } from '../platform/backup/index.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { migrate, type OpenedDb, openDb } from '../platform/db/index.ts';
import { readInstallation } from './installation.ts';
import { progress } from './output.ts';
import { ensureSeed } from './seed.ts';
import { saveBeforeUpgrade } from './upgrade.ts';

/** One reads, one verifies a chain. */
const AUDITOR_CONNECTIONS = 2;

/** A migrated, seeded database with the login that the application uses. */
export interface OpenedSystem {
  readonly config: Config;
  readonly database: OpenedDb;
  /** Few connections, opened when somebody audits. */
  readonly auditor: OpenedDb;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Role to take after the login; null where the login is the role itself (embedded). */
  readonly role: 'baccau_app' | null;
  close(): Promise<void>;
}

/** Logins of the server of DATABASE_URL, else of the embedded PostgreSQL (shared with whoever runs beside us). */
export async function openCluster(config: Config): Promise<Cluster> {
  return config.databaseUrl ? serverAt(config, config.databaseUrl) : await openEmbedded(config);
}

export interface Cluster {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly auditorUrl: string;
  /** Role that the auditor's login takes; null where the login is the role itself. */
  readonly auditorRole: 'baccau_auditor' | null;
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
    const onError = (error: Error) => progress(`Mất kết nối cơ sở dữ liệu: ${error.message}`);
    const database = openDb({ url: cluster.appUrl, role, ...(max ? { max } : {}), onError });
    const auditor = openDb({ url: cluster.auditorUrl, role: cluster.auditorRole, max: AUDITOR_CONNECTIONS, onError });
    if (saved) await record(database.db, 'before-upgrade', saved, saved);
    await ensureSeed(database.db);
    // A real installation shows no demo, also where it listens on loopback behind a proxy.
    const { mode } = await readInstallation(database.db);
    return {
      config: { ...config, demo: config.demo && mode !== 'real' },
      database,
      auditor,
      appUrl: cluster.appUrl,
      ownerUrl: cluster.ownerUrl,
      role,
      async close() {
        await Promise.all([database.close(), auditor.close()]);
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
  const embedded = await openEmbeddedPostgres({ dataDir: config.dataDir, log: progress });
  return { ...embedded, auditorRole: null };
}

/** Without a login of its own the auditor's pool takes the role from the owner's login (decision 0003). */
const serverAt = (config: Config, ownerUrl: string) => ({
  ownerUrl,
  appUrl: config.databaseAppUrl ?? ownerUrl,
  auditorUrl: config.databaseAuditorUrl ?? ownerUrl,
  auditorRole: config.databaseAuditorUrl ? null : ('baccau_auditor' as const),
  release: async () => {},
});

/** Runs `work` on an opened system and always closes it, also on Ctrl-C. */
export async function withSystem<T>(work: (system: OpenedSystem) => Promise<T>, options: OpenOptions = {}): Promise<T> {
  const system = await openSystem(readConfig(process.env), { max: 4, ...options });
  try {
    return await work(system);
  } finally {
    await system.close();
  }
}
