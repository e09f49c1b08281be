import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testWeb } from '../../../../test/support/web.ts';
import { guidedCodes, startFiling } from '../../../modules/catalogue/index.ts';
import { seedUnitAndCatalogue } from '../../../modules/dossiers/testing.ts';
import { insertTestUnit } from '../../../modules/identity/testing.ts';
import { atDesk, words } from '../../testing.ts';
import { feeEndPath, feePath } from '../fees/paths.ts';
import { ADMIN } from '../paths.ts';
import { ADMIN_PROCEDURES, adminProcedurePath } from './paths.ts';

const BIRTH = '1.001193';
const TODAY = '2026-11-24';
const web = await testWeb('2026-11-24T03:00:00Z');
const { db, app, statements } = web;
let unitId = '';
let admin: Awaited<ReturnType<typeof atDesk>>;

const day = (date: string) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { 'day-day': day, 'day-month': month, 'day-year': year };
};
const change = { offered: 'yes', route: '', source: 'Quyết định thử 01', q: '', xem: '' };
const apply = (over: Record<string, string>, date = TODAY) =>
  admin.post(ADMIN_PROCEDURES, { ...change, ...day(date), ...over });
const start = (date = TODAY, unit = unitId) => startFiling(db, BIRTH, unit, date);
const detail = async () => (await app.inject(`/api/v1/procedures/${BIRTH}`)).json();

beforeAll(async () => {
  unitId = await seedUnitAndCatalogue(db);
  await sql`delete from offered_procedure where unit_id = ${unitId}`.execute(web.as(null).db);
  await insertTestUnit(db, 'u-other-25747', 'Phường Khác');
  admin = await atDesk(web, 'quantri', { unitId, role: 'admin' });
});

describe('procedures that a unit takes', () => {
  it('takes nothing until somebody says so, and all guided ones at once when told', async () => {
    expect(await start()).toMatchObject({ refused: 'catalogue.not-offered' });
    expect(words((await admin.get(ADMIN)).html)).toContain('Chưa chọn thủ tục nào');
    const page = await admin.get(ADMIN_PROCEDURES);
    // Session, list.
    expect(page.statements).toBeLessThanOrEqual(3);
    const done = await apply({ all: 'guided' });
    expect(done.status).toBe(303);
    const { length } = await guidedCodes(db);
    expect(words((await admin.get(done.location)).html)).toContain(`Đã ghi ${length} thay đổi`);
    expect(await start()).toMatchObject({ procedureCode: BIRTH });
    expect(words((await admin.get(ADMIN)).html)).toContain(`Đang nhận ${length} thủ tục`);
    const again = await apply({ all: 'guided' });
    expect(words((await admin.get(again.location)).html)).toContain('Không có gì phải đổi');
  });

  it('refuses an empty change beside its fields, and keeps what was typed', async () => {
    const answer = await apply({ offered: 'same', source: '', code: BIRTH });
    expect(answer.status).toBe(422);
    const said = words(answer.html);
    for (const sentence of ['Hãy chọn một việc', 'Hãy ghi căn cứ']) expect(said).toContain(sentence);
    expect(answer.html).toMatch(/value="1\.001193"[^>]*checked|checked[^>]*value="1\.001193"/);
    expect(words((await apply({})).html)).toContain('Bạn chưa chọn thủ tục nào');
  });

  it('sends filings elsewhere from the day of the unit’s own route, and back by a later word of the same day', async () => {
    await apply({ code: BIRTH, offered: 'same', route: 'national-portal' }, '2026-12-01');
    expect(await start('2026-11-30')).toMatchObject({ procedureCode: BIRTH });
    expect(await start('2026-12-01')).toMatchObject({ refused: 'catalogue.filed-on-national-portal' });
    await apply({ code: BIRTH, offered: 'same', route: 'counter' }, '2026-12-01');
    expect(await start('2026-12-01')).toMatchObject({ refused: 'catalogue.filed-at-counter' });
    const one = await admin.get(adminProcedurePath(BIRTH));
    expect(one.statements).toBeLessThanOrEqual(3);
    expect(words(one.html)).toContain('01/12/2026 Nơi nộp: Mang giấy tờ đến quầy Quyết định thử 01');
  });

  it('stops taking one from a day on, and says so to who looks', async () => {
    await apply({ code: BIRTH, offered: 'no' }, '2027-01-01');
    expect(await start('2026-12-31')).not.toMatchObject({ refused: 'catalogue.not-offered' });
    expect(await start('2027-01-01')).toMatchObject({ refused: 'catalogue.not-offered' });
    expect(words((await admin.get(`${ADMIN_PROCEDURES}?q=${BIRTH}`)).html)).toContain('Thôi nhận từ ngày 01/01/2027');
    expect(await detail()).toMatchObject({ offered: true, route: 'here' });
  });

  it('is the unit’s own word only', async () => {
    expect(await start(TODAY, 'u-other-25747')).toMatchObject({ refused: 'catalogue.not-offered' });
    const officer = await atDesk(web, 'canbo', { unitId, role: 'officer' });
    expect((await officer.get(ADMIN_PROCEDURES)).status).toBe(403);
    expect((await officer.post(ADMIN_PROCEDURES, { ...change, ...day(TODAY), code: BIRTH })).status).toBe(403);
  });
});

