import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll } from 'vitest';
import { fixedClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Platform } from '../../src/platform/context.ts';
import { keyRing, openStore, randomKey } from '../../src/platform/files/index.ts';
import { createMailbox } from '../../src/platform/messaging/index.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { buildServer } from '../../src/server.ts';
import { testDatabase } from './db.ts';

/**
 * The whole web server over a fresh database, with a clock that stands still; ask it with `app.inject`.
 * @param env settings as in the environment, e.g. `BACCAU_ORIGIN`
 */
export async function testWeb(now: string, env: Readonly<Record<string, string>> = {}) {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'baccau-web-'));
  const clock = fixedClock(now);
  const keys = keyRing(randomKey());
  const config = readConfig({ BACCAU_DATA: folder, ...env });
  const mailbox = createMailbox(clock);
  const platform: Platform = {
    config,
    clock,
    log: pino({ level: 'silent' }),
    database,
    auditor: database.as('baccau_auditor'),
    files: openStore(folder, keys),
    keys,
    assets: { folder, styles: '/assets/styles.css', fonts: [], island: (name) => `/assets/${name}.js` },
    metrics: createMetrics(),
    sms: mailbox,
    mailbox,
    origin: () => config.origin ?? 'http://localhost:80',
  };
  const app = await buildServer(platform);
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...database, app, platform, clock, mailbox };
}
