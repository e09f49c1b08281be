/** Letters of a search that are used; longer ones are no question, and what follows is said to be left out. */
export const LONGEST_QUERY = 200;
export const MOST_PAGES = 100;

export interface AskedQuery {
  readonly text: string;
  readonly cut: boolean;
}

/** One value of an address, whatever was typed there: the first of several, without control characters. */
export function readWords(value: unknown): AskedQuery {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const words = (typeof first === 'string' ? first : '')
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const letters = [...words];
  return { text: letters.slice(0, LONGEST_QUERY).join('').trim(), cut: letters.length > LONGEST_QUERY };
}

/** A page number from 1 on; anything else is the first page. */
export function readPageNumber(value: unknown): number {
  const page = typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : 1;
  return Math.min(Math.max(page, 1), MOST_PAGES);
}
