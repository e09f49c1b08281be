import { describe, expect, it } from 'vitest';
import { testWeb } from '../../../test/support/web.ts';
import { loadSupportTurnKinds } from '../../modules/assistance/index.ts';
import { submitDossier } from '../../modules/dossiers/index.ts';
import {
  ANSWERS,
  filledDraft,
  ok,
  PROCEDURE,
  posted,
  seedUnitAndCatalogue,
  submission,
} from '../../modules/dossiers/testing.ts';
import { newId } from '../../platform/ids.ts';
import { fromRoot } from '../../platform/paths.ts';
import { type Browser, hidden, signedIn } from '../../portal/filings/testing.ts';
import { HELPERS, HELPERS_REVOKE } from '../../portal/helpers/paths.ts';
import { atDesk, insertTeam, lastCode, words } from '../testing.ts';
import { HELP, HELP_AGREE, QUICK_TURN } from './paths.ts';

const web = await testWeb('2026-11-03T03:00:00Z');
const { db, clock } = web;
const unitId = await seedUnitAndCatalogue(db);
await loadSupportTurnKinds(db, fromRoot('db', 'seed', 'support-turn-kinds.json'));
const teamId = await insertTeam(web, unitId);
const helper = await atDesk(web, 'thu.pham', { unitId, role: 'helper', teamId, name: 'Phạm Minh Thư' });
const colleague = await atDesk(web, 'ban.dong', { unitId, role: 'helper', teamId });
const officer = await atDesk(web, 'can.bo', { unitId, role: 'officer', teamId });
const loner = await atDesk(web, 'mot.minh', { unitId, role: 'helper' });
let people = 0;
const nextPhone = () => {
  people += 1;
  return `0916000${String(people).padStart(3, '0')}`;
};

/** Starts a session with a citizen who types the code. @returns the session's address */
async function start(phone: string, purposes: readonly string[]): Promise<string> {
  const form = [['phone', phone], ['place', 'home'], ...purposes.map((one) => ['purposes', one])];
  const handedOver = await helper.post(HELP, form);
  const c = hidden(handedOver.html, 'c');
  const agreed = await helper.post(HELP_AGREE, [...form, ['lang', 'vi'], ['c', c], ['code', lastCode(web)]]);
  expect(agreed.status).toBe(303);
  return agreed.location.split('?')[0] ?? '';
}

/** Fills a draft of the general form page by page, as the form asks. @returns the address of its review */
async function fill(visitor: Browser, draft: string): Promise<string> {
  let at = (await visitor.get(draft)).location;
  for (let pages = 0; !at.endsWith('xem-lai') && pages < 20; pages += 1) {
    const shown = await visitor.get(at);
    const mark = hidden(shown.html, 'mark');
    at = (await visitor.post(at, { ...posted(ANSWERS), ...(mark && { mark }) })).location;
  }
  return at;
}

async function newDraft(session: string): Promise<string> {
  const started = await helper.post(`${session}/ho-so/bat-dau`, { code: PROCEDURE, key: newId() });
  expect(started.status).toBe(303);
  return started.location;
}

