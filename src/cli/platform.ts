import type { Logger } from 'pino';
import { systemClock } from '../platform/clock.ts';
import type { Platform } from '../platform/context.ts';
import type { LiveKeyRing } from '../platform/files/index.ts';
import { loadAssets } from '../platform/http/index.ts';
import { createCodeChannel, createMailbox } from '../platform/messaging/index.ts';
import { createMetrics } from '../platform/metrics.ts';
import type { OpenedSystem } from './database.ts';
import { openFiles } from './files.ts';

/** Everything the program owns while it runs. The port is known only after listening. */
export async function createPlatform({ system, log }: { system: OpenedSystem; log: Logger }) {
  const { config, database, auditor } = system;
  const mailbox = config.demo ? createMailbox(systemClock) : null;
  const opened = await openFiles(config, database.db);
  const metrics = createMetrics();
  const channel = createCodeChannel({
    db: database.db,
    keys: opened.keys,
    clock: systemClock,
    log,
    fromEnvironment: config.sms,
    onSend: (channel, result) => metrics.codes.inc({ channel, result }),
  });
  let port = config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const origin = () => config.origin ?? `${config.tls ? 'https' : 'http'}://${host}:${port}`;
  const platform: Platform & { readonly keys: LiveKeyRing; setPort(actual: number): string; close(): Promise<void> } = {
    config,
    clock: systemClock,
    log,
    database,
    ...opened,
    auditor,
    assets: loadAssets(),
    metrics,
    // The trial's codes are read on a page of this machine.
    sms: mailbox ?? channel,
    mailbox,
    origin,
    close: () => channel.close(),
    setPort(actual) {
      port = actual;
      return origin();
    },
  };
  return platform;
}
