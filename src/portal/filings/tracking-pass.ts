import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TrackingPass } from '../../modules/dossiers/index.ts';
import type { Platform } from '../../platform/context.ts';
import { SealError, seal, unseal } from '../../platform/files/index.ts';
import { TRACKING } from './paths.ts';

const COOKIE = 'baccau_tracking';
const CONTEXT = 'tracking-pass';
/** Long enough to look a few times, short enough for a borrowed phone. */
const MINUTES = 15;

/**
 * Remembers a code and secret that were found right, sealed, so that the address shown, shared and kept in the
 * browser's history holds the code alone.
 */
export function rememberPass({ keys, origin, clock }: Platform, reply: FastifyReply, pass: TrackingPass): void {
  const until = clock.now().getTime() + MINUTES * 60_000;
  reply.setCookie(COOKIE, seal(keys, CONTEXT, JSON.stringify({ ...pass, until })), {
    path: TRACKING,
    httpOnly: true,
    sameSite: 'lax',
    secure: origin().startsWith('https:'),
    maxAge: MINUTES * 60,
  });
}

/** The pass for this code; null when there is none, it is another's, or it is old. */
export function passFor({ keys, clock }: Platform, request: FastifyRequest, code: string): TrackingPass | null {
  const sealed = request.cookies[COOKIE];
  if (!sealed) return null;
  try {
    const pass = JSON.parse(unseal(keys, CONTEXT, sealed)) as TrackingPass & { until: number };
    return pass.code === code && pass.until > clock.now().getTime() ? { code: pass.code, secret: pass.secret } : null;
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
