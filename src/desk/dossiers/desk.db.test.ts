import { describe, expect, it } from 'vitest';
import { testWeb } from '../../../test/support/web.ts';
import { bodyHashOf, submitDossier } from '../../modules/dossiers/index.ts';
import { filledDraft, insertAccount, ok, seedUnitAndCatalogue, submission } from '../../modules/dossiers/testing.ts';
import { insertTestUnit } from '../../modules/identity/testing.ts';
import { hidden, photo } from '../../portal/filings/testing.ts';
import { atDesk, insertTeam, words } from '../testing.ts';
import { DOSSIERS } from './paths.ts';

const web = await testWeb('2026-11-03T03:00:00Z');
const { db, platform, clock } = web;
const unitId = await seedUnitAndCatalogue(db);
await insertTestUnit(db, 'u-khac', 'Phường Khác');
const officer = await atDesk(web, 'can.bo', { unitId, role: 'officer', name: 'Lê Hoàng Phúc' });
const leader = await atDesk(web, 'lanh.dao', { unitId, role: 'leader' });
const elsewhere = await atDesk(web, 'noi.khac', { unitId: 'u-khac', role: 'officer' });
const helper = await atDesk(web, 'ho.tro', { unitId, role: 'helper', teamId: await insertTeam(web, unitId) });
const admin = await atDesk(web, 'quan.tri', { unitId, role: 'admin' });
let people = 0;

async function newDossier(): Promise<string> {
  people += 1;
  const accountId = await insertAccount(db, `+8491200${String(people).padStart(4, '0')}`);
  const draft = await filledDraft(db, accountId, unitId, clock.now());
  expect(bodyHashOf(draft)).toMatch(/^[0-9a-f]{64}$/);
  return ok(await submitDossier({ db, ...submission(draft, { now: clock.now(), keys: platform.keys }) })).dossierId;
}

const page = (id: string) => officer.get(`${DOSSIERS}/${id}`);

/** Presses the button of an act on the page as it is now. */
async function act(id: string, slug: string, fields: Record<string, string> = {}) {
  const version = hidden((await page(id)).html, 'version');
  return officer.post(`${DOSSIERS}/${id}/${slug}`, { version, ...fields });
}

describe('the work list', () => {
  it('shows what waits with counts, finds by code and by name, and costs one statement beside the session', async () => {
    const id = await newDossier();
    const list = await officer.get(DOSSIERS);
    expect(list.status).toBe(200);
    expect(list.statements).toBeLessThanOrEqual(3);
    expect(words(list.html)).toMatch(/Chờ tiếp nhận 1 .*mới nộp hôm nay/);
    const code = /T79\.25\.771-261103-\d{4}/.exec(list.html)?.[0] ?? '';
    for (const q of [code.slice(-4), code.toLowerCase(), 'nguyễn thị hoa']) {
      const found = await officer.get(`${DOSSIERS}?${new URLSearchParams({ q })}`);
      expect(found.html, q).toContain(`${DOSSIERS}/${id}`);
    }
    const none = await officer.get(`${DOSSIERS}?q=khong-co-ai`);
    expect(words(none.html)).toContain('Không có hồ sơ nào khớp với “khong-co-ai”');
  });
});

