import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, isLoopbackAddress, readConfig, refuseUnsafeStart } from '../config.ts';

const folder = mkdtempSync(join(tmpdir(), 'baccau-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string, mode = 0o600): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
};

const why = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'no refusal';
};

describe('a secret', () => {
  const DATA = join(folder, 'data');
  const url = 'postgres://lan:bi-mat-qua@may:5432/baccau';

  test('stands in the environment or in a file, not in both', () => {
    const DATABASE_URL_FILE = write('database-url', `${url}\n`);
    expect(readConfig({ BACCAU_DATA: DATA, DATABASE_URL_FILE }).databaseUrl).toBe(url);
    expect(readConfig({ BACCAU_DATA: DATA, DATABASE_URL: url }).databaseUrl).toBe(url);
    const both = why(() => readConfig({ BACCAU_DATA: DATA, DATABASE_URL: url, DATABASE_URL_FILE }));
    expect(both).toContain('Chỉ đặt một trong hai');
    expect(both).not.toContain('bi-mat-qua');
  });

  test('is not read from the data folder, nor where everybody can read it', () => {
    const inside = write('data/database-url', url);
    expect(why(() => readConfig({ BACCAU_DATA: DATA, DATABASE_URL_FILE: inside }))).toContain('thư mục dữ liệu');
    const open = write('open-url', url, 0o644);
    expect(why(() => readConfig({ BACCAU_DATA: DATA, DATABASE_APP_URL_FILE: open }))).toContain('chmod 600');
    expect(why(() => readConfig({ BACCAU_DATA: DATA, DATABASE_URL_FILE: join(folder, 'none') }))).toContain('ENOENT');
  });

  test('is not quoted when it is wrong', () => {
    const said = why(() => readConfig({ BACCAU_DATA: DATA, DATABASE_URL: 'mysql://lan:bi-mat-qua@may/x' }));
    expect(said).toContain('postgres://');
    expect(said).not.toContain('bi-mat-qua');
  });
});

test.each([
  ['loopback', ['loopback']],
  ['10.0.0.5, 10.1.0.0/16 fd00::/8', ['10.0.0.5', '10.1.0.0/16', 'fd00::/8']],
  ['', []],
])('trusted proxies %j', (text, expected) => {
  expect(readConfig({ BACCAU_TRUSTED_PROXIES: text }).trustedProxies).toEqual(expected);
});

test.each(['caddy', '0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0.0/8/8', 'true', '10.0.0.0/-1'])(
  'a proxy %j is refused',
  (text) => {
    expect(why(() => readConfig({ BACCAU_TRUSTED_PROXIES: text }))).toContain('BACCAU_TRUSTED_PROXIES');
  },
);

test.each(['dichvucong.vn', 'ftp://dichvucong.vn', 'https://dichvucong.vn/cong', 'https://a:b@dichvucong.vn'])(
  'an origin %j is refused',
  (text) => {
    expect(why(() => readConfig({ BACCAU_ORIGIN: text }))).toContain('BACCAU_ORIGIN');
  },
);

describe('the trial exists only where nobody else comes', () => {
  test.each([
    [{}, true],
    [{ BACCAU_ORIGIN: 'https://127.0.0.1:8443', TLS_CERT: 'c', TLS_KEY: 'k' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ DATABASE_URL: 'postgres://x@y/z' }, false],
    [{ BACCAU_TRUSTED_PROXIES: 'loopback' }, false],
    [{ BACCAU_ORIGIN: 'https://dichvucong.example.vn' }, false],
  ])('%j: %s', (env, expected) => {
    expect(readConfig(env as unknown as Record<string, string>).demo).toBe(expected);
  });
});

describe('a start', () => {
  const https = { BACCAU_KEY_FILE: '/etc/baccau/key', BACCAU_ORIGIN: 'https://dichvucong.example.vn' };
  const own = { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' };

  test.each([
    ['the trial', {}],
    ['own certificate', { HOST: '0.0.0.0', ...https, ...own }],
    ['own certificate with a redirect', { HOST: '0.0.0.0', ...https, ...own, BACCAU_HTTP_PORT: '80' }],
    ['behind a proxy on this machine', { ...https, BACCAU_TRUSTED_PROXIES: 'loopback' }],
    ['behind a proxy elsewhere', { HOST: '10.0.0.9', ...https, BACCAU_TRUSTED_PROXIES: '10.0.0.5' }],
  ])('is safe: %s', (_name, env) => {
    expect(() => refuseUnsafeStart(readConfig(env as unknown as Record<string, string>))).not.toThrow();
  });

  test.each([
    ['no key file', { HOST: '0.0.0.0', ...own }, 'BACCAU_KEY_FILE'],
    ['no origin', { HOST: '0.0.0.0', BACCAU_KEY_FILE: 'k', ...own }, 'BACCAU_ORIGIN'],
    ['an origin in the clear', { HOST: '0.0.0.0', ...https, BACCAU_ORIGIN: 'http://a.vn' }, 'không mã hoá'],
    ['nothing that encrypts', { HOST: '0.0.0.0', ...https }, 'TLS_CERT'],
    ['a public name on loopback without a proxy', https, 'BACCAU_TRUSTED_PROXIES'],
    ['a redirect to nowhere safe', { BACCAU_HTTP_PORT: '80' }, 'BACCAU_HTTP_PORT'],
  ])('is refused: %s', (_name, env, sentence) => {
    const said = why(() => refuseUnsafeStart(readConfig(env as unknown as Record<string, string>)));
    expect(said).toContain(sentence);
  });

  test('half a certificate is refused', () => {
    expect(why(() => readConfig({ TLS_CERT: 'cert.pem' }))).toContain('TLS_KEY');
    expect(why(() => readConfig({ PORT: 'tám mươi' }))).toContain('PORT');
  });
});

test('loopback as a socket tells it', () => {
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1', undefined].map(isLoopbackAddress)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
