import type { FastifyReply, FastifyRequest } from 'fastify';
import { clearCookie, readCookie, setCookie } from '../../platform/http/index.ts';
import type { SessionKind } from './sessions-rules.ts';

/** Citizen and staff are signed in apart: an officer is a citizen too, also in the same browser. */
const COOKIES: Readonly<Record<SessionKind, string>> = { citizen: 'baccau_c', staff: 'baccau_s' };

export const sessionToken = (request: FastifyRequest, kind: SessionKind): string | undefined =>
  readCookie(request, COOKIES[kind]);

/** Ends with the browser; how long it is good for is the database's word. */
export const setSessionCookie = (reply: FastifyReply, kind: SessionKind, token: string): void =>
  setCookie(reply, COOKIES[kind], token);

export const clearSessionCookie = (reply: FastifyReply, kind: SessionKind): void => clearCookie(reply, COOKIES[kind]);
