import { mkdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { livingClients, registerClient } from './clients.ts';
import { beforeUntimelyEnd } from './end.ts';
import { type EnsureOptions, ensureServer } from './ensure.ts';
import { type Layout, layoutOf } from './layout.ts';
import { takeLockNow } from './lock.ts';
import { runningPostmaster, signal, stopPostmaster } from './postmaster.ts';
import { DATABASE, type Login, type Secrets } from './roles.ts';
import { realCluster } from './shelter.ts';
import { underLock } from './under-lock.ts';
import { keepAlive } from './watch.ts';

export interface EmbeddedOptions extends EnsureOptions {
  /** Folder for data, passwords (mode 0600) and the server's log; made when missing. */
  readonly dataDir: string;
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
  const locked = <T>(work: () => Promise<T>) => underLock(layout.lock, options.log, work);
  const joined = await locked(async () => {
    const { server, secrets } = await ensureServer(layout, options, null);
    return { server, secrets, leave: registerClient(layout.clients, server.port) };
  });
  const { port } = joined.server;
  const keeper = keepAlive(joined.server.pid, options.log, () =>
    locked(async () => (await ensureServer(layout, options, port)).server.pid),
  );
  const leave = async () => {
    await keeper.stop();
    await locked(async () => {
      joined.leave();
      const server = abandoned(layout);
      if (server) await stopPostmaster(server.cluster, server.pid);
    });
    forget();
  };
  let left: Promise<void> | null = null;
  const release = () => {
    left ??= leave();
    return left;
  };
  const forget = beforeUntimelyEnd(release, () => leaveNow(layout, joined.leave));
  return { port, ...urls(joined.secrets, port), pid: keeper.pid, release };
}

/** Under the lock: the running server that nobody uses any more. */
function abandoned(layout: Layout): { cluster: string; pid: number } | null {
  if (livingClients(layout.clients).length > 0) return null;
  const cluster = realCluster(layout.cluster);
  const server = runningPostmaster(cluster);
  return server && { cluster, pid: server.pid };
}

/** In the last moment of a process there is no waiting: the server is told to stop, its end is not awaited. */
function leaveNow(layout: Layout, leave: () => void): void {
  leave();
  const lock = takeLockNow(layout.lock);
  if (!lock) return;
  const server = abandoned(layout);
  if (server) signal(server.pid, 'SIGINT');
  lock.release();
}

function prepareFolders(dataDir: string): Layout {
  // 0711: the server's user may have to pass through, nobody may list.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const layout = layoutOf(realpathSync(dataDir));
  mkdirSync(dirname(layout.lock), { recursive: true, mode: 0o711 });
  return layout;
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
