import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { testAuthority } from '../../support/certificates.ts';

/** Makes an authority that this process trusts, and a pair of it; Chromium trusts it by the returned argument. */
export function trustedPair(folder: string, names: readonly string[]) {
  const authority = testAuthority(folder);
  setDefaultCACertificates([...getCACertificates('default'), authority.ca()]);
  const pair = authority.issue('server', { names });
  const key = new X509Certificate(readFileSync(pair.cert)).publicKey.export({ type: 'spki', format: 'der' });
  const hash = createHash('sha256').update(key).digest('base64');
  return {
    env: { TLS_CERT: pair.cert, TLS_KEY: pair.key },
    chromium: `--ignore-certificate-errors-spki-list=${hash}`,
    /** Puts another pair in the place of this one. */
    renew(): void {
      authority.issue('server', { names });
    },
    serial: () => new X509Certificate(readFileSync(join(folder, 'server.pem'))).serialNumber,
  };
}
