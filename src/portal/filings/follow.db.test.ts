import { describe, expect, it } from 'vitest';
import { testWeb } from '../../../test/support/web.ts';
import { consumers } from '../../app.ts';
import { pinnedFiling, visiblePages } from '../../modules/catalogue/index.ts';
import {
  type Actor,
  citizenActing,
  type Defect,
  dossierOfAccount,
  finishDossier,
  openSecret,
  processDossier,
  receiveDossier,
  requestSupplement,
  savePage,
  startDraft,
  submitDossier,
} from '../../modules/dossiers/index.ts';
import { ANSWERS, ok, PROCEDURE, posted, seedUnitAndCatalogue } from '../../modules/dossiers/testing.ts';
import { shippedCalendar } from '../../modules/units/index.ts';
import { putFile } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import { deliverOutbox } from '../../platform/outbox/index.ts';
import { browser, hidden, photo, signedIn } from './testing.ts';

const web = await testWeb('2026-11-03T03:00:00Z');
const { db, clock, platform } = web;
const unitId = await seedUnitAndCatalogue(db);
const hoa = await signedIn(web, '0912345678');
const stranger = await signedIn(web, '0912345679');
const { account_id: accountId } = await db
  .selectFrom('account_phone')
  .select('account_id')
  .where('phone', '=', '+84912345678')
  .executeTakeFirstOrThrow();
const acting = citizenActing(accountId, 'Nguyễn Thị Hoa');
const officer: Actor = { kind: 'staff', id: newId(), name: 'Lê Hoàng Phúc' };
const FIELD: Defect = {
  targetKind: 'field',
  targetKey: 'request',
  targetLabel: 'Nội dung yêu cầu',
  reason: 'Ghi rõ <b>mục đích</b>.',
};
const PAPER: Defect = {
  targetKind: 'paper',
  targetKey: 'van-ban-uy-quyen',
  targetLabel: 'Văn bản ủy quyền',
  reason: 'Ảnh mờ.',
};

async function filed() {
  const now = clock.now();
  const draftId = newId();
  const draft = ok(
    await startDraft({ db, keys: platform.keys, now, acting, draftId, procedureCode: PROCEDURE, unitId }),
  );
  const { form } = await pinnedFiling(db, draft);
  for (const { page } of visiblePages(form, ANSWERS)) {
    ok(await savePage({ db, now, lang: 'vi', acting, draftId, pageKey: page.key, posted: posted(ANSWERS) }));
  }
  const common = {
    db,
    keys: platform.keys,
    now,
    acting,
    draftId,
    home: null,
    accountPhone: '',
    lang: 'vi',
    isDemo: true,
  } as const;
  const { dossierId, code } = ok(await submitDossier({ ...common, channel: 2 }));
  const view = await dossierOfAccount(db, accountId, unitId, dossierId);
  const secret = view ? openSecret(platform.keys, view) : '';
  const on = { db, now, unitId, dossierId, actor: officer };
  return { dossierId, code, secret, on, url: `/ho-so/${unitId}/${dossierId}` };
}
const state = async (dossierId: string) => (await dossierOfAccount(db, accountId, unitId, dossierId))?.state;

describe('a supplement without scripts', () => {
  it('lists all defects once, keeps what is half done, and is sent when everything is mended', async () => {
    const { url, on, dossierId } = await filed();
    ok(await requestSupplement({ ...on, defects: [FIELD, PAPER] }));
    const page = await hoa.get(url);
    expect(page.html).toContain('Hồ sơ cần sửa 2 chỗ');
    expect(page.html).toContain('Ghi rõ &lt;b>mục đích&lt;/b>.');
    expect(page.html).toContain(`href="${url}/bo-sung#cho-2"`);

    const mend = await hoa.get(`${url}/bo-sung`);
    expect(mend.statements).toBeLessThanOrEqual(3);
    expect(mend.html).toContain('Đã xong 0/2');
    expect(mend.html).not.toContain('name="requester-name"');
    const key = hidden(mend.html, 'key');

    const early = await hoa.upload(`${url}/bo-sung`, { key, send: '1', request: String(ANSWERS.request) }, []);
    expect(early.status).toBe(422);
    expect(early.html).toContain('Chỗ này vẫn như cũ');
    expect(early.html).toContain('Hãy thêm ảnh');

    const file = { field: 'paper-van-ban-uy-quyen', name: 'mới.jpg', bytes: await photo('#00a') };
    const half = await hoa.upload(`${url}/bo-sung`, { key, keep: '1', request: String(ANSWERS.request) }, [file]);
    expect(half.location).toBe(`${url}/bo-sung?luu=1`);
    const kept = await hoa.get(half.location);
    expect(kept.html).toContain('Đã xong 1/2');
    const paper = /href="([^"]*bo-sung\/giay-to\/[^"]+)"/.exec(kept.html)?.[1] ?? '';
    expect((await hoa.get(paper)).status).toBe(200);
    expect((await stranger.get(paper)).status).toBe(404);
    expect(await state(dossierId)).toBe(5);

    const sent = await hoa.upload(`${url}/bo-sung`, { key, send: '1', request: 'Để kết hôn' }, []);
    expect(sent.location).toBe(`${url}?bo-sung=1`);
    expect((await hoa.get(sent.location)).html).toContain('Đã gửi bổ sung');
    expect(await state(dossierId)).toBe(1);
    expect((await hoa.get(`${url}/bo-sung`)).status).toBe(409);
    expect((await stranger.get(`${url}/bo-sung`)).status).toBe(404);
  });
});

