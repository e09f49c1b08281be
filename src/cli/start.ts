import type { Logger } from 'pino';
import { backupJob } from '../platform/backup/index.ts';
import { type Config, readConfig, refuseUnsafeStart } from '../platform/config.ts';
import type { Platform } from '../platform/context.ts';
import type { LiveKeyRing } from '../platform/files/index.ts';
import { createRedirect, listenAt } from '../platform/http/index.ts';
import { createLogger } from '../platform/log.ts';
import { buildServer } from '../server.ts';
import { startWorker } from '../worker.ts';
import { type OpenedSystem, openSystem } from './database.ts';
import { seedDemoOnce } from './demo.ts';
import { EXIT, progress } from './output.ts';
import { createPlatform } from './platform.ts';

/** Ctrl-C must end everything, PostgreSQL included, within 2 s; what hangs longer is left to the kernel. */
const STOP_DEADLINE_MS = 1_900;

/** `key rotate` waits longer than this before it looks again. */
const KEY_LOOK_MS = 2_000;

/** Web and worker in one process, until SIGINT or SIGTERM. @returns the exit code. */
export async function start(options: { backup?: boolean } = {}): Promise<number> {
  const asked = readConfig(process.env);
  refuseUnsafeStart(asked);
  const stopping = untilSignal();
  const system = await openSystem(asked, options);
  const { config } = system;
  const log = createLogger(config.logLevel);
  let close = system.close;
  try {
    const platform = await createPlatform({ system, log });
    if (config.demo) {
      const { files, keys, clock } = platform;
      await seedDemoOnce({ config, db: system.database.db, files, keys, now: clock.now() }, progress);
    }
    const app = await buildServer(platform);
    const worker = await startWorker({
      database: system.database,
      url: system.appUrl,
      role: system.role,
      clock: platform.clock,
      log,
      jobs: [installationBackups(platform, system)],
    });
    const keys = followKeys(platform.keys, log);
    const redirect = config.redirectPort === null ? null : createRedirect(platform.origin());
    close = async () => {
      redirect?.close();
      clearInterval(keys);
      await Promise.allSettled([app.close(), worker.stop(), platform.close()]);
      await system.close();
    };
    await app.listen({ host: config.host, port: config.port });
    if (redirect && config.redirectPort !== null) await listenAt(redirect, config.redirectPort, config.host);
    await announce(platform.setPort(addressPort(app.server.address())), config);
    await stopping;
    return EXIT.ok;
  } finally {
    const deadline = setTimeout(() => process.exit(EXIT.failed), STOP_DEADLINE_MS);
    await close();
    clearTimeout(deadline);
  }
}

const installationBackups = ({ files, clock, log, config, database }: Platform, { ownerUrl }: OpenedSystem) =>
  backupJob({ db: database.db, source: { ownerUrl, files, clock }, backups: config.backups, log });

/** A rotated key counts within seconds, or at once after SIGHUP, without a restart. */
function followKeys(keys: LiveKeyRing, log: Logger): NodeJS.Timeout {
  const look = (): void => {
    if (keys.refresh()) log.info({ keyId: keys.current.id }, 'key changed');
  };
  // A trial in a terminal ends with it, as before.
  if (process.env.BACCAU_KEY_FILE) process.on('SIGHUP', look);
  return setInterval(look, KEY_LOOK_MS).unref();
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}

const addressPort = (address: ReturnType<import('node:net').Server['address']>): number =>
  typeof address === 'object' && address ? address.port : 0;

async function announce(origin: string, config: Config): Promise<void> {
  const lines = [`Bắc Cầu đang chạy tại ${origin}`];
  if (config.demo) lines.push(...(await import('./demo.ts')).demoAccountLines(origin));
  lines.push('Nhấn Ctrl-C để dừng.');
  process.stdout.write(`${lines.join('\n')}\n`);
}
