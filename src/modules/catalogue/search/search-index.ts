import type { Query } from 'minisearch';
import type { SearchIndex } from './build-index.ts';
import { codeHits, looksLikeCode } from './code-lookup.ts';
import { type Word, wordsOf } from './fold.ts';
import { phrasing, rankScore } from './rank.ts';
import type { SearchHit } from './search-model.ts';
import { mayBeSlip, withinOneSlip } from './typing.ts';
import { EMPTY_VOCABULARY, isFiller, padded, rephrasings, unaskedModifiers, type Vocabulary } from './vocabulary.ts';

export type SearchOptions = {
  vocabulary?: Vocabulary;
  /** Most hits to return; 20 by default. */
  limit?: number;
  /** Whether the last word may be unfinished, as while typing; true by default. */
  prefix?: boolean;
};

/** Characters; longer than any procedure's name is no question. */
const LONGEST_QUERY = 1500;
const MOST_WORDS = 40;
/** How many of the engine's results are ranked closely. */
const CANDIDATES = 150;
/** Words of one phrasing that the engine looks up. */
const MOST_KEYWORDS = 3;
const MOST_NEIGHBOURS = 12;
/** A known word of fewer letters begins too many others ("con" – "công", "cộng") to be completed by the engine. */
const LONG_ENOUGH = 4;
/** Fewer strict matches than this are filled up with partial ones. */
const ENOUGH = 12;
const SYNONYM_TRUST = 0.97;
const BOOST = { name: 6, aliases: 6, other: 1 };
/** A hit must reach this share of the best hit's score. */
const SMALLEST_SHARE = 0.2;

/**
 * Procedures that answer `query`, best first; equal scores are ordered by code. The same function serves the command
 * line and the server. An empty, meaningless or overlong query has no hits; it never throws.
 */
export function searchIndex(index: SearchIndex, query: string, options: SearchOptions = {}): SearchHit[] {
  const { vocabulary = EMPTY_VOCABULARY, limit = 20, prefix = true } = options;
  if (query.length > LONGEST_QUERY) return [];
  if (looksLikeCode(query)) return codeHits(index, query, limit);
  const words = wordsOf(query.toWellFormed()).slice(0, MOST_WORDS);
  if (words.every((word) => word.fold.length < 2)) return [];

  const said = [words, ...rephrasings(words, vocabulary)];
  const phrasings = said.map((way, i) =>
    phrasing(way, index, vocabulary, { trust: i === 0 ? 1 : SYNONYM_TRUST, prefix: prefix && i === 0 }),
  );
  const paddedQuery = padded(said.map((way) => way.map((word) => word.fold).join(' ')).join(' ; '));
  const context = { index, vocabulary, unasked: unaskedModifiers(vocabulary, paddedQuery) };

  const hits: SearchHit[] = [];
  for (const [code, engineShare] of candidates(index, said, vocabulary, prefix)) {
    const doc = index.docs.get(code);
    if (!doc) continue;
    const score = rankScore(doc, phrasings, engineShare, context);
    hits.push({ code, name: doc.name, score: Math.round(score * 1000) / 1000 });
  }
  hits.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
  const least = (hits[0]?.score ?? 0) * SMALLEST_SHARE;
  return hits.filter((hit) => hit.score >= least).slice(0, Math.max(0, limit));
}

/** The meaningful words of a phrasing for the engine, rarest first; common words are left to the ranking. */
function keywords(index: SearchIndex, way: Word[], vocabulary: Vocabulary): string[] {
  const kept = way.filter((word) => !isFiller(vocabulary, word));
  const folds = [...new Set((kept.length > 0 ? kept : way).map((word) => word.fold))];
  const frequency = (fold: string) => index.frequency.get(fold) ?? 0;
  return folds.sort((a, b) => frequency(a) - frequency(b)).slice(0, MOST_KEYWORDS);
}

const mayBeUnfinished = (index: SearchIndex, term: string): boolean =>
  term.length >= LONG_ENOUGH || (term.length > 1 && !index.frequency.has(term));

const anyOf = (queries: Query[]): Query => ({ combineWith: 'OR', queries });

/** Words of names that a mistyped word may stand for, usual ones first (the engine's own search knows no swaps). */
const neighbours = (index: SearchIndex, typed: string): string[] =>
  [...index.frequency.keys()]
    .filter((fold) => withinOneSlip(typed, fold))
    .sort((a, b) => (index.frequency.get(b) ?? 0) - (index.frequency.get(a) ?? 0) || (a < b ? -1 : 1))
    .slice(0, MOST_NEIGHBOURS);

const NAMES = ['name', 'aliases'];

/**
 * The engine's best results with their scores as shares of the highest. It looks for all keywords of one phrasing in
 * names; where that finds little, in all texts; where that finds little, for any of the rarest keywords in names.
 */
function candidates(index: SearchIndex, said: Word[][], vocabulary: Vocabulary, prefix: boolean): Map<string, number> {
  const ways = said.map((way) => keywords(index, way, vocabulary));
  const several = ways.some((way) => way.length > 1);
  const unfinished = prefix ? said[0]?.at(-1)?.fold : undefined;
  const found = new Map<string, number>();
  const take = (query: Query, fields: string[] | undefined, share: number) => {
    const results = index.engine.search(query, {
      ...(fields ? { fields } : {}),
      boost: BOOST,
      prefix: (term: string) => term === unfinished && mayBeUnfinished(index, term),
      weights: { fuzzy: 0, prefix: 0.3 },
    });
    const top = results[0]?.score ?? 1;
    for (const { id, score } of results.slice(0, CANDIDATES)) {
      if (!found.has(id)) found.set(id, (share * score) / top);
    }
  };
  const meant = (term: string): Query =>
    mayBeSlip(term, index.known) && (several || term.length > 3) ? anyOf([term, ...neighbours(index, term)]) : term;
  const all = anyOf(ways.map((way) => ({ combineWith: 'AND', queries: way.map(meant) })));
  take(all, NAMES, 1);
  if (found.size < ENOUGH) take(all, undefined, found.size > 0 ? 0.6 : 1);
  if (found.size < ENOUGH && several) {
    const rarest = [...new Set(ways.flatMap((way) => way.slice(0, 2)))];
    take(anyOf(rarest.map(meant)), NAMES, found.size > 0 ? 0.4 : 1);
  }
  return found;
}
