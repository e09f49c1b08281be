import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../../platform/context.ts';
import type { SessionKind } from './sessions-rules.ts';

/** Citizen and staff are signed in apart: an officer is a citizen too, also in the same browser. */
const COOKIES: Readonly<Record<SessionKind, string>> = { citizen: 'baccau_c', staff: 'baccau_s' };

/** Ends with the browser; how long it is good for is the database's word. */
const options = (platform: Pick<Platform, 'origin'>) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: platform.origin().startsWith('https:'),
  }) as const;

export const sessionToken = (request: FastifyRequest, kind: SessionKind): string | undefined =>
  request.cookies?.[COOKIES[kind]];

export function setSessionCookie(
  platform: Pick<Platform, 'origin'>,
  reply: FastifyReply,
  kind: SessionKind,
  token: string,
): void {
  reply.setCookie(COOKIES[kind], token, options(platform));
}

export function clearSessionCookie(platform: Pick<Platform, 'origin'>, reply: FastifyReply, kind: SessionKind): void {
  reply.clearCookie(COOKIES[kind], options(platform));
}
