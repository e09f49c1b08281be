import { beforeAll, describe, expect, it } from 'vitest';
import { testWeb } from '../../../test/support/web.ts';
import { importProcedures, loadSeedCatalogue } from '../../modules/catalogue/index.ts';
import { offerEverything } from '../../modules/catalogue/testing.ts';
import { setHomeUnit } from '../../modules/units/index.ts';
import { insertTestProfile } from '../../modules/units/testing.ts';
import { fromRoot } from '../../platform/paths.ts';

// A Tuesday on which offices are closed: 24/11 has been a public holiday since 2026 (NQ 28/2026/QH16).
const NOW = '2026-11-24T03:00:00Z';
const { app, db, statements, mailbox } = await testWeb(NOW);

const LINES = [
  {
    ma_thu_tuc: '9.000001',
    ten_thu_tuc: 'Cấp phép nuôi lạc đà <b>hai bướu</b>',
    cap_thuc_hien: 'Cấp xã',
    linh_vuc: 'Lạc đà & thú lạ',
  },
  { ma_thu_tuc: '1.001193', ten_thu_tuc: 'Khai sinh theo lời của cổng', cap_thuc_hien: 'Cấp xã', linh_vuc: 'Hộ tịch' },
];

beforeAll(async () => {
  const now = new Date(NOW);
  await loadSeedCatalogue(db, fromRoot('db', 'seed'), now);
  async function* lines() {
    for (const [at, line] of LINES.entries()) yield { number: at + 1, text: JSON.stringify(line), fault: null };
  }
  await importProcedures(db, { lines: lines(), now, today: '2026-11-24' });
  await db.insertInto('unit').values({ unit_id: 'home', kind: 'commune' }).execute();
  await db
    .insertInto('unit_version')
    .values({
      unit_id: 'home',
      valid_from: '2025-07-01',
      code: '99999',
      name: 'Phường Thử Nghiệm',
      search_name: 'phuong thu nghiem',
      source_ref: 'test',
    })
    .execute();
  await insertTestProfile(db, 'home', { hotline: '1900 0000' });
  await offerEverything(db, 'home');
  await setHomeUnit(db, 'home');
  // The home unit is remembered for a minute, and the search index until the catalogue changes.
  await app.inject('/thu-tuc?q=khai');
});

async function get(url: string, headers: Record<string, string> = {}) {
  const before = statements.count;
  const answer = await app.inject({ url, headers });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    html: answer.body,
    text: answer.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
    statements: statements.count - before,
  };
}

