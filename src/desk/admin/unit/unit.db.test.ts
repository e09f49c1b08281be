import { beforeAll, describe, expect, it } from 'vitest';
import { testWeb } from '../../../../test/support/web.ts';
import { insertHouseholds } from '../../../modules/identity/index.ts';
import { insertTestNeighbourhood } from '../../../modules/identity/testing.ts';
import {
  findUnitByCode,
  historySeed,
  importUnitHistory,
  importUnits,
  setHomeUnit,
} from '../../../modules/units/index.ts';
import { transact } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { SourceLine } from '../../../platform/read-lines.ts';
import { atDesk, words } from '../../testing.ts';

const web = await testWeb('2026-11-24T03:00:00Z');
const { db, statements } = web;
let admin: Awaited<ReturnType<typeof atDesk>>;
let unitId = '';
let old = '';

async function* lines(...rows: string[]): AsyncGenerator<SourceLine> {
  for (const [at, text] of rows.entries()) yield { number: at + 1, text, fault: null };
}

beforeAll(async () => {
  const province = '79,Thành phố Hồ Chí Minh';
  await importUnits(db, {
    lines: lines(
      'province_code,province_name,commune_code,commune_name',
      `${province},25768,Phường Phú An`,
      `${province},25771,Phường Chánh Hiệp`,
    ),
    effectiveFrom: '2025-07-01',
    sourceRef: 'danh sách thử',
  });
  await importUnitHistory(db, {
    lines: lines(
      'old_province_code,old_province_name,old_district_code,old_commune_code,old_commune_name,new_commune_codes',
      '74,Tỉnh Bình Dương,718,25768,Phường Hiệp An,25771;25768',
      '74,Tỉnh Bình Dương,718,25771,Phường Tương Bình Hiệp,25771',
    ),
    effective: '2025-07-01',
    sourceRef: 'danh sách thử',
    seed: historySeed(),
  });
  unitId = (await findUnitByCode(db, '25771', '2026-11-24'))?.unitId ?? '';
  old = (await findUnitByCode(db, '25768', '2025-06-30'))?.unitId ?? '';
  await setHomeUnit(db, unitId);
  admin = await atDesk(web, 'quan.tri', { unitId, role: 'admin' });
});

const named = (unit: string, neighbourhoodId: string, name: string) =>
  db
    .insertInto('neighbourhood_name')
    .values({
      ...{ unit_id: unit, neighbourhood_id: neighbourhoodId, name_id: newId(), name, valid_from: '2025-07-01' },
      ...{ recorded_at: web.clock.now(), recorded_by: 'system' },
    })
    .execute();

/** Statements of a page beside the session look-up. */
const counted = async (url: string) => {
  await admin.get(url);
  const before = statements.count;
  const page = await admin.get(url);
  return { page, text: words(page.html), count: statements.count - before - 1 };
};

describe('/desk/admin/don-vi', () => {
  it('shows the unit, whom it took over and by which document, within the budget', async () => {
    const { page, text, count } = await counted('/desk/admin/don-vi');
    expect(page.status).toBe(200);
    expect(count).toBeLessThanOrEqual(2);
    expect(text).toContain('T79.25.771 (tạm, cần đối chiếu');
    expect(text).toContain('Phường Hiệp An');
    expect(text).toContain('Chia một phần');
    expect(text).toContain('Nghị quyết 1685/NQ-UBTVQH15');
    expect(text).not.toContain('Đơn vị kế thừa');
    expect(text).toContain('Trung tâm Phục vụ hành chính công phường Chánh Hiệp');
  });

  it('finds a unit of any day, and what became of it', async () => {
    const query = encodeURIComponent('Hiệp An, Thủ Dầu Một');
    const today = await counted(`/desk/admin/don-vi/tim?tim=${query}`);
    expect(today.count).toBeLessThanOrEqual(2);
    expect(today.text).toContain('Phường Phú An , Thành phố Hồ Chí Minh');
    expect(today.text).toContain('có một phần nhập vào đây từ 01/07/2025');
    const then = words((await admin.get(`/desk/admin/don-vi/tim?tim=${query}&ngay=1/6/2023`)).html);
    expect(then).toContain('Phường Hiệp An , Thành phố Thủ Dầu Một, Tỉnh Bình Dương');
    expect((await admin.get('/desk/admin/don-vi/tim?tim=x&ngay=30/2/2023')).status).toBe(422);
    expect(words((await admin.get('/desk/admin/don-vi/tim?tim=khongconoinao')).html)).toContain(
      'Không thấy đơn vị nào',
    );
  });

  it('takes households over by neighbourhood, into the own unit only', async () => {
    const path = '/desk/admin/don-vi/nhan-ho';
    const from = await insertTestNeighbourhood(db, old);
    await named(old, from, 'Khu phố 1');
    const member = { memberId: newId(), fullName: 'Người thử', birthYear: 1970, sex: 'nam' as const, isHead: true };
    const household = { unitId: old, householdId: newId(), neighbourhoodId: from, address: '1 Đường Thử', phone: null };
    await transact(db, (tx) => insertHouseholds(tx, [{ ...household, members: [member] }], web.clock.now()));
    expect(words((await admin.get(path)).html)).toContain('chưa có khu phố nào');
    const to = await insertTestNeighbourhood(db, unitId);
    const { text, count } = await counted(path);
    expect(count).toBeLessThanOrEqual(2);
    expect(text).toContain('Khu phố 1, Phường Hiệp An: 1 hộ');
    expect((await admin.post(path, { fromUnit: old, from, to: '' })).status).toBe(422);
    const strange = await findUnitByCode(db, '25768', '2026-11-24');
    const theirs = await insertTestNeighbourhood(db, strange?.unitId ?? '');
    expect((await admin.post(path, { fromUnit: old, from, to: theirs })).status).toBe(404);
    const done = await admin.post(path, { fromUnit: old, from, to });
    expect(done).toMatchObject({ status: 303, location: `${path}?xong=1` });
    expect(words((await admin.get(`${path}?xong=1`)).html)).toContain('Đã nhận 1 hộ.');
    expect((await admin.post(path, { fromUnit: old, from, to })).location).toBe(`${path}?xong=0`);
  });

  it('is closed to who does not manage the unit', async () => {
    const officer = await atDesk(web, 'can.bo', { unitId, role: 'officer' });
    for (const url of ['', '/tim', '/nhan-ho'])
      expect((await officer.get(`/desk/admin/don-vi${url}`)).status).toBe(403);
  });
});
