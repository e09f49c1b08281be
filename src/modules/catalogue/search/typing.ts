/**
 * True where one slip of the fingers makes the one word from the other: a letter more, less, changed, or two
 * neighbours swapped.
 */
export function withinOneSlip(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** Words shorter than this have too many neighbours to be corrected alone; longer ones are no syllables. */
const SHORTEST = 3;
const LONGEST = 12;

/** Whether a typed word may be taken for a typing mistake: the index does not know it, and it has letters only. */
export const mayBeSlip = (word: string, known: Set<string>): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST && !known.has(word) && /^[a-z]+$/.test(word);
