import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '../problem.ts';
import { readCookie, setCookie } from './cookies.ts';

const COOKIE = 'baccau_lang';
const YEAR_SECONDS = 31_536_000;

/** The portal's language: `?lang=`, else the cookie, else Vietnamese (never guessed from the browser: phones lie). */
export function langOf(request: FastifyRequest): Lang {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (asked === 'en' || asked === 'vi') return asked;
  return readCookie(request, COOKIE) === 'en' ? 'en' : 'vi';
}

/** Remembers a language that was asked for in the address. */
export function rememberLang(request: FastifyRequest, reply: FastifyReply): void {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (asked === 'en' || asked === 'vi') setCookie(reply, COOKIE, asked, YEAR_SECONDS);
}
