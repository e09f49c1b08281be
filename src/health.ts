import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Platform } from './platform/context.ts';

/** `/healthz`: the process answers. `/readyz`: the database does too. `/metrics`: Prometheus. */
export function health(app: FastifyInstance, platform: Platform): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1`.execute(platform.database.db);
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'database' });
    }
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(platform.metrics.registry.contentType).send(await platform.metrics.registry.metrics()),
  );
}
