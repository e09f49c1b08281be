import { isRefusal, type Refusal } from '../problem.ts';
import type { ColumnSpec, ListRow, SheetRow } from './model.ts';
import { refuse } from './problems.ts';

/** Official lists begin with titles; headings stand among the first lines. */
const HEADING_LINES = 12;

/** "Tên khu phố (*)" and "TEN KHU PHO" are one heading. */
export const foldHeading = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The rows below the headings, each cell by its column. Columns that no list knows are left out. */
export function readList<Field extends string>(
  rows: readonly SheetRow[],
  columns: readonly ColumnSpec<Field>[],
): ListRow<Field>[] | Refusal {
  for (const [at, row] of rows.slice(0, HEADING_LINES).entries()) {
    const found = matchHeadings(row, columns);
    if (!found) continue;
    const list = rows.slice(at + 1).map(({ line, cells }): ListRow<Field> => {
      const values: Partial<Record<Field, ListRow['values'][string]>> = {};
      for (const [field, column] of found) {
        const cell = cells[column];
        if (cell) values[field] = cell;
      }
      return { line, values };
    });
    const filled = list.filter(({ values }) =>
      Object.values<ListRow['values'][string]>(values).some((cell) => cell && (cell.text !== '' || cell.formula)),
    );
    return filled.length > 0 ? filled : refuse('empty');
  }
  const wanted = columns.filter(({ required }) => required).map(({ headings }) => `“${headings[0]}”`);
  return refuse('headings', { columns: wanted.join(', ') });
}

function matchHeadings<Field extends string>(
  row: SheetRow,
  columns: readonly ColumnSpec<Field>[],
): Map<Field, number> | null {
  const titles = row.cells.map(({ text }) => foldHeading(text));
  const found = new Map<Field, number>();
  for (const { field, headings } of columns) {
    const at = titles.findIndex((title, index) => {
      return ![...found.values()].includes(index) && headings.some((heading) => foldHeading(heading) === title);
    });
    if (at >= 0) found.set(field, at);
  }
  return columns.every(({ field, required }) => !required || found.has(field)) ? found : null;
}

/** {@link readList} of what a reader gave. */
export const listOf = <Field extends string>(
  rows: readonly SheetRow[] | Refusal,
  columns: readonly ColumnSpec<Field>[],
): ListRow<Field>[] | Refusal => (isRefusal(rows) ? rows : readList(rows, columns));
