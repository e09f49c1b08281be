import type { Logger } from 'pino';
import { systemClock } from '../platform/clock.ts';
import type { Platform } from '../platform/context.ts';
import { loadAssets } from '../platform/http/index.ts';
import { createMailbox } from '../platform/messaging/index.ts';
import { createMetrics } from '../platform/metrics.ts';
import type { OpenedSystem } from './database.ts';
import { openFiles } from './files.ts';

/** Everything the program owns while it runs. The port is known only after listening. */
export async function createPlatform({ system, log }: { system: OpenedSystem; log: Logger }) {
  const { config, database } = system;
  const mailbox = config.demo ? createMailbox(systemClock) : null;
  let port = config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const origin = () => config.origin ?? `${config.tls ? 'https' : 'http'}://${host}:${port}`;
  const platform: Platform & { setPort(actual: number): string } = {
    config,
    clock: systemClock,
    log,
    database,
    ...(await openFiles(config, database.db)),
    assets: loadAssets(),
    metrics: createMetrics(),
    sms: mailbox,
    mailbox,
    origin,
    setPort(actual) {
      port = actual;
      return origin();
    },
  };
  return platform;
}
