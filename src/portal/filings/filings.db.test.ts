import { describe, expect, it } from 'vitest';
import { testWeb } from '../../../test/support/web.ts';
import { consumers } from '../../app.ts';
import { ANSWERS, PROCEDURE, posted, seedUnitAndCatalogue } from '../../modules/dossiers/testing.ts';
import { newId } from '../../platform/ids.ts';
import { deliverOutbox } from '../../platform/outbox/index.ts';
import { browser, hidden, photo, signedIn } from './testing.ts';

const web = await testWeb('2026-11-03T03:00:00Z');
const { app, db, clock } = web;
const unitId = await seedUnitAndCatalogue(db);
const hoa = await signedIn(web, '0912345678');
const stranger = await signedIn(web, '0912345679');
const NAME = 'Nguyễn <script>alert(1)</script> Hoa';

async function start(): Promise<{ draft: string; first: string }> {
  const key = newId();
  const begun = await hoa.post('/ho-so/bat-dau', { code: PROCEDURE, key });
  expect([begun.status, begun.location]).toEqual([303, `/ho-so/nhap/${key}`]);
  expect((await hoa.post('/ho-so/bat-dau', { code: PROCEDURE, key })).location).toBe(begun.location);
  const first = (await hoa.get(begun.location)).location;
  return { draft: begun.location, first };
}

/** Presses "Lưu và tiếp tục" on every page until the review. */
async function walk(first: string, answers = ANSWERS): Promise<string> {
  let at = first;
  for (let steps = 0; !at.endsWith('/xem-lai'); steps += 1) {
    if (steps > 20) throw new Error(`stuck at ${at}`);
    const page = await hoa.get(at);
    expect(page.status).toBe(200);
    const saved = await hoa.upload(at, { ...posted(answers), seen: hidden(page.html, 'seen') }, []);
    expect([at, saved.status]).toEqual([at, 303]);
    at = saved.location;
  }
  return at;
}

