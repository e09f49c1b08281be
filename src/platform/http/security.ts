import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../config.ts';
import type { Platform } from '../context.ts';
import { refusePlatform } from '../problem.ts';
import { HSTS, NOTHING, PERMISSIONS } from './policy.ts';
import { RefusalError } from './refusal-error.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Asked by load balancers and monitors under any name; they say nothing about anybody. */
const ANY_HOST = new Set(['/healthz', '/readyz']);

/**
 * Security headers on every answer; a refusal for every request to another host than the origin's (a foreign name that
 * was pointed at this server: DNS rebinding) and for every unsafe request that another origin sent.
 */
export function secure(app: FastifyInstance, platform: Platform): void {
  const hsts = app.httpsOrigin && !isLoopback(new URL(platform.origin()).hostname);
  const headers = {
    'content-security-policy': NOTHING,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': PERMISSIONS,
    ...(hsts && { 'strict-transport-security': HSTS }),
  };
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    if (!rightHost(request, platform)) throw new RefusalError(refusePlatform('other-host'));
    if (!SAFE.has(request.method) && !sameOrigin(request, platform)) {
      throw new RefusalError(refusePlatform('other-origin'));
    }
  });
}

/** The Host header itself: a forwarded one is a proxy's opinion, and ours are told to pass the real one. */
function rightHost(request: FastifyRequest, platform: Platform): boolean {
  const { config } = platform;
  // The trial may be looked at through a forwarded port; it holds nobody's data.
  if (config.demo || ANY_HOST.has(request.routeOptions.url ?? '')) return true;
  const host = request.headers.host ?? '';
  const own = new URL(platform.origin());
  if (host.toLowerCase() === own.host) return true;
  // Prometheus and the administrator on the machine itself.
  const local = request.routeOptions.url === '/metrics' || config.origin === null;
  return local && URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname);
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
