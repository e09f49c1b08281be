import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Platform } from '../context.ts';
import { refusePlatform } from '../problem.ts';
import { RefusalError } from './refusal-error.ts';

const CSP = [
  "default-src 'none'",
  // WebAssembly is compiled only by the card reader; no other script source exists.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Security headers on every answer, and a refusal for every unsafe request that another origin sent. */
export function secure(app: FastifyInstance, platform: Platform): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': CSP,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=()',
    });
    if (!SAFE.has(request.method) && !sameOrigin(request, platform)) {
      throw new RefusalError(refusePlatform('other-origin'));
    }
  });
}

/**
 * Browsers send Origin with every POST. A caller without cookies (a script, another system) may leave it out:
 * it has no ambient authority to be abused.
 */
function sameOrigin(request: FastifyRequest, platform: Platform): boolean {
  const origin = request.headers.origin;
  if (origin === undefined) {
    const site = request.headers['sec-fetch-site'];
    return (site === undefined || site === 'same-origin') && (!request.headers.cookie || sameReferer(request));
  }
  return sameHost(origin, request, platform);
}

const sameReferer = (request: FastifyRequest): boolean => {
  const referer = request.headers.referer;
  if (!referer) return false;
  return URL.canParse(referer) && new URL(referer).host === request.headers.host;
};

function sameHost(origin: string, request: FastifyRequest, platform: Platform): boolean {
  if (!URL.canParse(origin)) return false;
  if (platform.config.origin) return origin === platform.config.origin;
  return new URL(origin).host === request.headers.host;
}
