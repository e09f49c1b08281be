import type { Server } from 'node:https';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../context.ts';
import { type Certificate, type CertificateFiles, readCertificate } from './certificate.ts';
import { keepFresh, tlsOptions } from './fresh.ts';

export { createRedirect, listenAt } from './redirect.ts';

/** HTTPS in this process, when a certificate is configured: options for the server, and what keeps it fresh. */
export function ownTls({ config, clock, log }: Platform) {
  if (!config.tls) return null;
  const host = config.origin ? new URL(config.origin).hostname.replace(/^\[|\]$/g, '') : null;
  const files: CertificateFiles = { ...config.tls, host, dataDir: config.dataDir };
  const certificate: Certificate = readCertificate(files, clock.now());
  return {
    options: { https: tlsOptions(certificate) },
    attach(app: FastifyInstance): void {
      const stop = keepFresh(app.server as unknown as Server, certificate, { files, clock, log });
      app.addHook('onClose', async () => stop());
    },
  };
}
