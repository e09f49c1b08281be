import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../context.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The origin is https: cookies are host-bound and never leave on an unencrypted connection. */
    readonly httpsOrigin: boolean;
  }
}

/** Must be registered before any route: cookies are named by the scheme of the origin. */
export function bindCookies(app: FastifyInstance, platform: Pick<Platform, 'origin'>): void {
  app.decorate('httpsOrigin', platform.origin().startsWith('https:'));
}

/**
 * Over https a name begins with `__Host-`: browsers then take the cookie only with Secure, from this very host and for
 * all of it, so that neither a neighbour domain nor somebody on an unencrypted line can plant one (RFC 6265bis §4.1.3).
 */
const nameOf = (app: FastifyInstance, name: string): string => (app.httpsOrigin ? `__Host-${name}` : name);

const options = (app: FastifyInstance) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: app.httpsOrigin }) as const;

/** @param maxAge seconds; without it the cookie ends with the browser */
export function setCookie(reply: FastifyReply, name: string, value: string, maxAge?: number): void {
  const app = reply.server;
  reply.setCookie(nameOf(app, name), value, { ...options(app), ...(maxAge !== undefined && { maxAge }) });
}

export function clearCookie(reply: FastifyReply, name: string): void {
  reply.clearCookie(nameOf(reply.server, name), options(reply.server));
}

export const readCookie = (request: FastifyRequest, name: string): string | undefined =>
  request.cookies?.[nameOf(request.server, name)];
