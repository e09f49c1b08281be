import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Answers public data with an ETag, and 304 without a body to a caller that has it already.
 * Weak: compression changes the bytes. `seconds` is how long a cache may answer without asking.
 */
export function sendCacheable<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  value: T,
  seconds: number,
): T | FastifyReply {
  const etag = `W/"${createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)}"`;
  reply.headers({ etag, 'cache-control': `public, max-age=${seconds}`, vary: 'accept-encoding' });
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim());
  return known?.includes(etag) ? reply.code(304).send() : value;
}
