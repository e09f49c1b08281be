import { oneLine, saysNothing } from './clean-text.ts';
import { splitFormNames } from './form-names.ts';
import { type QuantityCell, quantityCells } from './paper-quantities.ts';
import type { PortalPaper } from './portal-model.ts';
import type { Report } from './portal-problems.ts';

const HEADER = /Tên giấy tờ\s*Mẫu đơn, tờ khai\s*Số lượng/u;
const TO_SHOW = /xuất trình/iu;
const REMARKS = /lưu ý|ghi chú/iu;

/**
 * Takes the flattened tables of papers apart. Each table has its group's title before its header; the title of the
 * next group stands behind the last quantity of the one before. `rest` is text without a quantity at the end.
 */
export function parsePapers(text: string, report: Report): { papers: PortalPaper[]; rest: string } {
  if (saysNothing(text)) {
    report('papers-missing', 'papers');
    return { papers: [], rest: '' };
  }
  const [first = '', ...tables] = text.split(HEADER);
  const papers: PortalPaper[] = [];
  let title = first;
  for (const table of tables) {
    const cells = quantityCells(table);
    const group = groupTitle(title);
    let from = 0;
    for (const cell of cells) {
      const paper = paperOf(table.slice(from, cell.start), table.slice(cell.start, cell.end), cell, group, report);
      if (paper) papers.push(paper);
      from = cell.end;
    }
    title = table.slice(from);
  }
  const rest = groupTitle(title) ?? '';
  if (rest !== '' || papers.length === 0) report('papers-unparsed', 'papers');
  return { papers, rest };
}

function groupTitle(text: string): string | null {
  const title = oneLine(text.replace(/^[\s.,;]+/u, '')).replace(/\s*:$/u, '');
  return saysNothing(title) ? null : title;
}

function paperOf(
  text: string,
  quantityText: string,
  cell: QuantityCell,
  group: string | null,
  report: Report,
): PortalPaper | null {
  const { name, formNames } = splitFormNames(text.replace(/^[\s,]+/u, ''));
  if (cell.guessed) report('paper-quantity-guessed', 'papers');
  if (name === '') {
    report('paper-without-name', 'papers');
    return null;
  }
  const { originals, copies } = cell;
  return { name, kind: kindOf(name, cell, group, report), group, quantityText, originals, copies, formNames };
}

function kindOf(name: string, cell: QuantityCell, group: string | null, report: Report): PortalPaper['kind'] {
  if ((cell.originals ?? 0) + (cell.copies ?? 0) === 0) {
    report('paper-zero-copies', 'papers');
    return 'note';
  }
  if (group !== null && REMARKS.test(group)) return 'note';
  return TO_SHOW.test(group ?? '') || /^[\s\-+*•]*xuất trình/iu.test(name) ? 'show' : 'submit';
}
