import { beforeAll, expect, it } from 'vitest';
import { testWeb } from '../../../test/support/web.ts';
import { historySeed, importUnitHistory, importUnits } from '../../modules/units/index.ts';
import type { SourceLine } from '../../platform/read-lines.ts';
import { PLACES } from './paths.ts';

const { app, db, statements } = await testWeb('2026-11-24T03:00:00Z');

async function* lines(...rows: string[]): AsyncGenerator<SourceLine> {
  for (const [at, text] of rows.entries()) yield { number: at + 1, text, fault: null };
}

beforeAll(async () => {
  const sourceRef = 'danh sách thử';
  const today = lines(
    'province_code,province_name,commune_code,commune_name',
    '79,Thành phố Hồ Chí Minh,25768,Phường Phú An',
    '79,Thành phố Hồ Chí Minh,25771,Phường Chánh Hiệp',
  );
  await importUnits(db, { lines: today, effectiveFrom: '2025-07-01', sourceRef });
  const before = lines(
    'old_province_code,old_province_name,old_district_code,old_commune_code,old_commune_name,new_commune_codes',
    '74,Tỉnh Bình Dương,718,25768,Phường Hiệp An,25771;25768',
  );
  await importUnitHistory(db, { lines: before, effective: '2025-07-01', sourceRef, seed: historySeed() });
});

const page = async (query = '') => {
  const answer = await app.inject({ url: `${PLACES}${query}` });
  return { status: answer.statusCode, text: answer.body.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ') };
};

it('tells today’s names for an old one, with one statement beside the shell’s', async () => {
  await page();
  const empty = statements.count;
  expect((await page()).status).toBe(200);
  const shell = statements.count - empty;
  const before = statements.count;
  const { status, text } = await page(`?tim=${encodeURIComponent('hiep an')}`);
  expect(statements.count - before - shell).toBe(1);
  expect(status).toBe(200);
  expect(text).toContain('Phường Phú An, Thành phố Hồ Chí Minh');
  expect(text).toContain('Phường Chánh Hiệp, Thành phố Hồ Chí Minh');
  expect(text).toContain('có một phần nhập vào đây từ 01/07/2025');
  expect(text).toContain('hỏi tổ dân phố');
});

it('stays helpful where nothing is found, and harmless whatever is typed', async () => {
  expect((await page('?tim=khongconoinao')).text).toContain('Chưa thấy xã, phường nào như vậy');
  for (const text of ['%', "'; drop table unit; --", '<script>alert(1)</script>', '_'])
    expect((await page(`?tim=${encodeURIComponent(text)}`)).status).toBe(200);
  expect((await page(`?tim=${'a'.repeat(201)}`)).status).toBe(400);
});
