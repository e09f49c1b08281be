import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface IssueOptions {
  /** Names and addresses that the certificate is for. */
  readonly names: readonly string[];
  /** Days from now; negative = it ended already. */
  readonly days?: number;
}

export interface IssuedPair {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority of our own in a folder, made with openssl: what a commune without a public name would use. */
export function testAuthority(folder: string) {
  mkdirSync(folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const newKey = (path: string) =>
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', path);
  newKey('ca.key');
  openssl('req', '-x509', '-new', '-key', 'ca.key', '-subj', '/CN=CA thu nghiem', '-days', '30', '-out', 'ca.pem');
  let serial = 0;

  /** A pair signed by the authority. @param name of the two files */
  function issue(name: string, { names, days = 10 }: IssueOptions): IssuedPair {
    serial += 1;
    const pair = { cert: at(`${name}.pem`), key: at(`${name}.key`) };
    newKey(pair.key);
    openssl('req', '-new', '-key', pair.key, '-subj', `/CN=${names[0]}`, '-out', 'request.csr');
    const alternatives = names.map((one) => `${/^[\d.]+$|:/.test(one) ? 'IP' : 'DNS'}:${one}`).join(',');
    writeFileSync(at('ext'), `subjectAltName=${alternatives}\nextendedKeyUsage=serverAuth\n`);
    const signing = ['x509', '-req', '-in', 'request.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-extfile', 'ext'];
    openssl(...signing, '-set_serial', String(serial), '-days', String(days), '-out', pair.cert);
    return pair;
  }

  return { ca: () => readFileSync(at('ca.pem'), 'utf8'), caFile: at('ca.pem'), issue };
}
