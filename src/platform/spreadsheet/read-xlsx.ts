import type { Refusal } from '../problem.ts';
import type { Cell, SheetLimits, SheetRow } from './model.ts';
import { refuse } from './problems.ts';
import { attribute, firstSheetPath, readSharedTexts, readXml } from './xlsx-parts.ts';
import { openParts, type Parts, UnpacksTooLarge } from './zip.ts';

/** Rows of the first visible sheet of a workbook that have something in them. */
export async function readXlsx(bytes: Buffer, limits: SheetLimits): Promise<SheetRow[] | Refusal> {
  try {
    const parts = await openParts(bytes, limits.unpacked);
    if (!parts.has('xl/workbook.xml')) return refuse('not-a-sheet');
    if (parts.has('xl/vbaProject.bin')) return refuse('macros');
    const texts = parts.has('xl/sharedStrings.xml')
      ? await readSharedTexts(parts.read('xl/sharedStrings.xml'), limits.cell)
      : [];
    const path = await firstSheetPath(parts.read('xl/workbook.xml'), parts.read('xl/_rels/workbook.xml.rels'));
    return await readRows(parts, path, texts, limits);
  } catch (error) {
    return refuse(error instanceof UnpacksTooLarge ? 'unpacks-too-large' : 'unreadable');
  }
}

async function readRows(parts: Parts, path: string, texts: readonly string[], limits: SheetLimits) {
  const rows: SheetRow[] = [];
  let line = 0;
  let cells: Cell[] = [];
  let cell = { column: 0, kind: '', formula: false, text: '' };
  let inValue = false;
  await readXml(parts.read(path), {
    open(name, tag) {
      if (name === 'row') {
        line = Number(attribute(tag, 'r')) || line + 1;
        cells = [];
      } else if (name === 'c') {
        const column = columnOf(attribute(tag, 'r')) ?? cells.length;
        cell = { column, kind: attribute(tag, 't'), formula: false, text: '' };
      } else if (name === 'f') cell.formula = true;
      else if (name === 'v' || name === 't') inValue = true;
    },
    text(text) {
      if (inValue && cell.text.length <= limits.cell) cell.text += text;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'c' && cell.column < limits.columns) {
        while (cells.length < cell.column) cells.push({ text: '', formula: false });
        const text = cell.kind === 's' ? (texts[Number(cell.text)] ?? '') : cell.text;
        cells[cell.column] = { text: text.trim().slice(0, limits.cell), formula: cell.formula };
      } else if (name === 'row' && cells.some(({ text, formula }) => text !== '' || formula)) {
        rows.push({ line, cells });
      }
    },
    done: () => rows.length > limits.rows,
  });
  return rows.length > limits.rows ? refuse('too-many-rows', { rows: limits.rows }) : rows;
}

/** "C12" → 2 */
function columnOf(reference: string): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference)?.[1];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
