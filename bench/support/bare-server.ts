/**
 * The least that could serve the same: bare Fastify, the driver's pool, the same session look-up by the cookie's hash,
 * the same statements, the same number of bytes. No rules, no rendering, no security headers, no metrics.
 */
import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import { openDb } from '../../src/platform/db/index.ts';
import { answerParent, type BareServerAsked, type BareServerReady, toParent } from './page-messages.ts';

async function main({ appUrl, role, pages }: BareServerAsked): Promise<void> {
  const { pool } = openDb({ url: appUrl, role });
  const app = Fastify();
  for (const { path, statements, body, compressed } of pages) {
    const [session, ...queries] = statements;
    const hashAt = session?.values.findIndex((value) => value instanceof Uint8Array && value.length === 32) ?? -1;
    if (!session || hashAt < 0) throw new Error(`${path} does not begin with the session's look-up`);
    const html = Buffer.from(body).toString('utf8');
    const packed = Buffer.from(compressed);
    app.get(path, async (request, reply) => {
      const token = /(?:^|; )baccau_[cs]=([\w-]{43})/.exec(request.headers.cookie ?? '')?.[1] ?? '';
      const values = [...session.values];
      values[hashAt] = createHash('sha256').update(token).digest();
      const { rows } = await pool.query(session.text, values);
      if (rows.length === 0) return reply.code(401).send();
      await Promise.all(queries.map(({ text, values: asked }) => pool.query(text, [...asked])));
      reply.type('text/html; charset=utf-8');
      if (request.headers['accept-encoding'] === 'zstd') return reply.header('content-encoding', 'zstd').send(packed);
      return reply.send(html);
    });
  }
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  toParent({ port: typeof address === 'object' && address ? address.port : 0 } satisfies BareServerReady);
  answerParent(async () => {
    await app.close();
    await pool.end();
  });
}

process.once('message', (asked) => {
  main(asked as BareServerAsked).catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  });
});
