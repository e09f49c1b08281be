import { parse } from 'csv-parse/sync';
import type { SourceLine } from '../../platform/read-lines.ts';
import type { ImportReport } from './model.ts';

interface Fault {
  readonly code: string;
  readonly message: string;
}

export interface ListShape<Row> {
  readonly columns: readonly string[];
  readonly parse: (row: Record<string, string>, line: number) => Row | Fault;
  /** Official code that may stand in the list once. */
  readonly keyOf: (row: Row) => string;
}

/** Reads a CSV with a header. Every row that cannot be taken is counted as rejected and reported by its line. */
export async function readList<Row extends object>(
  lines: AsyncIterable<SourceLine>,
  shape: ListShape<Row>,
  report: ImportReport,
): Promise<Row[]> {
  const rows: Row[] = [];
  const seen = new Set<string>();
  let header: string[] | null = null;
  for await (const line of lines) {
    const cells = cellsOf(line);
    if (!header) {
      header = cells ?? [];
      const missing = shape.columns.filter((column) => !header?.includes(column));
      if (missing.length === 0) continue;
      report.problems.push({
        line: line.number,
        code: 'missing-columns',
        message: `Dòng đầu phải có các cột: ${missing.join(', ')}.`,
      });
      return [];
    }
    report.read += 1;
    const row = cells
      ? shape.parse(Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])), line.number)
      : { code: 'unreadable', message: 'Dòng này không đọc được. Hãy lưu lại tệp dạng CSV, mã UTF-8.' };
    const problem = isFault(row)
      ? row
      : seen.has(shape.keyOf(row))
        ? { code: 'duplicate', message: `Mã xã ${shape.keyOf(row)} lặp lại trong tệp.` }
        : null;
    if (problem) {
      report.rejected += 1;
      report.problems.push({ line: line.number, code: problem.code, message: problem.message });
    } else if (!isFault(row)) {
      seen.add(shape.keyOf(row));
      rows.push(row);
    }
  }
  return rows;
}

const isFault = (row: object): row is Fault => 'message' in row;

/** A line's cells. Plain lines, the great majority, are split by hand: a parser for each costs a second in 10,000. */
function cellsOf(line: SourceLine): string[] | null {
  if (line.fault) return null;
  if (!line.text.includes('"')) return line.text.replace(/^\uFEFF/, '').split(',');
  try {
    return (parse(line.text, { relax_column_count: true, bom: true }) as string[][])[0] ?? null;
  } catch {
    return null;
  }
}