async function signIn(next: string): Promise<{ cookie: string; location: string }> {
  const form = (fields: Record<string, string>) => ({
    method: 'POST' as const,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const asked = await app.inject({ url: '/dang-nhap', ...form({ phone: '0901234567', tiep: next }) });
  const c = new URL(String(asked.headers.location), 'http://x').searchParams.get('c') ?? '';
  const code = /\d{6}/.exec(mailbox.list()[0]?.text ?? '')?.[0] ?? '';
  const entered = await app.inject({ url: '/dang-nhap/ma', ...form({ c, code, tiep: next }) });
  const cookie = entered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return { cookie, location: String(entered.headers.location) };
}

describe('home', () => {
  it('answers itself with the question, without scripts, in one statement', async () => {
    const { status, html, statements: spent } = await get('/');
    expect(status).toBe(200);
    expect(spent).toBe(1);
    expect(html).toContain('>Bạn cần làm gì?<');
    expect(html).not.toContain('<script');
    expect(html).toMatch(/<form[^>]*method="get" action="\/thu-tuc"/);
    for (const code of ['1.001193', '1.000894', '1.000656', '2.000815', '1.004222', '1.001612', '1.001699']) {
      expect(html).toContain(`href="/thu-tuc/${code}"`);
    }
    expect(html).toContain('href="tel:19000000"');
    expect(html).toContain('OTP');
  });

  it('speaks English when asked, and remembers', async () => {
    const { html, headers } = await get('/?lang=en');
    expect(html).toContain('lang="en"');
    expect(html).toContain('What do you need to do?');
    expect(headers['set-cookie']).toContain('baccau_lang=en');
    expect((await get('/', { cookie: 'baccau_lang=en' })).html).toContain('A child is born');
  });

  it('has a mark for the browser', async () => {
    const mark = await get('/favicon.svg');
    expect(mark).toMatchObject({ status: 200 });
    expect(mark.headers['content-type']).toBe('image/svg+xml');
    expect((await get('/favicon.ico')).status).toBe(301);
  });
});

describe('search', () => {
  it('says what it is, who decides and where it is filed, in two statements', async () => {
    const { status, text, html, statements: spent } = await get('/thu-tuc?q=lam+giay+khai+sinh');
    expect(status).toBe(200);
    expect(spent).toBe(2);
    expect(html.indexOf('/thu-tuc/1.001193')).toBeGreaterThan(0);
    expect(text).toContain('Làm giấy khai sinh cho con');
    expect(text).toContain('Nộp ngay tại đây');
    expect(text).toContain('Ủy ban nhân dân xã, phường');
  });

  it('helps on when nothing is found', async () => {
    const { status, text, html } = await get('/thu-tuc?q=zzzzqqqq');
    expect(status).toBe(200);
    expect(text).toContain('Chưa tìm thấy thủ tục cho “zzzzqqqq”');
    expect(html).toContain('tel:19000000');
    expect(html).toContain('href="/thu-tuc?q=sao+y"');
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' or 1=1; --",
    '{@html x}',
    'javascript:alert(1)',
    '\u0000\u202e😀',
  ])('shows a hostile question as text: %j', async (q) => {
    for (const url of ['/thu-tuc?q=', '/thu-tuc?linh-vuc=', '/thu-tuc/']) {
      const { status, html } = await get(`${url}${encodeURIComponent(q)}`);
      expect([200, 404]).toContain(status);
      expect(html).not.toMatch(/<script|<img|<b>/);
    }
  });

  it('cuts a very long question and says so; odd addresses get a page too', async () => {
    const long = await get(`/thu-tuc?q=${'khai+sinh+'.repeat(300)}`);
    expect(long.status).toBe(200);
    expect(long.text).toContain('chỉ dùng phần đầu');
    for (const query of ['?q=khai&q=sinh', '?q[]=x', '?q=', '?q=%E0%A4', '?trang=-1', '?q=khai&trang=99', '?la=1']) {
      expect((await get(`/thu-tuc${query}`)).status).toBe(200);
    }
  });

  it('without a question lists what communes do, by field, in two statements', async () => {
    const all = await get('/thu-tuc');
    expect(all.statements).toBe(2);
    expect(all.text).toContain('Lạc đà &amp; thú lạ');
    const field = await get('/thu-tuc?linh-vuc=L%E1%BA%A1c+%C4%91%C3%A0+%26+th%C3%BA+l%E1%BA%A1');
    expect(field.text).toContain('Cấp phép nuôi lạc đà');
    expect(field.statements).toBe(1);
    expect((await get('/thu-tuc?linh-vuc=x')).text).toContain('Chưa có thủ tục nào');
  });
});

describe('a procedure', () => {
  it('answers every question of ours in one statement, and keeps the portal’s words aside', async () => {
    // The first page of a minute reads the unit's calendar.
    await get('/thu-tuc/1.001193');
    const { status, text, html, statements: spent } = await get('/thu-tuc/1.001193');
    expect(status).toBe(200);
    expect(spent).toBe(1);
    for (const part of [
      'Ai làm được?',
      'Cần mang gì?',
      'Bao lâu thì xong?',
      'Hết bao nhiêu tiền?',
      'Căn cứ pháp luật',
    ]) {
      expect(text).toContain(part);
    }
    // The holiday does not count: work of the same day begins and ends on the next working day.
    expect(text).toContain('17:00, thứ Tư 25/11/2026');
    expect(text).toContain('Khai sinh theo lời của cổng');
    // The print button is the only thing that a script adds.
    expect(html.match(/<script[^>]*>/g) ?? []).toEqual([expect.stringMatching(/\/print/)]);
  });

  it('leads through the sign-in and back before it files', async () => {
    const page = await get('/thu-tuc/1.001193');
    expect(page.html).not.toContain('action="/ho-so/bat-dau"');
    const [, next = ''] = /href="\/dang-nhap\?tiep=([^"]+)"[^>]*class="button/.exec(page.html) ?? [];
    const { cookie, location } = await signIn(decodeURIComponent(next));
    expect(location).toBe('/thu-tuc/1.001193?nop=1');
    const back = await get(location, { cookie });
    expect(back.text).toContain('Bạn đã đăng nhập');
    expect(back.html).toMatch(/<form method="post" action="\/ho-so\/bat-dau"/);
    expect(back.html).toMatch(/name="code" value="1\.001193"/);
    expect(back.html).toMatch(/name="key" value="[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(back.statements).toBe(2);
  });

  it('sends people elsewhere where it is filed elsewhere', async () => {
    const residence = await get('/thu-tuc/1.004222');
    expect(residence.text).toContain('VNeID');
    expect(residence.html).toContain('href="https://dichvucong.gov.vn"');
    expect(residence.html).not.toContain('bat-dau');
    const copies = await get('/thu-tuc/2.000815');
    expect(copies.text).toContain('Thứ Hai đến thứ Sáu: 7:30–11:30, 13:00–17:00');
    expect(copies.text).toContain('Phường Thử Nghiệm');
  });

  it('shows what only the portal knows, honestly', async () => {
    const { status, text, html } = await get('/thu-tuc/9.000001');
    expect(status).toBe(200);
    expect(text).toContain('Chưa có ai đối chiếu trang này');
    expect(html).toContain('&lt;b>hai bướu');
  });

  it('renders every procedure of ours in both languages', async () => {
    const { json } = await app.inject('/api/v1/procedures?limit=100').then((answer) => ({ json: answer.json() }));
    for (const { code } of json.items) {
      for (const lang of ['vi', 'en']) {
        const { status, html } = await get(`/thu-tuc/${code}?lang=${lang}`);
        expect(status, code).toBe(200);
        expect(html, code).not.toMatch(/undefined|\[object|NaN/);
      }
    }
  });

  it('is a friendly 404 with a search when the code is unknown', async () => {
    const { status, text, html } = await get('/thu-tuc/khai-sinh');
    expect(status).toBe(404);
    expect(text).toContain('Không có thủ tục mang mã này');
    expect(html).toContain('value="khai sinh"');
    expect((await get('/thu-tuc/9.999999')).status).toBe(404);
    expect((await get(`/thu-tuc/${'9'.repeat(150)}`)).status).toBe(404);
  });
});

describe('compression', () => {
  it('packs pages for browsers that ask, and leaves others alone', async () => {
    const plain = await app.inject('/thu-tuc/1.001193');
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const [accepted, encoding] of [
      ['gzip, deflate, br, zstd', 'zstd'],
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
    ]) {
      const packed = await app.inject({ url: '/thu-tuc/1.001193', headers: { 'accept-encoding': accepted } });
      expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    }
    const head = await app.inject({ method: 'HEAD', url: '/', headers: { 'accept-encoding': 'gzip' } });
    expect(head).toMatchObject({ statusCode: 200, body: '' });
  });
});