describe('a dossier at the desk', () => {
  it('goes from reception to the hand-over, each step with its notice, printed form 01 and history', async () => {
    const id = await newDossier();
    const shown = await page(id);
    expect(shown.statements).toBeLessThanOrEqual(4);
    expect(words(shown.html)).toMatch(/Tiếp nhận bây giờ thì hẹn trả 17:00 ngày 06\/11\/2026/);
    const received = await act(id, 'tiep-nhan');
    expect([received.status, received.location]).toEqual([303, `${DOSSIERS}/${id}?xong=tiep-nhan`]);
    const after = words((await officer.get(received.location)).html);
    expect(after).toContain('Đã tiếp nhận hồ sơ.');
    expect(after).toContain('còn 3 ngày làm việc');
    expect(after).toContain('Vì sao hẹn ngày này?');
    expect((await act(id, 'xu-ly')).status).toBe(303);

    const version = hidden((await page(id)).html, 'version');
    const noFile = await officer.upload(`${DOSSIERS}/${id}/hoan-thanh`, { version, title: 'Giấy xác nhận' }, []);
    expect(noFile.status).toBe(422);
    expect(noFile.html).toContain('value="Giấy xác nhận"');
    const text = Buffer.from('chỉ là chữ');
    const wrong = await officer.upload(`${DOSSIERS}/${id}/hoan-thanh`, { version }, [
      { field: 'file', name: 'a.txt', bytes: text },
    ]);
    expect([wrong.status, words(wrong.html)]).toEqual([422, expect.stringContaining('Chỉ nhận ảnh')]);
    const result = [{ field: 'file', name: 'ket-qua.jpg', bytes: await photo('white') }];
    const finished = await officer.upload(`${DOSSIERS}/${id}/hoan-thanh`, { version, title: 'Giấy xác nhận' }, result);
    expect(finished.location).toContain('xong=hoan-thanh');
    const file = new RegExp(`${DOSSIERS}/${id}/tep/[0-9a-f-]{36}`).exec((await page(id)).html)?.[0] ?? '';
    expect((await officer.get(file)).headers['content-type']).toBe('image/jpeg');
    const reads = await db.selectFrom('paper_read').select('reader').execute();
    expect(reads).toEqual([{ reader: `staff:${officer.staffId}` }]);

    const nobody = await act(id, 'tra-ket-qua', { receiver: '  ' });
    expect([nobody.status, words(nobody.html)]).toEqual([422, expect.stringContaining('họ tên người nhận')]);
    expect((await act(id, 'tra-ket-qua', { receiver: 'Nguyễn Thị Hoa', method: 'counter' })).status).toBe(303);
    expect(words((await page(id)).html)).toContain('Người nhận: Nguyễn Thị Hoa. Trả trực tiếp tại quầy');
    const printed = await officer.get(`${DOSSIERS}/${id}/giay-tiep-nhan.pdf`);
    expect(printed.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(words((await officer.get(`${DOSSIERS}/${id}/to-khai`)).html)).toContain('NGUYỄN THỊ HOA');
  });

  it('is not overwritten from a stale page, and says so with what was typed', async () => {
    const id = await newDossier();
    const version = hidden((await page(id)).html, 'version');
    await act(id, 'tiep-nhan');
    await act(id, 'xu-ly');
    const stale = await officer.post(`${DOSSIERS}/${id}/tiep-nhan`, { version });
    expect([stale.status, words(stale.html)]).toEqual([409, expect.stringContaining('Đang xử lý')]);
  });

  it('is refused with a reason only', async () => {
    const id = await newDossier();
    expect((await act(id, 'khong-tiep-nhan', { reason: ' ' })).status).toBe(422);
    expect((await act(id, 'khong-tiep-nhan', { reason: 'Không thuộc thẩm quyền của phường.' })).status).toBe(303);
    expect(words((await page(id)).html)).toContain('Không thuộc thẩm quyền của phường.');
  });
});

describe('a request for a supplement', () => {
  it('lists every field and paper, loses nothing that was typed, and asks for all at once', async () => {
    const id = await newDossier();
    const url = `${DOSSIERS}/${id}/yeu-cau-bo-sung`;
    const form = await officer.get(url);
    const targets = [...form.html.matchAll(/name="t"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="t"/g)].map(
      (m) => m[1] ?? m[2],
    );
    expect(targets).toEqual(
      expect.arrayContaining(['paper:giay-xac-nhan-cu', 'field:requester-name', 'field:requester-residence', 'other']),
    );
    const version = hidden(form.html, 'version');
    const ticked = [
      ['version', version],
      ['t', 'field:requester-name'],
      ['t', 'paper:giay-xac-nhan-cu'],
    ];
    const half = await officer.post(url, [
      ...ticked,
      ['r:field:requester-name', 'Ghi đủ dấu & chữ đệm'],
      ['note', 'Gọi 0274'],
    ]);
    expect(half.status).toBe(422);
    expect(half.html).toContain('Ghi đủ dấu &amp; chữ đệm');
    expect(half.html).toMatch(/<textarea[^>]*>Gọi 0274/);
    expect(words(half.html)).toContain('chưa ghi lý do');
    expect((await officer.post(url, { version })).status).toBe(422);
    const sent = await officer.post(url, [
      ...ticked,
      ['r:field:requester-name', 'Ghi đủ dấu'],
      ['r:paper:giay-xac-nhan-cu', 'Chụp lại cho rõ'],
      ['r:field:requester-dob', 'không đánh dấu thì không gửi'],
    ]);
    expect(sent.location).toContain('xong=yeu-cau-bo-sung');
    const defects = await db
      .selectFrom('dossier_defect')
      .select(['target_key', 'reason'])
      .where('dossier_id', '=', id)
      .execute();
    expect(defects.map(({ target_key }) => target_key).sort()).toEqual(['giay-xac-nhan-cu', 'requester-name']);
    expect((await officer.get(url)).location).toBe(`${DOSSIERS}/${id}`);
  });
});

describe('who may see and do what', () => {
  it('keeps helpers and administrators out, other units’ officers without a trace, and leaders from receiving', async () => {
    const id = await newDossier();
    for (const visitor of [helper, admin]) {
      expect((await visitor.get(DOSSIERS)).status).toBe(403);
      expect((await visitor.get(`${DOSSIERS}/${id}`)).status).toBe(403);
    }
    expect((await elsewhere.get(DOSSIERS)).html).not.toContain(id);
    for (const path of ['', '/giay-tiep-nhan.pdf', '/to-khai', '/yeu-cau-bo-sung']) {
      expect((await elsewhere.get(`${DOSSIERS}/${id}${path}`)).status).toBe(404);
    }
    expect((await elsewhere.post(`${DOSSIERS}/${id}/tiep-nhan`, { version: '1' })).status).toBe(404);
    expect((await leader.get(`${DOSSIERS}/${id}`)).status).toBe(200);
    expect((await leader.post(`${DOSSIERS}/${id}/tiep-nhan`, { version: '1' })).status).toBe(403);
    const start = await officer.get('/desk');
    expect([start.status, words(start.html)]).toEqual([200, expect.stringContaining('Chờ tiếp nhận')]);
    expect(start.statements).toBeLessThanOrEqual(4);
    expect(words((await helper.get('/desk')).html)).not.toContain('Chờ tiếp nhận');
    expect((await web.app.inject({ url: DOSSIERS })).headers.location).toContain('/desk/dang-nhap');
  });
});
