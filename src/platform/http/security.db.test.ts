import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/support/web.ts';

const SIGN_IN = '/dang-nhap';
const SIGN_IN_CODE = '/dang-nhap/ma';
const NOW = '2026-11-24T03:00:00Z';
const HOST = 'dichvucong.example.vn';
const web = await testWeb(NOW, { BACCAU_ORIGIN: `https://${HOST}`, BACCAU_TRUSTED_PROXIES: '10.0.0.5' });
const trial = await testWeb(NOW);

const get = (url: string, headers: Record<string, string> = {}) =>
  web.app.inject({ url, headers: { host: HOST, ...headers } });
const post = (url: string, payload: string, headers: Record<string, string> = {}, remoteAddress = '10.0.0.5') =>
  web.app.inject({
    url,
    method: 'POST',
    payload,
    remoteAddress,
    headers: {
      host: HOST,
      origin: `https://${HOST}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  });

describe('over https', () => {
  test('every answer carries the headers', async () => {
    for (const url of ['/', '/healthz', '/api/v1/units', '/assets/none.js', '/khong-co']) {
      const { headers } = await get(url);
      expect([url, headers['strict-transport-security']]).toEqual([url, 'max-age=31536000']);
      expect([url, headers['x-content-type-options']]).toEqual([url, 'nosniff']);
      expect([url, headers['referrer-policy']]).toEqual([url, 'same-origin']);
      expect([url, headers['cross-origin-opener-policy']]).toEqual([url, 'same-origin']);
      expect([url, headers['cross-origin-resource-policy']]).toEqual([url, 'same-origin']);
      expect(headers['content-security-policy'], url).toContain("frame-ancestors 'none'");
      expect(headers['permissions-policy'], url).toContain('geolocation=()');
    }
  });

  test('a page loads only what carries the nonce of that answer; other answers load nothing', async () => {
    const page = await get(SIGN_IN);
    const nonce = /script-src 'nonce-([\w-]{22})'/.exec(String(page.headers['content-security-policy']))?.[1] ?? '';
    expect(nonce).not.toBe('');
    expect(page.headers['content-security-policy']).not.toMatch(/unsafe-inline|'unsafe-eval'|script-src 'self'/);
    const loaded = [...page.body.matchAll(/<(?:script|link rel="stylesheet")[^>]*>/g)].map(([tag]) => tag);
    expect(loaded.length).toBeGreaterThan(0);
    for (const tag of loaded) expect(tag).toContain(`nonce="${nonce}"`);
    expect((await get(SIGN_IN)).body).not.toContain(nonce);
    const json = await get('/api/v1/units');
    expect(json.headers['content-security-policy']).toBe(
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
  });

  test('cookies are bound to the host and to https', async () => {
    const lang = await get('/?lang=en');
    expect(lang.headers['set-cookie']).toBe(
      '__Host-baccau_lang=en; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax',
    );
    expect((await get(SIGN_IN, { cookie: '__Host-baccau_lang=en' })).body).toContain('<html lang="en">');
    // One that a neighbour domain planted under the bare name counts for nothing.
    expect((await get(SIGN_IN, { cookie: 'baccau_lang=en' })).body).toContain('<html lang="vi">');
    const sent = await post(SIGN_IN, 'phone=0912345678');
    const c = new URL(String(sent.headers.location), 'https://x').searchParams.get('c') ?? '';
    const code = /\d{6}/.exec(web.mailbox.list()[0]?.text ?? '')?.[0] ?? '';
    const entered = await post(SIGN_IN_CODE, `${new URLSearchParams({ c, code })}`);
    expect(entered.headers['set-cookie']).toMatch(
      /^__Host-baccau_c=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test('another host is refused, also with the right Origin; health answers any', async () => {
    for (const host of ['evil.example', `${HOST}.evil.example`, `evil@${HOST}`, '127.0.0.1', '']) {
      const { statusCode, body } = await get('/', { host });
      expect([host, statusCode]).toEqual([host, 421]);
      expect(body).toContain('Địa chỉ này không phải của Cổng');
    }
    const forwarded = await get('/', { host: 'evil.example', 'x-forwarded-host': HOST });
    expect(forwarded.statusCode).toBe(421);
    expect((await get('/', { host: HOST.toUpperCase() })).statusCode).toBe(200);
    expect((await get('/readyz', { host: '10.0.0.9:8080' })).statusCode).toBe(200);
  });

  test('a form from an unencrypted page of the same name is another origin', async () => {
    expect((await post(SIGN_IN, 'phone=0912345678', { origin: `http://${HOST}` })).statusCode).toBe(403);
  });
});

describe('throttles count the real visitor', () => {
  // Another code each time: what is counted is the visitor.
  const guess = (n: number, address: string, forwarded: string) =>
    post('/tra-cuu', `code=T79.25.771-261103-${1000 + n}&secret=AAAAAAAA`, { 'x-forwarded-for': forwarded }, address);
  const LIMIT = 60;
  const untilSlowed = async (turn: (n: number) => ReturnType<typeof guess>): Promise<number> => {
    for (let n = 1; n <= LIMIT + 5; n += 1) if ((await turn(n)).statusCode === 429) return n;
    return Number.POSITIVE_INFINITY;
  };

  test('behind the proxy one visitor is slowed down and another is not', async () => {
    expect(await untilSlowed((n) => guess(n, '10.0.0.5', '203.0.113.7'))).toBe(LIMIT + 1);
    expect((await guess(1, '10.0.0.5', '203.0.113.8')).statusCode).not.toBe(429);
  });

  test('who comes directly cannot hide behind invented addresses', async () => {
    expect(await untilSlowed((n) => guess(n, '198.51.100.9', `203.0.114.${n}`))).toBe(LIMIT + 1);
  });

  test('nor by prefixing some to what the proxy appends', async () => {
    const appended = (n: number) => guess(n, '10.0.0.5', `203.0.115.${n}, 198.51.100.77`);
    expect(await untilSlowed(appended)).toBe(LIMIT + 1);
  });
});

test('the trial on this machine keeps plain names and sends no HSTS', async () => {
  const answer = await trial.app.inject({ url: '/?lang=en', headers: { host: 'anything.example' } });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['strict-transport-security']).toBeUndefined();
  expect(answer.headers['set-cookie']).toMatch(/^baccau_lang=en;/);
});
