import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type SecureVersion, type TLSSocket } from 'node:tls';
import pino from 'pino';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { testAuthority } from '../../../../test/support/certificates.ts';
import { systemClock } from '../../clock.ts';
import { readCertificate } from './certificate.ts';
import { keepFresh, tlsOptions } from './fresh.ts';
import { createRedirect, listenAt } from './redirect.ts';

const folder = mkdtempSync(join(tmpdir(), 'baccau-tls-'));
const dataDir = join(folder, 'data');
mkdirSync(dataDir);
const authority = testAuthority(join(folder, 'ca'));
const HOST = 'dichvucong.example.vn';
const good = authority.issue('good', { names: [HOST, '127.0.0.1'] });
const now = systemClock.now();
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = (pair: { cert: string; key: string }, host: string | null = HOST) => ({
  certFile: pair.cert,
  keyFile: pair.key,
  host,
  dataDir,
});

describe('a pair of certificate and key', () => {
  test('that fits is served, for a name or an address', () => {
    expect(readCertificate(files(good), now).expiresAt.getTime()).toBeGreaterThan(now.getTime());
    expect(readCertificate(files(good, '127.0.0.1'), now).cert).toContain('BEGIN CERTIFICATE');
  });

  const other = authority.issue('other', { names: ['khac.example.vn'] });
  const inside = join(dataDir, 'tls.key');
  const text = join(folder, 'text.pem');
  test.each([
    ['of two issues', { cert: good.cert, key: other.key }, 'không phải của chứng thư'],
    ['of another name', other, HOST],
    ['without a file', { cert: join(folder, 'none.pem'), key: good.key }, 'TLS_CERT'],
    ['without a key', { cert: good.cert, key: join(folder, 'none.key') }, 'TLS_KEY'],
    ['with a text for a certificate', { cert: text, key: good.key }, 'PEM'],
    ['with a text for a key', { cert: good.cert, key: text }, 'khoá riêng'],
    ['with the key in the data folder', { cert: good.cert, key: inside }, 'thư mục dữ liệu'],
  ])('%s is refused', (_name, pair, sentence) => {
    copyFileSync(good.key, inside);
    writeFileSync(text, 'không phải PEM', { mode: 0o600 });
    expect(() => readCertificate(files(pair), systemClock.now())).toThrow(sentence);
  });

  test('out of its time is refused with the day', () => {
    const later = new Date(now.getTime() + 11 * 86_400_000);
    expect(() => readCertificate(files(good), later)).toThrow('đã hết hạn ngày');
    const before = new Date(now.getTime() - 2 * 86_400_000);
    expect(() => readCertificate(files(good), before)).toThrow('mới có hiệu lực');
  });
});

/** What a visitor who trusts only our authority gets. */
function visit(port: number, maxVersion?: SecureVersion): Promise<{ serial: string; protocol: string | null }> {
  return new Promise((resolve, reject) => {
    const socket: TLSSocket = connect(
      {
        port,
        host: '127.0.0.1',
        servername: HOST,
        ca: authority.ca(),
        ...(maxVersion && { maxVersion, minVersion: 'TLSv1.1' }),
      },
      () => {
        resolve({ serial: socket.getPeerCertificate().serialNumber, protocol: socket.getProtocol() });
        socket.destroy();
      },
    );
    socket.on('error', reject);
  });
}

async function serve(pair: { cert: string; key: string }, log = pino({ level: 'silent' })) {
  const first = readCertificate(files(pair), systemClock.now());
  const server: Server = createServer(tlsOptions(first), (_request, reply) => reply.end('ok'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = keepFresh(server, first, { files: files(pair), clock: systemClock, log, lookMs: 20 });
  open.push(() => {
    stop();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

describe('a server with its own certificate', () => {
  const copyTo = (pair: { cert: string; key: string }, to: { cert: string; key: string }) => {
    copyFileSync(pair.cert, to.cert);
    copyFileSync(pair.key, to.key);
  };
  const live = { cert: join(folder, 'live.pem'), key: join(folder, 'live.key') };

  test('speaks TLS 1.2 and 1.3, nothing older', async () => {
    const port = await serve(good);
    expect((await visit(port)).protocol).toBe('TLSv1.3');
    expect((await visit(port, 'TLSv1.2')).protocol).toBe('TLSv1.2');
    await expect(visit(port, 'TLSv1.1')).rejects.toThrow();
  });

  test('serves a renewed one without a restart, and keeps the old one when the new cannot work', async () => {
    copyTo(good, live);
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const port = await serve(live, log);
    const before = await visit(port);
    // Half a renewal: the certificate is there, its key not yet.
    const renewed = authority.issue('renewed', { names: [HOST] });
    copyFileSync(renewed.cert, live.cert);
    await expect.poll(() => lines.join('')).toContain('không phải của chứng thư');
    expect(await visit(port)).toEqual(before);
    copyFileSync(renewed.key, live.key);
    await expect.poll(async () => (await visit(port)).serial).not.toBe(before.serial);
    expect(lines.filter((line) => line.includes('certificate not renewed'))).toHaveLength(1);
  });

  test('looks at once on SIGHUP', async () => {
    copyTo(good, live);
    const first = readCertificate(files(live), systemClock.now());
    const server = createServer(tlsOptions(first));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const log = pino({ level: 'silent' });
    const stop = keepFresh(server, first, { files: files(live), clock: systemClock, log, lookMs: 3_600_000 });
    open.push(() => {
      stop();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const before = await visit(port);
    copyTo(authority.issue('hup', { names: [HOST] }), live);
    process.emit('SIGHUP');
    expect((await visit(port)).serial).not.toBe(before.serial);
  });
});

test('plain HTTP only shows the way to the origin', async () => {
  const server = createRedirect('https://dichvucong.example.vn');
  await listenAt(server, 0, '127.0.0.1');
  open.push(() => server.close());
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, method = 'GET') => fetch(`${at}${path}`, { method, redirect: 'manual' });
  const page = await ask('/thu-tuc?q=khai+sinh');
  expect([page.status, page.headers.get('location')]).toEqual([308, `https://${HOST}/thu-tuc?q=khai+sinh`]);
  expect((await ask('//evil.example/x')).headers.get('location')).toBe(`https://${HOST}//evil.example/x`);
  const sent = await ask('/dang-nhap', 'POST');
  expect([sent.status, sent.headers.get('location')]).toEqual([403, null]);
});
