import pino from 'pino';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import type { Platform } from '../platform/context.ts';
import { openDb } from '../platform/db/index.ts';
import { keyRing, openStore, randomKey } from '../platform/files/index.ts';
import { loadAssets } from '../platform/http/index.ts';
import { createMailbox } from '../platform/messaging/index.ts';
import { createMetrics } from '../platform/metrics.ts';

/** To describe the routes: registering them touches neither database nor files, so nothing is opened. */
export function barePlatform(): Platform {
  const config = readConfig({});
  const keys = keyRing(randomKey());
  const mailbox = createMailbox(systemClock);
  const database = openDb({ url: 'postgres://nobody@127.0.0.1:1/none', role: null });
  return {
    config,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    database,
    auditor: database,
    files: openStore(config.dataDir, keys),
    keys,
    assets: loadAssets(),
    metrics: createMetrics(),
    sms: mailbox,
    mailbox,
    origin: () => 'http://127.0.0.1:8080',
  };
}
