import { parse } from 'csv-parse/sync';
import type { Refusal } from '../problem.ts';
import type { SheetLimits, SheetRow } from './model.ts';
import { refuse } from './problems.ts';

/** Text of a CSV file: UTF-8 with or without a mark, or what Excel calls "Unicode text". Null: another encoding. */
export function csvText(bytes: Buffer): string | null {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    const text = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** Excel in Vietnamese writes ";", others "," or a tab: whichever stands most often in the first lines. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 2000);
  const counted = [';', ',', '\t'].map((mark) => ({ mark, count: start.split(mark).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

export function readCsv(text: string, limits: SheetLimits): SheetRow[] | Refusal {
  const rows: SheetRow[] = [];
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      info: true,
      skip_empty_lines: true,
      to: limits.rows + 12,
      max_record_size: limits.columns * limits.cell,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    for (const { record, info } of records) {
      const cells = record.slice(0, limits.columns).map((value) => {
        const clean = value.trim().slice(0, limits.cell);
        return { text: clean, formula: clean.startsWith('=') };
      });
      if (cells.some(({ text: filled }) => filled)) rows.push({ line: info.lines, cells });
    }
  } catch {
    return refuse('unreadable');
  }
  return rows.length > limits.rows ? refuse('too-many-rows', { rows: limits.rows }) : rows;
}
