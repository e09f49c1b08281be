import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { findBinaries } from './binaries.ts';
import { livingClients, registerClient } from './clients.ts';
import { clusterExists, createCluster, resetPasswords } from './cluster.ts';
import { EmbeddedPostgresError } from './error.ts';
import { type Layout, layoutOf } from './layout.ts';
import { LockTimeout, takeLock } from './lock.ts';
import { type Postmaster, runningPostmaster, stopPostmaster, untilReady } from './postmaster.ts';
import { type RunnerKind, runnersFor } from './privileges.ts';
import { DATABASE, type Login } from './roles.ts';
import { makeSecrets, readSecrets, type Secrets } from './secrets.ts';
import { READY_MS, startServer } from './server.ts';
import { choosePlace, realCluster, settleIn } from './shelter.ts';
import { keepAlive } from './watch.ts';

export { EmbeddedPostgresError } from './error.ts';

export interface EmbeddedOptions {
  /** Folder for data, passwords (mode 0600) and the server's log; made when missing. */
  readonly dataDir: string;
  /** Hears Vietnamese sentences about what takes long or went wrong. */
  readonly log: (message: string) => void;
  /** For tests: which ways of running may be tried. */
  readonly kinds?: readonly RunnerKind[];
  /** Where programs and data go when root's own folders cannot be entered by the server's user. */
  readonly shelter?: string;
}

export interface EmbeddedPostgres {
  readonly port: number;
  /** Superuser: for backups, checks and tests, never for serving. */
  readonly superuserUrl: string;
  /** Owns the database and may create roles: migrations. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly practiceUrl: string;
  readonly retentionUrl: string;
  readonly auditorUrl: string;
  /** The server's process now; changes when it had to be restarted. */
  pid(): number;
  /** Leaves; the last one to leave stops the server (well within 2 s). Close pools first. May be called twice. */
  release(): Promise<void>;
}

/**
 * Joins the PostgreSQL of a data folder, or makes and starts it. All commands on one folder share one server, on
 * 127.0.0.1 and a port that stays the same while anybody uses it, also when the server has to be restarted.
 * @throws EmbeddedPostgresError with a Vietnamese sentence that says what to do
 */
export async function openEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const layout = prepareFolders(options.dataDir);
  const underLock = <T>(work: () => Promise<T>) => withLock(layout, options.log, work);
  const joined = await underLock(async () => {
    const { server, secrets } = await ensureServer(layout, options, null);
    return { server, secrets, leave: registerClient(layout.clients, server.port) };
  });
  const { port } = joined.server;
  const keeper = keepAlive(joined.server.pid, options.log, () =>
    underLock(async () => (await ensureServer(layout, options, port)).server.pid),
  );

  const leave = async () => {
    await keeper.stop();
    await underLock(async () => {
      joined.leave();
      if (livingClients(layout.clients).length > 0) return;
      const cluster = realCluster(layout.cluster);
      const server = runningPostmaster(cluster);
      if (server) await stopPostmaster(cluster, server.pid);
    });
  };
  let left: Promise<void> | null = null;
  return {
    port,
    ...urls(joined.secrets, port),
    pid: keeper.pid,
    release: () => {
      left ??= leave();
      return left;
    },
  };
}

function prepareFolders(dataDir: string): Layout {
  // 0711: the server's user may have to pass through, nobody may list.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const layout = layoutOf(realpathSync(dataDir));
  mkdirSync(dirname(layout.lock), { recursive: true, mode: 0o711 });
  return layout;
}

async function withLock<T>(layout: Layout, log: EmbeddedOptions['log'], work: () => Promise<T>): Promise<T> {
  const wait = (pid: number) => setTimeout(() => log(`Đang đợi tiến trình ${pid} mở cơ sở dữ liệu…`), 1000);
  let note: NodeJS.Timeout | undefined;
  try {
    const lock = await takeLock(layout.lock, {
      timeoutMs: READY_MS + 60_000,
      onWait: (pid) => {
        note = wait(pid);
      },
    });
    clearTimeout(note);
    try {
      return await work();
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof LockTimeout)) throw error;
    throw new EmbeddedPostgresError(
      `Tiến trình ${error.pid} giữ khóa ${layout.lock} quá lâu. Hãy dừng tiến trình đó rồi chạy lại.`,
    );
  } finally {
    clearTimeout(note);
  }
}

/** Under the lock: the running server, or a new one; makes the cluster and lost passwords. */
async function ensureServer(
  layout: Layout,
  { kinds, log, shelter = '/var/lib/baccau' }: EmbeddedOptions,
  port: number | null,
): Promise<{ server: Postmaster; secrets: Secrets }> {
  const cluster = realCluster(layout.cluster);
  const known = readSecrets(layout.secrets);
  const running = runningPostmaster(cluster);
  if (running && known) {
    const server = await untilReady(cluster, running.pid, READY_MS);
    if (server) return { server, secrets: known };
  }
  if (running && runningPostmaster(cluster)) await stopPostmaster(cluster, running.pid);

  const runners = runnersFor(process.getuid?.() ?? 1, passwd()).filter(({ kind }) => kinds?.includes(kind) ?? true);
  const place = choosePlace(layout.cluster, findBinaries(layout.links), runners, shelter);
  const secrets = known ?? makeSecrets(layout.secrets);
  if (!clusterExists(place.cluster)) {
    log('Đang tạo cơ sở dữ liệu lần đầu…');
    await createCluster(place, secrets);
  } else {
    settleIn(place);
    if (!known) await resetPasswords(place, secrets);
  }
  const keep = port ?? livingClients(layout.clients)[0]?.port ?? null;
  return { server: await startServer(place, layout.log, keep), secrets };
}

function passwd(): string {
  try {
    return process.platform === 'linux' ? readFileSync('/etc/passwd', 'utf8') : '';
  } catch {
    return '';
  }
}

function urls(secrets: Secrets, port: number) {
  const url = (login: Login) =>
    `postgres://${login}:${encodeURIComponent(secrets[login])}@127.0.0.1:${port}/${DATABASE}`;
  return {
    superuserUrl: url('postgres'),
    ownerUrl: url('baccau_owner'),
    appUrl: url('baccau_app'),
    practiceUrl: url('baccau_practice'),
    retentionUrl: url('baccau_retention'),
    auditorUrl: url('baccau_auditor'),
  };
}