describe('fees', () => {
  const fee = { channel: '', label: 'Đăng ký quá hạn', amount: '8.000', per: 'case', source: 'Nghị quyết thử 02' };
  const save = (over: Record<string, string>, date = '2026-01-01') =>
    admin.post(feePath(BIRTH), { ...fee, ...day(date), ...over });

  it('stand on the procedure’s page with their source, and take the place of the guide’s words', async () => {
    const guide = (await detail()).guide.vi.howMuch;
    expect(words((await app.inject(`/thu-tuc/${BIRTH}`)).body)).toContain(guide);
    expect((await save({})).status).toBe(303);
    expect((await save({ label: '', amount: '0', verified: 'yes' })).status).toBe(303);
    const before = statements.count;
    const said = words((await app.inject(`/thu-tuc/${BIRTH}`)).body);
    expect(statements.count - before).toBe(1);
    expect(said).toContain('Đăng ký quá hạn 8.000 đ/vụ việc');
    expect(said).toContain('Căn cứ: Nghị quyết thử 02');
    expect(said).toContain('Mọi trường hợp Miễn phí');
    expect(said).not.toContain(guide);
    expect((await detail()).unitFees).toHaveLength(2);
  });

  it('are superseded by day, never edited, and end by a row of their own', async () => {
    await save({ amount: '5.000' }, TODAY);
    await save({ amount: '5000 đồng', verified: 'yes' }, TODAY);
    await save({ amount: '9.000' }, '2027-01-01');
    const late = async () =>
      (await detail()).unitFees.find(({ label }: { label: string }) => label === 'Đăng ký quá hạn');
    expect(await late()).toMatchObject({ amountVnd: 5000, verifiedAt: TODAY });
    const page = await admin.get(feePath(BIRTH));
    // Session, procedure, history.
    expect(page.statements).toBeLessThanOrEqual(3);
    expect(words(page.html)).toContain('9.000 đ/vụ việc Sẽ dùng');
    const ended = await admin.post(feeEndPath(BIRTH), {
      label: fee.label,
      channel: '',
      source: 'NQ 03',
      ...day(TODAY),
    });
    expect(ended.status).toBe(303);
    expect(await late()).toBeUndefined();
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from procedure_fee where label <> ''`.execute(
      db,
    );
    expect(rows[0]?.n).toBe(5);
  });

  it('say what is wrong and keep what was typed', async () => {
    const answer = await save({ amount: 'tám nghìn', source: '' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('value="tám nghìn"');
    expect(words(answer.html)).toContain('Số tiền là số nguyên đồng');
    expect((await admin.post(feePath('9.999999'), { ...fee, ...day(TODAY) })).status).toBe(404);
  });

  it('of a province hold in its communes until one says otherwise', async () => {
    const boss = await atDesk(web, 'quantri-tinh', { unitId: 'u-hcm', role: 'admin' });
    await boss.post(feePath('1.000894'), { ...fee, ...day('2026-01-01'), label: '', amount: '30.000' });
    const fees = async () => (await app.inject('/api/v1/procedures/1.000894')).json().unitFees;
    expect(await fees()).toMatchObject([{ amountVnd: 30000 }]);
    await admin.post(feePath('1.000894'), { ...fee, ...day('2026-02-01'), label: '', amount: '0' });
    expect(await fees()).toMatchObject([{ amountVnd: 0 }]);
  });
});