describe('a citizen without scripts', () => {
  it('fills page by page, adds photos, reviews, submits once, and has a receipt', async () => {
    const { draft, first } = await start();
    const page = await hoa.get(first);
    expect(page.statements).toBeLessThanOrEqual(3);
    expect(page.html).toContain('Bạn là ai?');

    const wrong = await hoa.post(first, { 'requester-name': 'Hoa 1', seen: hidden(page.html, 'seen') });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="Hoa 1"');
    expect(wrong.html).toContain('Họ tên chỉ gồm chữ cái');
    expect((await hoa.get(first)).html).toContain('value="Hoa 1"');

    await walk(first);
    const papers = `${draft}/giay-to-1`;
    const field = /name="(paper-[a-z-]+)"/.exec((await hoa.get(papers)).html)?.[1] ?? '';
    const added = await hoa.upload(papers, { stay: '1' }, [
      { field, name: 'mặt trước.jpg', bytes: await photo('#a00') },
      { field, name: 'mặt sau.jpg', bytes: await photo('#0a0') },
    ]);
    expect([added.status, added.location]).toEqual([303, papers]);
    const withFiles = await hoa.get(papers);
    expect(withFiles.html).toContain('mặt trước.jpg, 1 KB');
    const bad = await hoa.upload(papers, {}, [{ field, name: '<b>virus.exe', bytes: Buffer.from('MZ…') }]);
    expect(bad.status).toBe(422);
    expect(bad.html).toContain('Chỉ nhận ảnh JPEG');
    expect(bad.html).not.toContain('<b>virus');
    const big = await hoa.upload(papers, {}, [{ field, name: 'to.jpg', bytes: Buffer.alloc(10 * 1024 * 1024 + 1, 1) }]);
    expect([big.status, big.html.includes('lớn hơn 10 MB')]).toEqual([422, true]);

    const href = /href="([^"]*\/giay-to\/[^"]+)"/.exec(withFiles.html)?.[1] ?? '';
    const file = await hoa.get(href);
    expect(file.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-disposition': expect.stringMatching(/^inline; /),
    });
    expect(file.bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect((await stranger.get(href)).status).toBe(404);
    const second =
      withFiles.html
        .match(/name="remove" value="[^"]+"/g)
        ?.at(-1)
        ?.split('"')[3] ?? '';
    expect((await hoa.upload(papers, { remove: second }, [])).status).toBe(303);
    expect((await hoa.get(papers)).html).not.toContain('mặt sau.jpg');

    const review = await hoa.get(`${draft}/xem-lai`);
    expect(review.statements).toBeLessThanOrEqual(3);
    expect(review.html).toContain('Nếu nộp bây giờ, trả kết quả');
    expect(review.html).toContain('17:00, thứ Sáu 06/11/2026');
    expect(review.html).not.toContain('Hồ sơ chưa đủ để nộp');

    const sent = await Promise.all([1, 2].map(() => hoa.post(`${draft}/nop`, { key: newId() })));
    const receipt = sent[0]?.location ?? '';
    expect(sent.map(({ status, location }) => [status, location])).toEqual(Array(2).fill([303, receipt]));
    expect(receipt).toMatch(new RegExp(`^/ho-so/${unitId}/[0-9a-f-]{36}\\?moi=1$`));
    const shown = await hoa.get(receipt);
    expect(shown.statements).toBeLessThanOrEqual(3);
    expect(shown.html).toContain('T79.25.771-261103-0001');
    expect(shown.html).toContain('data:image/svg+xml;base64,');
    expect(shown.html).toContain(`data-draft-done="${draft.split('/').at(-1)}"`);
    expect((await hoa.get(`${draft}/xem-lai`)).location).toBe(receipt.split('?')[0]);
    expect((await stranger.get(receipt)).status).toBe(404);

    const pdf = await hoa.get(`${receipt.split('?')[0]}/giay-tiep-nhan.pdf`);
    expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    const attached = /href="([^"]*\/tep\/[^"]+)"/.exec(shown.html)?.[1] ?? '';
    expect((await hoa.get(attached)).status).toBe(200);
    expect((await stranger.get(attached)).status).toBe(404);

    await deliverOutbox(db, consumers, clock.now());
    const mine = await hoa.get('/ho-so');
    expect(mine.statements).toBeLessThanOrEqual(3);
    expect(mine.html).toContain('T79.25.771-261103-0001');
    expect((await stranger.get('/ho-so')).html).not.toContain('T79.25.771-261103-0001');
  }, 120_000);

  it('shows what is missing with links, and does not submit', async () => {
    const { draft, first } = await start();
    await hoa.post(first, { 'requester-name': '' });
    const sent = await hoa.post(`${draft}/nop`);
    expect(sent.location).toBe(`${draft}/xem-lai`);
    const review = await hoa.get(`${draft}/xem-lai`);
    expect(review.html).toContain('Hồ sơ chưa đủ để nộp');
    expect(review.html).toMatch(/href="[^"]+ho-ten-nguoi-nop\?ve=xem-lai#f-requester-name"/);
    expect(review.html).not.toContain('>Nộp hồ sơ<');
    const mend = await hoa.get(`${first}?ve=xem-lai`);
    expect(mend.html).toContain('Hãy điền “Họ và tên”');
  });

  it('tells of another device instead of overwriting it', async () => {
    const { draft } = await start();
    const page = `${draft}/noi-dung`;
    const seen = hidden((await hoa.get(page)).html, 'seen');
    await hoa.post(page, { request: 'Máy thứ nhất', seen });
    const other = await hoa.post(page, { request: 'Máy thứ hai', seen });
    expect(other.status).toBe(409);
    expect(other.html).toContain('Máy thứ nhất');
    expect(other.html).toMatch(/<textarea[^>]*>\s*Máy thứ hai/);
    const again = await hoa.post(page, { request: 'Máy thứ hai', seen: hidden(other.html, 'seen') });
    expect(again.status).toBe(303);
  });

  it('keeps what is typed by the island, with a new mark each time', async () => {
    const { draft } = await start();
    const page = `${draft}/noi-dung`;
    let seen = hidden((await hoa.get(page)).html, 'seen');
    for (const request of ['Xin', 'Xin xác', 'Xin xác nhận']) {
      const kept = await hoa.post(`${page}/tu-luu`, { request, seen });
      expect([kept.status, JSON.parse(kept.html).saved]).toEqual([200, true]);
      seen = String(kept.headers['x-draft-seen']);
    }
    expect((await hoa.post(`${page}/tu-luu`, { request: 'Khác', seen: 'cũ' })).status).toBe(409);
    expect((await hoa.post(page, { request: 'Xin xác nhận hôn nhân', seen })).status).toBe(303);
  });

  it('fills in from a card, and says kindly when it is another code', async () => {
    const { first } = await start();
    const qr = '074198000001|280000001|Nguyễn Thị Hoa|05041998|Nữ|Số 5, Chánh Hiệp, Hồ Chí Minh|01012022';
    const filled = await hoa.post(`${first}/the-can-cuoc`, { cardQr: qr, as: 'requester' });
    expect(filled.location).toBe(`${first}?the=4`);
    expect((await hoa.get(filled.location)).html).toContain('Đã điền 4 ô theo thẻ');
    const other = await hoa.post(`${first}/the-can-cuoc`, { cardQr: 'https://zalo.me', as: 'requester' });
    expect([other.status, other.html.includes('Đây không phải mã QR của thẻ căn cước')]).toEqual([422, true]);
  });

  it('removes a draft after asking', async () => {
    const { draft } = await start();
    const asked = await hoa.get(`${draft}/xoa`);
    expect(asked.html).toContain('Xóa bản đang làm này?');
    expect((await hoa.post(`${draft}/xoa`)).location).toBe('/ho-so');
    expect((await hoa.get(draft)).status).toBe(404);
  });
});

