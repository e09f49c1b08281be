import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TrackingPass } from '../../modules/dossiers/index.ts';
import type { Platform } from '../../platform/context.ts';
import { SealError, seal, unseal } from '../../platform/files/index.ts';
import { readCookie, setCookie } from '../../platform/http/index.ts';

const COOKIE = 'baccau_tracking';
const CONTEXT = 'tracking-pass';
/** Long enough to look a few times, short enough for a borrowed phone. */
const MINUTES = 15;

/**
 * Remembers a code and secret that were found right, sealed, so that the address shown, shared and kept in the
 * browser's history holds the code alone.
 */
export function rememberPass({ keys, clock }: Platform, reply: FastifyReply, pass: TrackingPass): void {
  const until = clock.now().getTime() + MINUTES * 60_000;
  setCookie(reply, COOKIE, seal(keys, CONTEXT, JSON.stringify({ ...pass, until })), MINUTES * 60);
}

/** The pass for this code; null when there is none, it is another's, or it is old. */
export function passFor({ keys, clock }: Platform, request: FastifyRequest, code: string): TrackingPass | null {
  const sealed = readCookie(request, COOKIE);
  if (!sealed) return null;
  try {
    const pass = JSON.parse(unseal(keys, CONTEXT, sealed)) as TrackingPass & { until: number };
    return pass.code === code && pass.until > clock.now().getTime() ? { code: pass.code, secret: pass.secret } : null;
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
