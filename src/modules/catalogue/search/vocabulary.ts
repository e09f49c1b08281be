import { foldedWords, isAccented, type Word, wordsOf } from './fold.ts';
import type { ModifierRow, SearchTables, SynonymRow } from './search-model.ts';

type Synonym = { words: Word[]; means: Word[] };
export type Modifier = { phrase: string; askedBy: string[]; factor: number };

/** The tables of one day, ready for use. */
export type Vocabulary = {
  /** By the folded first word, the longest phrase first. */
  synonyms: Map<string, Synonym[]>;
  modifiers: Modifier[];
  fillers: { folded: Set<string>; accented: Set<string> };
};

export const EMPTY_VOCABULARY: Vocabulary = {
  synonyms: new Map(),
  modifiers: [],
  fillers: { folded: new Set(), accented: new Set() },
};

/** Folded words between single spaces, padded so that whole words can be found with `includes`. */
export const padded = (text: string): string => ` ${foldedWords(text).join(' ')} `;

/** The rows of the tables in force on `day` (YYYY-MM-DD), prepared once for many queries. */
export function compileVocabulary(tables: SearchTables, day: string): Vocabulary {
  const inForce = (row: SynonymRow | ModifierRow) =>
    row.effective_from <= day && (!row.effective_to || day <= row.effective_to);
  const synonyms = new Map<string, Synonym[]>();
  for (const row of tables.synonyms.filter(inForce)) {
    const means = wordsOf(row.means);
    for (const phrase of row.words) {
      const words = wordsOf(phrase);
      const first = words[0]?.fold;
      if (first === undefined || means.length === 0) continue;
      synonyms.set(first, [...(synonyms.get(first) ?? []), { words, means }]);
    }
  }
  for (const list of synonyms.values()) list.sort((a, b) => b.words.length - a.words.length);
  const fillers = tables.fillers.flatMap(wordsOf);
  return {
    synonyms,
    modifiers: tables.modifiers.filter(inForce).map(({ phrase, asked_by, factor }) => ({
      phrase: padded(phrase),
      askedBy: [phrase, ...asked_by].map(padded),
      factor,
    })),
    fillers: {
      folded: new Set(fillers.map((word) => word.fold)),
      accented: new Set(fillers.map((word) => word.accent)),
    },
  };
}

/** The special variants that a query, given as padded folded words, did not ask for. */
export const unaskedModifiers = (vocabulary: Vocabulary, paddedQuery: string): Set<Modifier> =>
  new Set(vocabulary.modifiers.filter(({ askedBy }) => !askedBy.some((phrase) => paddedQuery.includes(phrase))));

export const isFiller = (vocabulary: Vocabulary, word: Word): boolean =>
  isAccented(word) ? vocabulary.fillers.accented.has(word.accent) : vocabulary.fillers.folded.has(word.fold);

/** A typed word stands for a word of the table; typed accents must agree, missing ones need not. */
const agrees = (typed: Word, listed: Word): boolean =>
  typed.fold === listed.fold && (!isAccented(typed) || typed.accent === listed.accent);

/**
 * Other ways to say the query: with every known phrase replaced, then with each alone, also by its other meanings
 * ("CT01" serves permanent and temporary residence). At most `limit`; the query itself is not among them.
 */
export function rephrasings(words: Word[], vocabulary: Vocabulary, limit = 5): Word[][] {
  const found: { at: number; synonym: Synonym }[] = [];
  const others: typeof found = [];
  for (let at = 0; at < words.length; at += 1) {
    const fitting = (vocabulary.synonyms.get(words[at]?.fold ?? '') ?? []).filter(({ words: phrase }) =>
      phrase.every((listed, i) => words[at + i] && agrees(words[at + i] as Word, listed)),
    );
    const longest = fitting[0];
    if (!longest) continue;
    found.push({ at, synonym: longest });
    for (const synonym of fitting.slice(1)) {
      if (synonym.words.length === longest.words.length) others.push({ at, synonym });
    }
    at += longest.words.length - 1;
  }
  const replace = (chosen: typeof found): Word[] => {
    const parts: Word[] = [];
    let from = 0;
    for (const { at, synonym } of chosen) {
      parts.push(...words.slice(from, at), ...synonym.means);
      from = at + synonym.words.length;
    }
    return [...parts, ...words.slice(from)];
  };
  const all = found.length > 0 ? [replace(found)] : [];
  const single = [...(found.length > 1 ? found : []), ...others].map((one) => replace([one]));
  return [...all, ...single].slice(0, limit);
}
