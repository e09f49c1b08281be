/** A quantity cell found in the flattened table of papers: where it stands and what it says. */
export type QuantityCell = {
  start: number;
  end: number;
  originals: number | null;
  copies: number | null;
  guessed: boolean;
};

const QUANTITY = /(\d{1,9}) bản chính(?:,\s?(\d{1,4}) bản sao)?|(\d{1,9}) bản sao/gu;

/** More sets of one paper than this no procedure asks for. */
const LARGEST_COUNT = 20;

/**
 * How many digits of the run before " bản chính" belong to the name that the portal printed without a space before
 * the cell: "theo Mẫu số 18" + "1 bản chính". Counts of two digits are real only straight behind a word or sentence.
 */
function digitsOfName(run: string, before: string): number {
  if (run.length === 1) return 0;
  const behindWord = /[\p{Ll}.;:)”"]/u.test(before);
  return run[0] !== '0' && behindWord && Number(run) <= LARGEST_COUNT ? 0 : run.length - 1;
}

/** True where the words are part of a paper's name ("gồm 01 bản chính và …"), not the quantity cell behind it. */
function insideName(run: string, before: string, after: string): boolean {
  if (run.length === 2 && run[0] === '0') return true;
  const glued = before !== '' && !/[\s(]/u.test(before);
  if (/^\s/u.test(after)) return !(glued && /^\s+(?:[\p{Lu}\d*+(•-]|$)/u.test(after));
  return /^[);,.]/u.test(after) && !glued;
}

/** Finds the quantity cells in one group's flattened rows. */
export function quantityCells(text: string): QuantityCell[] {
  const cells: QuantityCell[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const run = match[1] ?? match[3] ?? '';
    const before = text.slice(Math.max(0, match.index - 1), match.index);
    const end = match.index + match[0].length;
    if (insideName(run, before, text.slice(end, end + 8))) continue;
    const skip = digitsOfName(run, before);
    const count = Number(run.slice(skip));
    cells.push({
      start: match.index + skip,
      end,
      originals: match[1] === undefined ? null : count,
      copies: match[1] === undefined ? count : match[2] === undefined ? null : Number(match[2]),
      guessed: run.length > 1,
    });
  }
  return cells;
}
