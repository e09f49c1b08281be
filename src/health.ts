import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { Gauge } from 'prom-client';
import { isLoopbackAddress } from './platform/config.ts';
import type { Platform } from './platform/context.ts';
import { RefusalError } from './platform/http/index.ts';
import { outboxLag } from './platform/outbox/index.ts';
import { refusePlatform } from './platform/problem.ts';

/** `/healthz`: the process answers. `/readyz`: the database does too. `/metrics`: Prometheus, for this machine or with a token. */
export function health(app: FastifyInstance, platform: Platform): void {
  watchDatabase(platform);
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1`.execute(platform.database.db);
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'database' });
    }
  });
  app.get('/metrics', async (request, reply) => {
    // As if it were not there: what a server does is nobody's business outside.
    if (!mayRead(request, platform.config.metricsToken)) throw new RefusalError(refusePlatform('not-found'));
    return reply.type(platform.metrics.registry.contentType).send(await platform.metrics.registry.metrics());
  });
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function mayRead(request: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (given !== undefined) return token !== null && timingSafeEqual(digest(given), digest(token));
  return isLoopbackAddress(request.ip);
}

/** Pool and outbox as gauges, read when Prometheus asks; slow statements in the log, by their text without values. */
function watchDatabase({ database, metrics, log, clock, config }: Platform): void {
  const registers = [metrics.registry];
  const { pool } = database;
  new Gauge({
    name: 'baccau_pool_waiting',
    help: 'Requests that wait for a database connection',
    registers,
    collect() {
      this.set(pool.waitingCount);
    },
  });
  const outbox = () => outboxLag(database.db).catch(() => null);
  new Gauge({
    name: 'baccau_outbox_lag_seconds',
    help: 'Age of the oldest undelivered news',
    registers,
    async collect() {
      const found = await outbox();
      const since = found?.oldest ? clock.now().getTime() - found.oldest.getTime() : 0;
      this.set(found ? Math.max(0, since / 1000) : Number.NaN);
    },
  });
  new Gauge({
    name: 'baccau_outbox_stuck',
    help: 'News that was tried in vain and waits for an operator',
    registers,
    async collect() {
      this.set((await outbox())?.stuck ?? Number.NaN);
    },
  });
  database.watch.onStatement = (text, ms) => {
    if (ms < config.slowQueryMs) return;
    metrics.slowQueries.inc();
    log.warn({ ms: Math.round(ms), statement: text.replace(/\s+/g, ' ').slice(0, 2000) }, 'slow query');
  };
}