describe('a result', () => {
  it('is seen and downloaded by its owner only, and confirmed once', async () => {
    const { url, on, dossierId } = await filed();
    ok(await receiveDossier({ ...on, calendar: shippedCalendar() }));
    ok(await processDossier(on));
    const bytes = await photo('#fff');
    const { fileId, size, sha256 } = await putFile(platform.files, 'real', bytes);
    const result = {
      fileId,
      title: 'Giấy xác nhận "số 1"\r\nX: y',
      mime: 'image/jpeg',
      sizeBytes: size,
      sha256,
      staffId: officer.id,
    };
    ok(await finishDossier({ ...on, result }));
    const page = await hoa.get(url);
    expect(page.html).toContain('Tôi đã nhận kết quả');
    const file = await hoa.get(`${url}/tep/${fileId}?tai=1`);
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="[A-Za-z0-9 _-]+\.jpg"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/,
    );
    expect(file.bytes.equals(bytes)).toBe(true);
    expect((await stranger.get(`${url}/tep/${fileId}`)).status).toBe(404);
    const reads = await db
      .selectFrom('paper_read')
      .select(['reader', 'account_id'])
      .where('file_id', '=', fileId)
      .execute();
    expect(reads).toEqual([{ reader: `citizen:${accountId}`, account_id: accountId }]);

    const version = hidden(page.html, 'version');
    expect((await stranger.post(`${url}/da-nhan`, { version })).status).toBe(404);
    expect((await hoa.post(`${url}/da-nhan`, { version })).location).toBe(`${url}?nhan=1`);
    expect((await hoa.post(`${url}/da-nhan`, { version })).status).toBe(409);
    expect(await state(dossierId)).toBe(10);
  });
});

describe('tracking', () => {
  it('opens from the QR under an address without the secret, with masked names only', async () => {
    const { code, secret } = await filed();
    const visitor = browser(web);
    const scanned = await visitor.get(`/tra-cuu/${code}?m=${secret}`);
    expect([scanned.status, scanned.location]).toEqual([303, `/tra-cuu/${code}`]);
    // Not `no-referrer`: browsers would then send forms with `Origin: null`, which is refused.
    expect(scanned.headers).toMatchObject({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store' });
    const page = await visitor.get(scanned.location);
    expect(page.statements).toBeLessThanOrEqual(2);
    expect(page.html).toContain('N. T. Hoa');
    expect(page.html).not.toMatch(/Nguyễn Thị|0912345678/);
    expect(page.html).not.toContain(secret);
    expect((await visitor.get(`/tra-cuu/${code.replace(/.$/, '9')}`)).html).toContain('name="secret"');
    const other = await browser(web).get(`/tra-cuu/${code}`);
    expect([other.status, other.html.includes(`value="${code}"`)]).toEqual([200, true]);
  });

  it('takes codes as people type them, and refuses wrong ones alike', async () => {
    const { code, secret, on } = await filed();
    ok(await requestSupplement({ ...on, defects: [FIELD] }));
    const visitor = browser(web);
    const typed = { code: ` ${code.toLowerCase()} `, secret: `${secret.slice(0, 4)}-${secret.slice(4).toLowerCase()}` };
    const page = await visitor.get((await visitor.post('/tra-cuu', typed)).location);
    expect(page.html).toContain('Nội dung yêu cầu');
    expect(page.html).not.toContain('mục đích');
    const wrong = await visitor.post('/tra-cuu', { code, secret: 'AAAAAAAA' });
    expect([wrong.status, wrong.html.includes('Mã hồ sơ hoặc mã tra cứu không đúng')]).toEqual([404, true]);
    expect((await visitor.post('/tra-cuu', { code: '', secret: '' })).status).toBe(404);
  });
});

describe('API', () => {
  it('lists, shows and submits a citizen’s own dossiers, and looks up by the two codes', async () => {
    const { code, secret, dossierId } = await filed();
    await deliverOutbox(db, consumers, clock.now());
    const list = JSON.parse((await hoa.get('/api/v1/dossiers')).html);
    expect(list.dossiers.map((row: { code: string }) => row.code)).toContain(code);
    const one = JSON.parse((await hoa.get(`/api/v1/dossiers/${unitId}/${dossierId}`)).html);
    expect(one).toMatchObject({ code, state: 1, stateLabel: 'Mới đăng ký', dueAt: '2026-11-06T17:00:00+07:00' });
    expect((await stranger.get(`/api/v1/dossiers/${unitId}/${dossierId}`)).status).toBe(404);
    const json = (payload: object, url: string) => web.app.inject({ method: 'POST', url, payload });
    const seen = await json({ code, secret }, '/api/v1/dossiers/look-ups');
    expect(seen.json()).toMatchObject({ code, applicant: 'N. T. Hoa', state: 1 });
    expect((await json({ code, secret: 'AAAAAAAA' }, '/api/v1/dossiers/look-ups')).statusCode).toBe(404);
    expect((await json({ draftId: dossierId }, '/api/v1/dossiers')).statusCode).toBe(401);
  });
});
