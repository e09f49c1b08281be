import { existsSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { fromRoot, sharedData } from '../../platform/paths.ts';
import { readLines } from '../../platform/read-lines.ts';
import {
  findUnitByCode,
  findUnitOrLast,
  historySeed,
  importUnitHistory,
  importUnits,
  listUnits,
  predecessorsOf,
  reasonText,
  searchUnits,
  successorsOf,
  unitFile,
  wholePredecessors,
} from './index.ts';

const { db, statements } = await testDatabase();
const file = (name: string) => readLines(fromRoot('db', 'seed', 'units', name));
const importHistory = () =>
  importUnitHistory(db, {
    lines: file('units-2025-old-to-new.csv.gz'),
    effective: '2025-07-01',
    sourceRef: 'test',
    seed: historySeed(),
  });
let first: Awaited<ReturnType<typeof importHistory>>;

beforeAll(async () => {
  await importUnits(db, { lines: file('units-2026.csv.gz'), effectiveFrom: '2025-07-01', sourceRef: 'test' });
  const from = performance.now();
  const before = statements.count;
  first = await importHistory();
  console.log(`import: ${Math.round(performance.now() - from)} ms, ${statements.count - before} statements`);
});

it('takes every commune and reports by line what cannot be believed', async () => {
  expect(first).toMatchObject({ read: 10047, accepted: 10047, updated: 0, unchanged: 0, rejected: 0 });
  expect(first.problems.map(({ code }) => code).sort()).toEqual([
    'other-province',
    ...Array.from({ length: 6 }, () => 'unknown-successor'),
  ]);
  expect(first.problems.find(({ code }) => code === 'other-province')?.message).toContain('Xã Tân Phú (30622)');
});

it('changes nothing the second time', async () => {
  const second = await importHistory();
  expect(second).toMatchObject({ read: 10047, accepted: 0, updated: 0, unchanged: 10047, rejected: 0 });
  expect(second.problems).toEqual(first.problems);
});

it('shows phường Hiệp An in Thủ Dầu Một in 2023, and today its two successors', async () => {
  const then = await findUnitByCode(db, '25768', '2023-06-01');
  expect(then).toMatchObject({
    name: 'Phường Hiệp An',
    parentName: 'Thành phố Thủ Dầu Một',
    provinceName: 'Tỉnh Bình Dương',
    identifier: 'T74.25.768',
    validTo: '2025-07-01',
  });
  const now = await findUnitByCode(db, '25768', '2026-11-24');
  expect(now).toMatchObject({ name: 'Phường Phú An', provinceName: 'Thành phố Hồ Chí Minh', identifier: 'T79.25.768' });
  expect(now?.unitId).not.toBe(then?.unitId);
  const before = statements.count;
  const successors = await successorsOf(db, then?.unitId ?? '', '2026-11-24');
  expect(statements.count - before).toBe(1);
  expect(successors).toMatchObject([
    { code: '25768', name: 'Phường Phú An', relation: 'split-part', legalDocument: 'Nghị quyết 1685/NQ-UBTVQH15' },
    { code: '25771', name: 'Phường Chánh Hiệp', place: 'Thành phố Hồ Chí Minh', steps: 1 },
  ]);
  expect(await successorsOf(db, then?.unitId ?? '', '2025-06-30')).toEqual([]);
  expect((await findUnitOrLast(db, then?.unitId ?? '', '2026-11-24'))?.parentName).toBe('Thành phố Thủ Dầu Một');
});

it('tells where a new ward came from', async () => {
  const unit = await findUnitByCode(db, '25771', '2026-11-24');
  const before = await predecessorsOf(db, unit?.unitId ?? '', '2026-11-24');
  expect(before.map(({ code, name, relation, place }) => [code, name, relation, place])).toEqual([
    ['25759', 'Phường Định Hoà', 'merged', 'Thành phố Thủ Dầu Một, Tỉnh Bình Dương'],
    ['25768', 'Phường Hiệp An', 'split-part', 'Thành phố Thủ Dầu Một, Tỉnh Bình Dương'],
    ['25771', 'Phường Tương Bình Hiệp', 'merged', 'Thành phố Thủ Dầu Một, Tỉnh Bình Dương'],
    ['25774', 'Phường Chánh Mỹ', 'split-part', 'Thành phố Thủ Dầu Một, Tỉnh Bình Dương'],
  ]);
  const whole = await wholePredecessors(db, unit?.unitId ?? '', '2026-11-24');
  expect(new Set(whole)).toEqual(new Set(before.filter((one) => one.relation === 'merged').map((one) => one.unitId)));
});

it('knows the nine districts of Bình Dương by name, by date, and says so of the others', async () => {
  const province = await findUnitByCode(db, '74', '2024-06-01');
  const districts = await listUnits(db, {
    date: '2024-06-01',
    kind: 'district',
    parentUnitId: province?.unitId ?? '',
    limit: 100,
  });
  expect(districts.map(({ code, name }) => `${code} ${name}`)).toEqual([
    '718 Thành phố Thủ Dầu Một',
    '719 Huyện Bàu Bàng',
    '720 Huyện Dầu Tiếng',
    '721 Thành phố Bến Cát',
    '722 Huyện Phú Giáo',
    '723 Thành phố Tân Uyên',
    '724 Thành phố Dĩ An',
    '725 Thành phố Thuận An',
    '726 Huyện Bắc Tân Uyên',
  ]);
  expect((await findUnitByCode(db, '721', '2023-06-01'))?.name).toBe('Thị xã Bến Cát');
  expect((await findUnitByCode(db, '723', '2023-06-01'))?.name).toBe('Thành phố Tân Uyên');
  const other = await findUnitByCode(db, '001', '2023-06-01');
  expect(other?.name).toBe('Huyện/quận mã 001');
  expect((await unitFile(db, other?.unitId ?? '', '2026-11-24')).versions).toMatchObject([
    { isNameProvisional: true, isStartAssumed: true, validTo: '2025-07-01', parentName: 'Thành phố Hà Nội' },
  ]);
  expect(await findUnitByCode(db, '718', '2025-07-01')).toBeNull();
});

it('derives where the provinces went', async () => {
  const old = await findUnitByCode(db, '74', '2023-06-01');
  expect(await successorsOf(db, old?.unitId ?? '', '2026-11-24')).toMatchObject([
    { code: '79', name: 'Thành phố Hồ Chí Minh', relation: 'merged', legalDocument: 'Nghị quyết 202/2025/QH15' },
  ]);
  expect(await listUnits(db, { date: '2023-06-01', kind: 'province', limit: 100 })).toHaveLength(63);
  const [then, now] = [await findUnitByCode(db, '01', '2023-06-01'), await findUnitByCode(db, '01', '2026-11-24')];
  expect(then?.unitId).toBe(now?.unitId);
  const unarranged = [await findUnitByCode(db, '00859', '2023-06-01'), await findUnitByCode(db, '00859', '2026-11-24')];
  expect(unarranged[0]?.unitId).toBe(unarranged[1]?.unitId);
  expect(unarranged.map((one) => one?.provinceName)).toEqual(['Tỉnh Hà Giang', 'Tỉnh Tuyên Quang']);
});

it('finds places as people type them; old names find their successors with the reason', async () => {
  const search = (text: string, date = '2026-11-24') => searchUnits(db, { text, date, limit: 10 });
  const before = statements.count;
  const found = await search('Hiệp An, Thủ Dầu Một');
  expect(statements.count - before).toBe(1);
  expect(found.map(({ code, name }) => `${code} ${name}`)).toEqual(['25768 Phường Phú An', '25771 Phường Chánh Hiệp']);
  expect(found.map(({ reasons }) => reasons.map(reasonText))).toEqual(
    Array(2).fill(['Phường Hiệp An (Thành phố Thủ Dầu Một, Tỉnh Bình Dương) có một phần nhập vào đây từ 01/07/2025']),
  );
  expect(await search('p. hiep an thu dau mot')).toEqual(found);
  expect(await search('Hiệp An, Thủ Dầu Một', '2023-06-01')).toMatchObject([
    { code: '25768', name: 'Phường Hiệp An', reasons: [] },
  ]);
  expect((await search('chanh hiep'))[0]).toMatchObject({ code: '25771', place: 'Thành phố Hồ Chí Minh', reasons: [] });
  expect((await search('Bến Nghé, Quận 1, TP.HCM')).map(({ name }) => name)).toContain('Phường Sài Gòn');
  expect(await search('25771')).toMatchObject([{ name: 'Phường Chánh Hiệp', reasons: [] }]);
  expect(await search('khongconoinao')).toEqual([]);
  const from = performance.now();
  for (const text of ['an', 'tan phu', 'xa hoa', 'phường 1', 'Minh Khai']) await search(text);
  console.log(`search: ${((performance.now() - from) / 5).toFixed(1)} ms`);
});

it('reads the shared list where it is present', async () => {
  const path = sharedData('units-2025-old-to-new.csv.gz');
  if (!existsSync(path))
    return console.log('Không có dữ liệu dùng chung: bỏ qua kiểm tra units-2025-old-to-new.csv.gz');
  const source = { effective: '2025-07-01', sourceRef: 'test', seed: historySeed() };
  const report = await importUnitHistory(db, { ...source, lines: readLines(path) });
  expect(report).toMatchObject({ read: 10047, accepted: 0, unchanged: 10047, rejected: 0 });
});
