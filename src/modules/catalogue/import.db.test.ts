import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { fromRoot, sharedData } from '../../platform/paths.ts';
import { readLines, type SourceLine } from '../../platform/read-lines.ts';
import {
  createCatalogueSearch,
  importProcedures,
  loadSeedCatalogue,
  pinnedFiling,
  procedurePage,
  startFiling,
} from './index.ts';
import { offerEverything } from './testing.ts';

const { db, statements } = await testDatabase();
const now = new Date('2026-11-24T03:00:00Z');
const today = '2026-11-24';
const seed = () => loadSeedCatalogue(db, fromRoot('db', 'seed'), now);

async function* lines(...values: unknown[]): AsyncGenerator<SourceLine> {
  for (const [at, value] of values.entries()) {
    yield { number: at + 1, text: typeof value === 'string' ? value : JSON.stringify(value), fault: null };
  }
}
const run = (...values: unknown[]) => importProcedures(db, { lines: lines(...values), now, today });
const line = (code: string, name: string) => ({
  ma_thu_tuc: code,
  ten_thu_tuc: name,
  cap_thuc_hien: 'Cấp xã',
  linh_vuc: 'Thử',
});

describe('seed catalogue', () => {
  it('is loaded once and again without a change', async () => {
    expect(await seed()).toBeGreaterThanOrEqual(25 * 3);
    expect(await seed()).toBe(0);
    const page = await procedurePage(db, '1.001193', null, today);
    expect(page).toMatchObject({
      name: 'Đăng ký khai sinh',
      route: null,
      offered: false,
      portal: null,
      formVersion: 1,
    });
    expect(page?.guide?.vi.summary).toBeTruthy();
  });
});

describe('import from the portal', () => {
  it('accepts, updates, leaves alone and rejects; the four sum to what was read', async () => {
    const first = await run(
      line('9.000001', 'Thủ tục thử A'),
      line('9.000002', 'Thủ tục thử B'),
      'không phải JSON',
      line('9', 'Sai mã'),
      line('9.000003', ''),
    );
    expect(first).toMatchObject({ read: 5, accepted: 2, updated: 0, unchanged: 0, rejected: 3 });
    const second = await run(line('9.000001', 'Thủ tục thử A'), line('9.000002', 'Thủ tục thử B, sửa'));
    expect(second).toMatchObject({ read: 2, accepted: 0, updated: 1, unchanged: 1, rejected: 0 });
    expect((await procedurePage(db, '9.000002', null, today))?.name).toBe('Thủ tục thử B, sửa');
  });

  it('takes a code that occurs twice in one file as two statements, the later one standing', async () => {
    expect(await run(line('9.000004', 'Lần một'), line('9.000004', 'Lần hai'))).toMatchObject({
      read: 2,
      accepted: 1,
      updated: 1,
    });
    expect((await procedurePage(db, '9.000004', null, today))?.name).toBe('Lần hai');
  });

  it('never touches our own name, guide, route and form', async () => {
    const before = await procedurePage(db, '1.001193', null, today);
    expect(await run(line('1.001193', 'Tên của cổng'))).toMatchObject({ accepted: 1 });
    const after = await procedurePage(db, '1.001193', null, today);
    expect(after).toEqual({ ...before, portal: expect.objectContaining({ name: 'Tên của cổng' }) });
    expect(await seed()).toBe(0);
  });

  it('reads every line of the shared file, and a second import changes nothing', async () => {
    const path = sharedData('procedures.ndjson.gz');
    if (!existsSync(path)) return console.log('Không có dữ liệu dùng chung: bỏ qua kiểm tra procedures.ndjson.gz');
    const all = () => importProcedures(db, { lines: readLines(path), now, today });
    const first = await all();
    expect(first.read).toBe(2127);
    expect(first.accepted + first.updated + first.unchanged + first.rejected).toBe(first.read);
    expect(first.rejected).toBe(0);
    const second = await all();
    expect({ ...second, problems: [] }).toEqual({
      read: 2127,
      accepted: 0,
      updated: 0,
      unchanged: 2127,
      rejected: 0,
      problems: [],
    });
  });
});

describe('search', () => {
  it('finds by everyday words without accents and notices changes of the catalogue', async () => {
    const { search } = createCatalogueSearch(db, fromRoot('db', 'seed', 'search-synonyms.json'));
    expect((await search('lam giay khai sinh cho con', today))[0]?.code).toBe('1.001193');
    const before = statements.count;
    await search('khai sinh', today);
    expect(statements.count - before).toBe(1);
    await run(line('9.000005', 'Cấp phép nuôi lạc đà hai bướu'));
    expect((await search('lac da', today))[0]?.code).toBe('9.000005');
  });
});

describe('filing', () => {
  it('pins revision and form, and a portal procedure gets a general form of its papers', async () => {
    expect(await startFiling(db, '1.001193', 'any', today)).toMatchObject({ refused: 'catalogue.not-offered' });
    await offerEverything(db, 'any');
    const pin = await startFiling(db, '1.001193', 'any', today);
    if ('refused' in pin) throw new Error(pin.refused);
    const filing = await pinnedFiling(db, pin);
    expect(filing.formVersion).toBe(1);
    expect(filing.duration).toEqual({ text: 'trong ngày', rule: '15h' });
    const general = await pinnedFiling(db, { ...pin, formVersion: null });
    expect(general.form.sections.map(({ key }) => key)).toContain('giay-to');
    expect(await startFiling(db, '9.000001', 'any', today)).toMatchObject({ refused: 'catalogue.not-filed-here' });
    expect(await startFiling(db, '0.000000', 'any', today)).toMatchObject({ refused: 'catalogue.not-found' });
  });
});
