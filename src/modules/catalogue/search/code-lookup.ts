import type { SearchIndex } from './build-index.ts';
import type { SearchHit } from './search-model.ts';

/**
 * A procedure's code, perhaps unfinished, perhaps with a suffix of a service or unit ("1.000894.01"), or its seven
 * digits without the dot.
 */
const CODE_QUERY = /^\s*(?:mã\s*(?:số|thủ tục)?\s*:?\s*)?(?:(\d)[.,](\d{2,6})(?:\.[\dA-Z.]{1,30})?|(\d)(\d{6}))\s*$/iu;

export const looksLikeCode = (query: string): boolean => CODE_QUERY.test(query);

/** The procedure of that code first; for an unfinished code all that begin so, in order of code. */
export function codeHits(index: SearchIndex, query: string, limit: number): SearchHit[] {
  const match = CODE_QUERY.exec(query);
  const code = `${match?.[1] ?? match?.[3] ?? ''}.${match?.[2] ?? match?.[4] ?? ''}`;
  const exact = index.docs.get(code);
  if (exact) return limit > 0 ? [{ code, name: exact.name, score: 1000 }] : [];
  if (code.length === 8) return [];
  return [...index.docs.values()]
    .filter((doc) => doc.code.startsWith(code))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .slice(0, Math.max(0, limit))
    .map((doc) => ({ code: doc.code, name: doc.name, score: 500 }));
}
