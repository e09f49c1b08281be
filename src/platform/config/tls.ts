import { resolve } from 'node:path';
import { ConfigError, type Environment } from './error.ts';

export interface TlsFiles {
  /** PEM: the certificate, then its intermediates. */
  readonly certFile: string;
  /** PEM: the private key, without a pass phrase. */
  readonly keyFile: string;
}

/** `TLS_CERT` and `TLS_KEY`: paths, so that a renewed certificate is read again while the program runs. */
export function readTls(env: Environment): TlsFiles | null {
  const cert = env.TLS_CERT?.trim();
  const key = env.TLS_KEY?.trim();
  if (!cert && !key) return null;
  if (cert && key) return { certFile: resolve(cert), keyFile: resolve(key) };
  throw new ConfigError('TLS_CERT và TLS_KEY phải đi cùng nhau: một tệp chứng thư và một tệp khoá riêng của nó (PEM).');
}
