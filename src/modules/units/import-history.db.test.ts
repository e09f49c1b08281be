import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import type { SourceLine } from '../../platform/read-lines.ts';
import { findUnitByCode, historySeed, importUnitHistory, importUnits, successorsOf } from './index.ts';

const { db } = await testDatabase();

async function* lines(...rows: string[]): AsyncGenerator<SourceLine> {
  for (const [at, text] of rows.entries()) yield { number: at + 1, text, fault: null };
}
const HEADER =
  'old_province_code,old_province_name,old_district_code,old_commune_code,old_commune_name,new_commune_codes';
const load = (rows: readonly string[], effective = '2025-07-01') =>
  importUnitHistory(db, { lines: lines(HEADER, ...rows), effective, sourceRef: 'danh sách thử', seed: historySeed() });

const HIEP_AN = '74,Tỉnh Bình Dương,718,25768,Phường Hiệp An,25771;25768';
const TUONG_BINH_HIEP = '74,Tỉnh Bình Dương,718,25771,Phường Tương Bình Hiệp,25771';
const BA_CHE = '22,Tỉnh Quảng Ninh,202,06970,Thị trấn Ba Chẽ,06978';
const THAN_SA = '19,Tỉnh Thái Nguyên,170,05719,Xã Thần Sa,05719';

it('waits for the list in force', async () => {
  expect(await load([HIEP_AN])).toMatchObject({ read: 0, problems: [{ code: 'no-units-in-force' }] });
  const list = ['79,Thành phố Hồ Chí Minh,25768,Phường Phú An', '79,Thành phố Hồ Chí Minh,25771,Phường Chánh Hiệp'];
  const more = ['22,Tỉnh Quảng Ninh,06978,Xã Ba Chẽ', '19,Tỉnh Thái Nguyên,05719,Xã Thần Sa'];
  await importUnits(db, {
    lines: lines('province_code,province_name,commune_code,commune_name', ...list, ...more),
    effectiveFrom: '2025-07-01',
    sourceRef: 'danh sách thử',
  });
  expect(await load([HIEP_AN], '2020-01-01')).toMatchObject({ read: 0, problems: [{ code: 'no-units-in-force' }] });
});

it('counts every line once: taken, refused, doubtful', async () => {
  const report = await load([
    HIEP_AN,
    TUONG_BINH_HIEP,
    HIEP_AN,
    '74,Tỉnh Bình Dương,7,25774,Phường Chánh Mỹ,25771',
    '74,Tỉnh Bình Dương,718,25774,Phường Chánh Mỹ,06978;25771',
    '74,Tỉnh Bình Dương,718,25759,Phường Định Hoà,',
    BA_CHE,
    THAN_SA,
  ]);
  expect(report).toMatchObject({ read: 8, accepted: 6, updated: 0, unchanged: 0, rejected: 2 });
  expect(report.problems.map(({ line, code }) => [line, code])).toEqual([
    [4, 'duplicate'],
    [5, 'invalid-district-code'],
    [6, 'other-province'],
    [7, 'no-successor'],
  ]);
  const doubtful = await findUnitByCode(db, '25774', '2024-01-01');
  expect((await successorsOf(db, doubtful?.unitId ?? '', '2026-01-01')).map(({ code }) => code)).toEqual(['25771']);
});

it('keeps one unit where nothing was arranged, two where a code was reused', async () => {
  const [then, now] = [
    await findUnitByCode(db, '05719', '2024-01-01'),
    await findUnitByCode(db, '05719', '2026-01-01'),
  ];
  expect(then?.unitId).toBe(now?.unitId);
  const reused = [await findUnitByCode(db, '25771', '2024-01-01'), await findUnitByCode(db, '25771', '2026-01-01')];
  expect(reused.map((one) => one?.name)).toEqual(['Phường Tương Bình Hiệp', 'Phường Chánh Hiệp']);
  expect(reused[0]?.unitId).not.toBe(reused[1]?.unitId);
});

it('takes a corrected list over: names, places and successors that differ', async () => {
  const corrected = [
    '74,Tỉnh Bình Dương,718,25768,Phường Hiệp An,25771',
    '74,Tỉnh Bình Dương,719,25771,Phường Tương Bình Hiệp,25771',
    '74,Tỉnh Bình Dương,718,25774,Phường Chánh Mỹ,25771',
  ];
  expect(await load(corrected)).toMatchObject({ read: 3, accepted: 0, updated: 2, unchanged: 1, rejected: 0 });
  expect(await load(corrected)).toMatchObject({ read: 3, accepted: 0, updated: 0, unchanged: 3, rejected: 0 });
  const old = await findUnitByCode(db, '25768', '2024-01-01');
  expect(await successorsOf(db, old?.unitId ?? '', '2026-01-01')).toMatchObject([
    { code: '25771', relation: 'merged' },
  ]);
  expect((await findUnitByCode(db, '25771', '2024-01-01'))?.parentName).toBe('Huyện Bàu Bàng');
});

it('does not make two units of one that it took for one, nor ends what goes on', async () => {
  expect(await load(['19,Tỉnh Thái Nguyên,170,05719,Xã Sa Thần,05719'])).toMatchObject({
    rejected: 1,
    problems: [{ line: 2, code: 'one-unit-already' }],
  });
  expect(await load([THAN_SA], '2026-01-01')).toMatchObject({
    rejected: 1,
    problems: [{ code: 'already-in-force' }, { code: 'already-in-force' }],
  });
});

it('says which columns are missing', async () => {
  const report = await importUnitHistory(db, {
    lines: lines('ma,ten', '1,2'),
    effective: '2025-07-01',
    sourceRef: 'danh sách thử',
    seed: historySeed(),
  });
  expect(report).toMatchObject({ read: 0, problems: [{ code: 'missing-columns' }] });
});
