import type { Refusal } from '../problem.ts';
import { SHEET_LIMITS, type SheetLimits, type SheetRow } from './model.ts';
import { refuse } from './problems.ts';
import { csvText, readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

const starts = (bytes: Buffer, ...head: number[]): boolean => head.every((byte, at) => bytes[at] === byte);

/**
 * Reads an uploaded list, xlsx or csv, told apart by its content and never by its name.
 * Nothing in it is run, computed or fetched. Refusals: all of this module but `headings` and `empty`.
 */
export function readSheet(
  file: { readonly name: string; readonly bytes: Buffer },
  limits: SheetLimits = SHEET_LIMITS,
): Promise<SheetRow[] | Refusal> {
  const { name, bytes } = file;
  const answer = (refusal: Refusal) => Promise.resolve(refusal);
  if (bytes.length === 0) return answer(refuse('missing'));
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return readXlsx(bytes, limits);
  // A compound file: Excel before 2007, or any workbook with a password.
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return answer(refuse('old-or-locked'));
  const named = /\.(csv|txt|tsv)$/i.test(name);
  if (!named) return answer(refuse('not-a-sheet'));
  const text = csvText(bytes);
  if (text !== null) return Promise.resolve(readCsv(text, limits));
  return answer(refuse(bytes.includes(0) ? 'not-a-sheet' : 'encoding'));
}
