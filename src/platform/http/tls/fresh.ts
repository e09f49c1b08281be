import type { Server } from 'node:https';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { type Certificate, type CertificateFiles, readCertificate } from './certificate.ts';

/** Renewals come every few weeks; looking at two small files costs nothing. Watching them misses swapped links. */
const LOOK_MS = 30_000;

/** No older protocol is safe (RFC 8996). */
export const tlsOptions = ({ cert, key }: Certificate) => ({ cert, key, minVersion: 'TLSv1.2' as const });

export interface Freshness {
  readonly files: CertificateFiles;
  readonly clock: Clock;
  readonly log: Logger;
  readonly lookMs?: number;
}

/**
 * Serves a renewed certificate without a restart: looked at every half minute, and at once on SIGHUP. A pair that
 * would not work (half-copied files, another name) is logged and the old one goes on serving.
 * @returns stops looking
 */
export function keepFresh(server: Server, first: Certificate, fresh: Freshness): () => void {
  const { files, clock, log, lookMs = LOOK_MS } = fresh;
  let serving = first;
  let refused = '';
  const look = (): void => {
    try {
      const next = readCertificate(files, clock.now());
      refused = '';
      if (next.cert === serving.cert && next.key === serving.key) return;
      server.setSecureContext(tlsOptions(next));
      serving = next;
      log.info({ expiresAt: next.expiresAt }, 'certificate renewed');
    } catch (error) {
      const { message } = error as Error;
      if (message !== refused) log.error({ reason: message }, 'certificate not renewed');
      refused = message;
    }
  };
  const timer = setInterval(look, lookMs);
  timer.unref();
  process.on('SIGHUP', look);
  return () => {
    clearInterval(timer);
    process.off('SIGHUP', look);
  };
}
