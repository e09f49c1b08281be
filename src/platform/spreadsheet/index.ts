export { listOf } from './headings.ts';
export { type Cell, type ColumnSpec, type ListRow, SHEET_BYTES, SHEET_LIMITS } from './model.ts';
export { refuse as refuseSheet } from './problems.ts';
export { readSheet } from './read-sheet.ts';
export { writeTemplate } from './template.ts';