describe('helping one person', () => {
  it('goes from consent to receipt and support turn, all without scripts, and the person sees every act', async () => {
    const phone = nextPhone();
    const begin = await helper.get(HELP);
    expect(begin.statements).toBeLessThanOrEqual(4);
    expect(words(begin.html)).toContain('Phạm Minh Thư, Đội hình tình nguyện, Phường Chánh Hiệp ngồi cạnh');
    expect(begin.html).not.toMatch(/<input[^>]*name="purposes"[^>]*checked/);

    const nothing = await helper.post(HELP, { phone, place: 'home' });
    expect([nothing.status, words(nothing.html)]).toEqual([422, expect.stringContaining('chọn ít nhất một việc')]);
    expect(nothing.html).toContain(`value="${phone}"`);

    const form = [
      ['phone', phone],
      ['place', 'home'],
      ['purposes', 'account'],
      ['purposes', 'file'],
    ];
    const handOver = await helper.post(HELP, form);
    expect(words(handOver.html)).toMatch(/Mời đưa máy cho người dân.*Đồng ý để được hỗ trợ/);
    expect(handOver.html).not.toContain('Bàn làm việc');
    const c = hidden(handOver.html, 'c');
    const widened = await helper.post(HELP_AGREE, [...form, ['purposes', 'follow'], ['c', c], ['code', lastCode(web)]]);
    expect(widened.status).toBeGreaterThanOrEqual(400);
    const wrong = await helper.post(HELP_AGREE, [...form, ['c', c], ['code', '000000']]);
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    const agreed = await helper.post(HELP_AGREE, [...form, ['c', c], ['code', lastCode(web)]]);
    const session = agreed.location.split('?')[0] ?? '';
    const opened = await helper.get(agreed.location);
    expect(words(opened.html)).toMatch(/Người dân đã đồng ý.*Tài khoản mới đã được mở.*091 \*\*\*/);
    expect(opened.html).not.toContain(phone);

    const profile = await helper.post(`${session}/tai-khoan`, {
      fullName: 'Nguyễn Thị Hoa',
      'dob-day': '5',
      'dob-month': '4',
      'dob-year': '1998',
      sex: 'nu',
      citizenNo: '',
      address: 'Số 5, khu phố 3',
    });
    expect([profile.status, profile.location]).toEqual([303, session]);
    const found = await helper.get(`${session}/tim-thu-tuc?q=xac+nhan+doc+than`);
    expect(found.html).toContain(`name="code" value="${PROCEDURE}"`);

    const draft = await newDraft(session);
    const review = await fill(helper, draft);
    const shown = await helper.get(review);
    expect(words(shown.html)).toContain('Bạn đang làm cùng Nguyễn Thị Hoa');
    const toConfirm = await helper.post(`${draft}/nop`);
    expect(toConfirm.location).toBe(`${draft}/xac-nhan`);
    expect(words((await helper.get(toConfirm.location)).html)).toContain('Gửi mã cho người dân');

    const codePage = await helper.post(`${draft}/xac-nhan`, { lang: 'vi' });
    expect(web.mailbox.list()[0]?.text).toContain('nộp hồ sơ Cấp Giấy xác nhận tình trạng hôn nhân');
    expect(words(codePage.html)).toMatch(/Mời đưa máy cho người dân.*Tôi đồng ý nộp hồ sơ này/);
    const carried = { c: hidden(codePage.html, 'c'), body: hidden(codePage.html, 'body'), lang: 'vi' };
    const mistyped = await helper.post(`${draft}/xac-nhan/ma`, { ...carried, code: '12' });
    expect(mistyped.status).toBeGreaterThanOrEqual(400);
    expect(words(mistyped.html)).toContain('Mời đưa máy cho người dân');
    const submitted = await helper.post(`${draft}/xac-nhan/ma`, { ...carried, code: lastCode(web) });
    expect(submitted.status).toBe(303);
    const receipt = await helper.get(submitted.location);
    expect(words(receipt.html)).toMatch(/T79\.25\.771-261103-\d{4}/);
    const pdf = /href="([^"]*giay-tiep-nhan\.pdf)"/.exec(receipt.html)?.[1] ?? '';
    expect((await helper.get(pdf)).bytes.subarray(0, 5).toString()).toBe('%PDF-');

    clock.advance(17 * 60_000);
    const finish = await helper.get(`${session}/ket-thuc`);
    expect(finish.html).toMatch(/value="submit-online"[^>]*checked|checked[^>]*value="submit-online"/);
    expect(finish.html).toContain('value="17"');
    const turn = {
      key: hidden(finish.html, 'key'),
      kind: 'submit-online',
      place: 'home',
      minutes: '',
      outcome: 'solved',
    };
    const unclear = await helper.post(`${session}/ket-thuc`, { ...turn, note: 'cụ không đọc được chữ nhỏ' });
    expect([unclear.status, unclear.html]).toEqual([422, expect.stringContaining('cụ không đọc được chữ nhỏ')]);
    const done = await helper.post(`${session}/ket-thuc`, { ...turn, minutes: '20' });
    expect(done.location).toBe(`${HELP}?xong=luot`);
    expect((await helper.post(`${session}/ket-thuc`, { ...turn, minutes: '20' })).location).toBe(`${HELP}?xong=luot`);
    expect((await helper.post(`${session}/ket-thuc`, { ...turn, minutes: '21' })).status).toBe(409);
    const rows = await db.selectFrom('support_turn').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ account_opened: true, minutes: 20, outcome: 'solved', kind: 'submit-online' });
    expect(rows[0]?.dossier_code).toMatch(/^T79/);
    expect((await helper.get(session)).status).toBe(403);

    const citizen = await signedIn(web, phone);
    const journal = words((await citizen.get(HELPERS)).html);
    for (const act of [
      'Mở tài khoản cho bạn',
      'Điền thông tin tài khoản',
      'Nộp hồ sơ, sau khi bạn nhập mã xác nhận',
      'Kết thúc hỗ trợ',
    ]) {
      expect(journal).toContain(act);
    }
    expect(words((await citizen.get('/tai-khoan')).html)).toContain('Phạm Minh Thư, Đội hình tình nguyện');
    const figures = words((await officer.get('/desk/so-lieu')).html);
    expect(figures).toMatch(/Tháng 11\/2026 .*Nộp hồ sơ trực tuyến/);
    const listed = await officer.get('/desk/ho-so');
    expect(words(listed.html)).toContain('Có người hỗ trợ: Phạm Minh Thư');
  });

  it('is refused after any change of the draft that comes after the code', async () => {
    const session = await start(nextPhone(), ['file']);
    const draft = await newDraft(session);
    await fill(helper, draft);
    const codePage = await helper.post(`${draft}/xac-nhan`, { lang: 'en' });
    expect(words(codePage.html)).toContain('Please hand the device to the person');
    const carried = { c: hidden(codePage.html, 'c'), body: hidden(codePage.html, 'body') };
    const code = lastCode(web);
    await helper.post(`${draft}/noi-dung`, { ...posted({ ...ANSWERS, request: 'Xin việc khác.' }) });
    const late = await helper.post(`${draft}/xac-nhan/ma`, { ...carried, code });
    expect([late.status, words(late.html)]).toEqual([409, expect.stringContaining('đã được sửa sau khi gửi mã')]);
    expect(
      await db
        .selectFrom('dossier')
        .select('dossier_id')
        .where('dossier_id', '=', draft.split('/').at(-1) ?? '')
        .execute(),
    ).toEqual([]);
  });

  it('reaches nobody else’s drafts and nothing beyond what was agreed', async () => {
    const one = await start(nextPhone(), ['file']);
    const two = await start(nextPhone(), ['file']);
    const draft = await newDraft(one);
    const draftId = draft.split('/').at(-1) ?? '';
    expect((await helper.get(`${two}/ho-so/nhap/${draftId}`)).status).toBe(404);
    expect((await helper.get(`${two}/ho-so/nhap/${draftId}/xac-nhan`)).status).toBe(404);
    expect((await helper.post(`${two}/ho-so/nhap/${draftId}/xac-nhan`, {})).status).toBe(404);
    expect((await helper.get(`${one}/tai-khoan`)).status).toBe(403);
    const follow = await start(nextPhone(), ['follow']);
    expect((await helper.get(`${follow}/tim-thu-tuc?q=khai+sinh`)).status).toBe(403);
    expect((await helper.post(`${follow}/ho-so/bat-dau`, { code: PROCEDURE, key: newId() })).status).toBe(403);
    for (const visitor of [colleague, officer]) {
      expect((await visitor.get(one)).status).toBe(403);
      expect((await visitor.get(draft)).status).toBe(403);
    }
    expect((await helper.get('/desk/ho-so')).status).toBe(403);
  });

  it('shows earlier dossiers only to who may follow them, and lets that one help to mend', async () => {
    const phone = nextPhone();
    const file = await start(phone, ['file']);
    const { account_id: accountId } = await db
      .selectFrom('account_phone')
      .select('account_id')
      .where('phone', '=', `+84${phone.slice(1)}`)
      .executeTakeFirstOrThrow();
    const draft = await filledDraft(db, accountId, unitId, clock.now());
    const sent = submission(draft, { now: clock.now(), keys: web.platform.keys });
    const { dossierId } = ok(await submitDossier({ db, ...sent }));
    const dossier = `/ho-so/${unitId}/${dossierId}`;
    expect((await helper.get(`${file}${dossier}`)).status).toBe(403);
    expect((await helper.get(`${file}${dossier}/giay-tiep-nhan.pdf`)).status).toBe(403);
    const follow = await start(phone, ['follow']);
    expect((await helper.get(`${follow}${dossier}`)).status).toBe(200);
    const ask = await officer.get(`/desk${dossier.replace(`${unitId}/`, '')}/yeu-cau-bo-sung`);
    const defect = [
      ['version', hidden(ask.html, 'version')],
      ['t', 'field:request'],
      ['r:field:request', 'Ghi rõ dùng vào việc gì.'],
    ];
    await officer.post(`/desk${dossier.replace(`${unitId}/`, '')}/yeu-cau-bo-sung`, defect);
    expect((await helper.get(`${follow}${dossier}/bo-sung`)).status).toBe(200);
    expect((await helper.get(`${file}${dossier}/bo-sung`)).status).toBe(403);
    const stranger = await start(nextPhone(), ['follow']);
    expect((await helper.get(`${stranger}${dossier}`)).status).toBe(404);
  });

  it('stops at once when the person takes the consent back, by themselves or through the helper', async () => {
    const phone = nextPhone();
    const session = await start(phone, ['file']);
    const draft = await newDraft(session);
    const citizen = await signedIn(web, phone);
    const consent = hidden((await citizen.get(HELPERS)).html, 'consent');
    const stranger = await signedIn(web, nextPhone());
    expect((await stranger.post(HELPERS_REVOKE, { consent })).status).toBe(404);
    expect((await citizen.post(HELPERS_REVOKE, { consent })).location).toBe(`${HELPERS}?rut=1`);
    for (const path of [
      session,
      draft,
      `${draft}/xem-lai`,
      `${draft}/xac-nhan`,
      `${session}/ket-thuc`,
      `${session}/tim-thu-tuc?q=x`,
    ]) {
      expect((await helper.get(path)).status, path).toBe(403);
    }
    expect((await helper.post(`${draft}/noi-dung`, posted(ANSWERS))).status).toBe(403);
    expect(words((await citizen.get(HELPERS)).html)).toContain('bạn đã rút lại lúc');

    const other = await start(nextPhone(), ['file']);
    expect((await helper.post(`${other}/rut-dong-y`)).location).toBe(`${HELP}?xong=rut`);
    expect((await helper.get(other)).status).toBe(403);
  });
});

describe('a quick turn', () => {
  it('asks for nothing personal and counts once', async () => {
    const fresh = await atDesk(web, 'nhanh.tay', { unitId, role: 'helper', teamId });
    const form = await fresh.get(QUICK_TURN);
    expect(form.html).not.toMatch(/name="(phone|name|fullName)"/);
    const turn = {
      key: hidden(form.html, 'key'),
      kind: 'vneid',
      place: 'phone',
      minutes: '5',
      outcome: 'solved',
      note: '',
    };
    expect((await fresh.post(QUICK_TURN, { ...turn, kind: '' })).status).toBe(422);
    for (let again = 0; again < 2; again += 1)
      expect((await fresh.post(QUICK_TURN, turn)).location).toBe(`${HELP}?xong=luot`);
    const rows = await db
      .selectFrom('support_turn')
      .select(['channel', 'account_id'])
      .where('turn_id', '=', turn.key)
      .execute();
    expect(rows).toEqual([{ channel: 'phone', account_id: null }]);
  });

  it('needs a team', async () => {
    const alone = await loner.get(HELP);
    expect([alone.status === 403 || alone.status === 303]).toEqual([true]);
  });
});
