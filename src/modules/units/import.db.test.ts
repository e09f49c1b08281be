import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { fromRoot, sharedData } from '../../platform/paths.ts';
import { readLines, type SourceLine } from '../../platform/read-lines.ts';
import { findUnit, findUnitByCode, findUnitByIdentifier, importUnits, listUnits } from './index.ts';

const { db } = await testDatabase();
const HEADER = 'province_code,province_name,commune_code,commune_name';
const source = { effectiveFrom: '2025-07-01', sourceRef: 'test' };

async function* lines(...texts: string[]): AsyncGenerator<SourceLine> {
  for (const [at, text] of [HEADER, ...texts].entries()) yield { number: at + 1, text, fault: null };
}

describe('import of units', () => {
  it('takes the list that ships with the project, and changes nothing the second time', async () => {
    const path = fromRoot('db', 'seed', 'units', 'units-2026.csv.gz');
    const first = await importUnits(db, { ...source, lines: readLines(path) });
    expect(first).toEqual({ read: 3321, accepted: 3321, updated: 0, unchanged: 0, rejected: 0, problems: [] });
    const second = await importUnits(db, { ...source, lines: readLines(path) });
    expect(second).toMatchObject({ read: 3321, accepted: 0, updated: 0, unchanged: 3321, rejected: 0 });
    expect(await listUnits(db, { date: '2026-11-24', kind: 'province', limit: 100 })).toHaveLength(34);
  });

  it('reports bad rows one by one and takes the others', async () => {
    const report = await importUnits(db, {
      ...source,
      lines: lines(
        '99,Tỉnh Thử,99999,Xã Thử',
        '9,Tỉnh,1,Xã',
        '99,Tỉnh Thử,99999,Xã Thử',
        '99,Tỉnh Thử,99998,',
        '"99,Tỉnh',
      ),
    });
    expect(report).toMatchObject({ read: 5, accepted: 1, rejected: 4 });
    expect(report.problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'invalid-province-code'],
      [4, 'duplicate'],
      [5, 'missing-commune-name'],
      [6, 'unreadable'],
    ]);
  });

  it('keeps the old name for days before a change', async () => {
    const report = await importUnits(db, {
      sourceRef: 'test',
      effectiveFrom: '2026-05-01',
      lines: lines('99,Tỉnh Thử,99999,Phường Thử'),
    });
    expect(report).toMatchObject({ read: 1, updated: 1 });
    expect((await findUnitByCode(db, '99999', '2026-04-30'))?.name).toBe('Xã Thử');
    expect((await findUnitByCode(db, '99999', '2026-05-01'))?.name).toBe('Phường Thử');
    expect(await findUnitByCode(db, '99999', '2025-06-30')).toBeNull();
  });

  it('says plainly which columns are missing', async () => {
    async function* wrong(): AsyncGenerator<SourceLine> {
      yield { number: 1, text: 'ma,ten', fault: null };
      yield { number: 2, text: '1,2', fault: null };
    }
    const { read, problems } = await importUnits(db, { ...source, lines: wrong() });
    expect(read).toBe(0);
    expect(problems[0]?.code).toBe('missing-columns');
  });
});

it('gives every commune a prefix for dossier codes and finds it back', async () => {
  const unit = await findUnitByCode(db, '25771', '2026-11-24');
  expect(unit).toMatchObject({
    name: 'Phường Chánh Hiệp',
    parentName: 'Thành phố Hồ Chí Minh',
    identifier: 'T79.25.771',
  });
  expect((await findUnitByIdentifier(db, 'T79.25.771', '2026-11-24'))?.unitId).toBe(unit?.unitId);
  expect(await findUnitByIdentifier(db, 'T01.25.771', '2026-11-24')).toBeNull();
  expect((await findUnit(db, unit?.unitId ?? '', '2026-11-24'))?.code).toBe('25771');
  expect((await listUnits(db, { date: '2026-11-24', text: 'chanh hiep', limit: 5 })).map(({ code }) => code)).toContain(
    '25771',
  );
});

it('reads the shared list where it is present', async () => {
  const path = sharedData('units-2026.csv.gz');
  if (!existsSync(path)) return console.log('Không có dữ liệu dùng chung: bỏ qua kiểm tra units-2026.csv.gz');
  const report = await importUnits(db, { ...source, lines: readLines(path) });
  expect(report).toMatchObject({ read: 3321, unchanged: 3321 });
});
