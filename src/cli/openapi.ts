import pino from 'pino';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import type { Platform } from '../platform/context.ts';
import { openDb } from '../platform/db/index.ts';
import { keyRing, openStore, randomKey } from '../platform/files/index.ts';
import { loadAssets } from '../platform/http/index.ts';
import { createMailbox } from '../platform/messaging/index.ts';
import { createMetrics } from '../platform/metrics.ts';
import { buildServer } from '../server.ts';
import { EXIT } from './output.ts';

/** Prints the API's description. Registering routes touches neither database nor files, so nothing is opened. */
export async function openapiCommand(): Promise<number> {
  const config = readConfig({});
  const keys = keyRing(randomKey());
  const mailbox = createMailbox(systemClock);
  const platform: Platform = {
    config,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    database: openDb({ url: 'postgres://nobody@127.0.0.1:1/none', role: null }),
    files: openStore(config.dataDir, keys),
    keys,
    assets: loadAssets(),
    metrics: createMetrics(),
    sms: mailbox,
    mailbox,
    origin: () => 'http://127.0.0.1:8080',
  };
  const app = await buildServer(platform);
  process.stdout.write(`${JSON.stringify(app.swagger(), null, 2)}\n`);
  await app.close();
  return EXIT.ok;
}
