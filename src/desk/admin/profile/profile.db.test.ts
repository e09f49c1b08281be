import { beforeAll, expect, it } from 'vitest';
import { testWeb } from '../../../../test/support/web.ts';
import { seedUnitAndCatalogue } from '../../../modules/dossiers/testing.ts';
import { insertTestUnit } from '../../../modules/identity/testing.ts';
import { findUnit, findUnitByIdentifier } from '../../../modules/units/index.ts';
import { insertTestProfile } from '../../../modules/units/testing.ts';
import { atDesk, words } from '../../testing.ts';
import { ADMIN } from '../paths.ts';
import { ADMIN_PROFILE } from './paths.ts';

const web = await testWeb('2026-11-24T03:00:00Z');
const { db } = web;
let unitId = '';
let admin: Awaited<ReturnType<typeof atDesk>>;

beforeAll(async () => {
  unitId = await seedUnitAndCatalogue(db);
  await insertTestUnit(db, 'u-other-25747', 'Phường Khác');
  await insertTestProfile(db, 'u-other-25747', { identifier: 'H29.25.747' });
  admin = await atDesk(web, 'quantri', { unitId, role: 'admin' });
});

const form = {
  hotline: '0274 0000 000',
  hotlineHours: '7:30–17:00',
  address: 'Số 1 Đường Mẫu',
  identifier: '',
  centreName: '',
  'day-day': '24',
  'day-month': '11',
  'day-year': '2026',
};
const save = (over: Partial<typeof form>) => admin.post(ADMIN_PROFILE, { ...form, ...over });

it('says in the checklist what is missing until it is there', async () => {
  expect(words((await admin.get(ADMIN)).html)).toContain('Còn thiếu số đường dây nóng');
  expect((await save({})).status).toBe(303);
  expect(words((await admin.get(ADMIN)).html)).toContain('chưa có mã định danh, mã hồ sơ đang dùng mã tạm');
  expect((await web.app.inject('/thu-tuc')).body).toContain('0274 0000 000');
});

it('takes an identifier of either shape, and none that is not one or is another unit’s', async () => {
  for (const [identifier, status, sentence] of [
    ['T79.25.771', 422, 'mã tạm'],
    ['abc', 422, 'H29.25.771'],
    ['h29.25.747', 409, 'một đơn vị khác'],
  ] as const) {
    const answer = await save({ identifier });
    expect([identifier, answer.status]).toEqual([identifier, status]);
    expect(words(answer.html)).toContain(sentence);
    expect(answer.html).toContain(`value="${identifier}"`);
  }
  expect((await save({ hotline: 'gọi tôi' })).status).toBe(422);
  expect((await save({ 'day-month': '13' })).status).toBe(422);
});

it('keeps a row for each time, and finds codes under every prefix', async () => {
  expect((await save({ identifier: 'H29.25.771', 'day-day': '1', 'day-month': '12', hotline: '1022' })).status).toBe(
    303,
  );
  const page = await admin.get(ADMIN_PROFILE);
  // Session, unit, rows.
  expect(page.statements).toBeLessThanOrEqual(3);
  expect(words(page.html)).toContain('Từ ngày 01/12/2026 Sẽ dùng');
  expect(await findUnit(db, unitId, '2026-11-30')).toMatchObject({
    identifier: 'T79.25.771',
    hotline: '0274 0000 000',
  });
  expect(await findUnit(db, unitId, '2026-12-01')).toMatchObject({ identifier: 'H29.25.771', hotline: '1022' });
  for (const prefix of ['T79.25.771', 'H29.25.771']) {
    expect((await findUnitByIdentifier(db, prefix, '2026-12-02'))?.unitId).toBe(unitId);
  }
  expect(await findUnitByIdentifier(db, 'T01.25.771', '2026-12-02')).toBeNull();
});

it('keeps officers out', async () => {
  const officer = await atDesk(web, 'canbo', { unitId, role: 'officer' });
  expect((await officer.get(ADMIN_PROFILE)).status).toBe(403);
  expect((await officer.post(ADMIN_PROFILE, form)).status).toBe(403);
});
