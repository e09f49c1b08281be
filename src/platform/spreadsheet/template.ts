import writeExcelFile from 'write-excel-file/node';
import type { ColumnSpec } from './model.ts';

/** A list to fill in: our headings and some example rows. Cells are texts, so that "01" and dates stay as typed. */
export function writeTemplate(
  columns: readonly ColumnSpec[],
  examples: readonly (readonly string[])[],
): Promise<Buffer> {
  const headings = columns.map(({ headings: [heading] }) => ({
    value: heading,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#dcebed',
  }));
  const rows = examples.map((row) => row.map((value) => ({ value, type: String, format: '@' })));
  return writeExcelFile([headings, ...rows], {
    columns: columns.map(({ headings: [heading] }) => ({ width: Math.max(16, heading.length + 4) })),
    sheet: 'Danh sách',
    stickyRowsCount: 1,
  }).toBuffer();
}
