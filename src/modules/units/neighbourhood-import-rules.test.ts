import { describe, expect, it } from 'vitest';
import type { ListRow } from '../../platform/spreadsheet/index.ts';
import { dateOfCell } from './calendar/cell-date.ts';
import type { NeighbourhoodAt } from './model.ts';
import { type NeighbourhoodField, planNeighbourhoods } from './neighbourhood-import-rules.ts';

const TODAY = '2026-11-24';
const known = (name: string, over: Partial<NeighbourhoodAt> = {}): NeighbourhoodAt => ({
  neighbourhoodId: `id-${name}`,
  name,
  validFrom: '2025-07-01',
  validTo: null,
  nameSince: '2025-07-01',
  formerName: null,
  ...over,
});
const row = (line: number, cells: Partial<Record<NeighbourhoodField, string>>): ListRow<NeighbourhoodField> => ({
  line,
  values: Object.fromEntries(
    Object.entries(cells).map(([key, text]) => [key, { text, formula: text.startsWith('=') }]),
  ),
});
const plan = (rows: ListRow<NeighbourhoodField>[], all: NeighbourhoodAt[] = []) => planNeighbourhoods(rows, all, TODAY);

describe('a list of neighbourhoods', () => {
  it('judges each row by itself: bad ones never hold up good ones', () => {
    const results = plan(
      [
        row(2, { name: 'Khu phố 1' }),
        row(3, { name: 'khu  phố 2' }),
        row(4, { name: '' }),
        row(5, { name: 'Khu phố 3', from: '31/02/2026' }),
        row(6, { name: 'KHU PHỐ 2' }),
        row(7, { name: '=A1' }),
        row(8, { name: 'Khu phố 8', from: '01/01/2027', to: '01/01/2027' }),
        row(9, { name: '12' }),
      ],
      [known('Khu phố 1')],
    );
    expect(results.map(({ line, result }) => [line, result])).toEqual([
      [2, 'unchanged'],
      [3, 'new'],
      [4, 'error'],
      [5, 'error'],
      [6, 'error'],
      [7, 'error'],
      [8, 'error'],
      [9, 'error'],
    ]);
    expect(results[1]?.changes).toEqual([{ kind: 'add', name: 'khu phố 2', from: TODAY, to: null }]);
    expect(results.flatMap(({ result, changes }) => (result === 'error' ? changes : []))).toEqual([]);
    expect(results[3]?.sentence).toBe('“31/02/2026” ở cột “Từ ngày” không phải là ngày. Hãy ghi như 01/07/2025.');
    expect(results[4]?.sentence).toContain('dòng 3');
  });

  it('renames by the old name and ends by a day', () => {
    const all = [known('Khu phố 1'), known('Khu phố 2')];
    const [renamed, ended, lost] = plan(
      [
        row(2, { name: 'Khu phố Hòa Bình', formerName: 'khu phố 1', from: '1/1/2027' }),
        row(3, { name: 'Khu phố 2', to: '45000' }),
        row(4, { name: 'Khu phố 9 mới', formerName: 'Khu phố 9' }),
      ],
      all,
    );
    expect(renamed).toMatchObject({
      result: 'changed',
      changes: [{ kind: 'rename', neighbourhoodId: 'id-Khu phố 1', name: 'Khu phố Hòa Bình', from: '2027-01-01' }],
    });
    // 45000 is 15/3/2023, before it began.
    expect(ended).toMatchObject({ result: 'error', sentence: expect.stringContaining('01/07/2025') });
    expect(lost).toMatchObject({ result: 'error', sentence: expect.stringContaining('“Khu phố 9”') });
  });

  it('sees a name without accents for what it is', () => {
    const [one] = plan([row(2, { name: 'Khu pho 1' })], [known('Khu phố 1')]);
    expect(one).toMatchObject({ result: 'error', sentence: expect.stringContaining('chỉ khác dấu') });
  });

  it('gives a name again once its bearer has ended', () => {
    const [one] = plan([row(2, { name: 'Khu phố 1' })], [known('Khu phố 1', { validTo: '2026-01-01' })]);
    expect(one?.result).toBe('new');
  });
});

it.each([
  ['1/7/2025', '2025-07-01'],
  ['01-07-2025', '2025-07-01'],
  ['2025-07-01', '2025-07-01'],
  ['45839', '2025-07-01'],
  ['', null],
  ['hôm qua', undefined],
  ['13/13/2025', undefined],
  ['12', undefined],
])('reads the date of a cell: %s', (text, date) => expect(dateOfCell(text)).toBe(date));