describe('safety', () => {
  it('shows markup in a name as it was typed, everywhere', async () => {
    const { draft, first } = await start();
    await hoa.post(first, { ...posted({ ...ANSWERS, 'requester-name': NAME }) });
    for (const path of [first, `${draft}/xem-lai`, `${draft}/to-khai`]) {
      const { html, status } = await hoa.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(html).not.toContain('<script>alert');
      expect(html.toLowerCase()).toContain('&lt;script>alert(1)');
    }
  });

  it('refuses what another site sends', async () => {
    const { draft } = await start();
    const evil = { origin: 'https://evil.example', host: 'localhost' };
    for (const path of [`${draft}/noi-dung`, `${draft}/nop`, `${draft}/xoa`, '/ho-so/bat-dau']) {
      expect([path, (await hoa.post(path, {}, evil)).status]).toEqual([path, 403]);
    }
    expect((await hoa.get(draft)).status).toBe(303);
  });

  it('asks a visitor to sign in and comes back; an act is refused', async () => {
    const visitor = browser(web);
    expect((await visitor.get('/ho-so')).location).toBe('/dang-nhap?tiep=%2Fho-so');
    expect((await visitor.post('/ho-so/bat-dau', { code: PROCEDURE })).status).toBe(401);
  });

  it('answers nonsense in an address without asking the database for it', async () => {
    for (const path of ['/ho-so/nhap/abc', '/ho-so/nhap/abc/noi-dung', `/ho-so/x/abc`, `/ho-so/nhap/${newId()}/A`]) {
      expect([path, (await hoa.get(path)).status]).toEqual([path, 400]);
    }
    expect((await hoa.get(`/ho-so/nhap/${newId()}`)).status).toBe(404);
    expect((await app.inject({ url: `/api/v1/dossiers/${unitId}/${newId()}` })).statusCode).toBe(401);
  });
});
