import type { IndexedDoc, SearchIndex } from './build-index.ts';
import { isAccented, type Word } from './fold.ts';
import { type Label, rarityIn } from './lexicon.ts';
import { mayBeSlip, withinOneSlip } from './typing.ts';
import { isFiller, type Modifier, type Vocabulary } from './vocabulary.ts';

/** A word of the query with its weight: rare words count more, fillers hardly. */
type Term = {
  word: Word;
  weight: number;
  slip: boolean;
  /** The word may be unfinished; `whole` if it is a word of its own as it stands ("con", not yet "công"). */
  prefix: boolean;
  whole: boolean;
};

/** Which term a word of the lexicon answers, and how well (0 to 1). */
type Match = { term: number; value: number };

/** One way to say the query; `trust` is below 1 for what only our table of synonyms says. */
export type Phrasing = { terms: Term[]; total: number; trust: number; matches: Map<number, Match[]> };

export type RankContext = { index: SearchIndex; vocabulary: Vocabulary; unasked: Set<Modifier> };

const FILLER_WEIGHT = 0.12;

export function phrasing(
  words: Word[],
  index: SearchIndex,
  vocabulary: Vocabulary,
  options: { trust: number; prefix: boolean },
): Phrasing {
  const onlyFillers = words.every((word) => isFiller(vocabulary, word));
  const terms = words.map((word, i) => ({
    word,
    weight:
      rarityIn(index.frequency, index.docs.size, word.fold) *
      (!onlyFillers && isFiller(vocabulary, word) ? FILLER_WEIGHT : 1),
    slip: mayBeSlip(word.fold, index.known),
    prefix: options.prefix && i === words.length - 1 && word.fold.length > 1,
    whole: index.frequency.has(word.fold),
  }));
  const total = terms.reduce((sum, term) => sum + term.weight, 0);
  return { terms, total, trust: options.trust, matches: matchesOf(terms, index) };
}

/** Compares the terms with the words of the lexicon once, so that labels need only look up their numbers. */
function matchesOf(terms: Term[], { lexicon }: SearchIndex): Map<number, Match[]> {
  const matches = new Map<number, Match[]>();
  const compare = (term: Term, at: number, number: number) => {
    const word = lexicon.words[number];
    const value = word ? closeness(term, word) : 0;
    if (value === 0) return;
    const list = matches.get(number);
    if (list) list.push({ term: at, value });
    else matches.set(number, [{ term: at, value }]);
  };
  terms.forEach((term, at) => {
    const open = term.prefix || term.slip;
    for (const number of open ? lexicon.words.keys() : (lexicon.byFold.get(term.word.fold) ?? [])) {
      compare(term, at, number);
    }
  });
  return matches;
}

/** How well a typed word answers a word of a label. Wrong accents cost more than left-out ones. */
function closeness(term: Term, word: Word): number {
  const typed = term.word.fold;
  if (typed === word.fold) {
    if (!isAccented(term.word) || term.word.accent === word.accent) return 1;
    return isAccented(word) ? 0.6 : 0.9;
  }
  if (term.prefix && word.fold.startsWith(typed)) return term.whole ? 0.3 : 0.7;
  return term.slip && withinOneSlip(typed, word.fold) ? 0.75 : 0;
}

type Run = { weight: number; start: number };
const NO_RUNS: ReadonlyMap<number, Run> = new Map();

/**
 * How well a label answers a phrasing, 0 to about 120: the share of the query found in it, whether as one phrase and
 * from the label's start, and how little else the label says.
 */
function labelScore(phrase: Phrasing, label: Label, index: SearchIndex): number {
  const { terms, total, matches } = phrase;
  const best = new Array<number>(terms.length).fill(0);
  /** Weight of the phrase that ends at the word before, by the term it ends with. */
  let runs = NO_RUNS;
  let longest = { weight: 0, start: -1 };
  let said = 0;
  label.words.forEach((number, at) => {
    const found = matches.get(number);
    if (!found) {
      runs = NO_RUNS;
      return;
    }
    const next = new Map<number, Run>();
    for (const { term, value } of found) {
      if (value > (best[term] ?? 0)) best[term] = value;
      const before = runs.get(term - 1);
      const run = {
        weight: (before?.weight ?? 0) + value * (terms[term]?.weight ?? 0),
        start: before?.start ?? at,
      };
      next.set(term, run);
      if (run.weight > longest.weight) longest = run;
    }
    runs = next;
    said += index.lexicon.rarity[number] ?? 0;
  });
  const coverage = terms.reduce((sum, term, i) => sum + term.weight * (best[i] ?? 0), 0) / total;
  if (coverage === 0) return 0;
  const phraseShare = longest.weight / total;
  const brevity = label.weight === 0 ? 0 : said / label.weight;
  const atStart = longest.start === 0 && phraseShare > 0.6 ? 8 : 0;
  const whole = phraseShare > 0.95 ? 12 : 0;
  return 100 * coverage * coverage * (0.5 + 0.25 * phraseShare + 0.25 * brevity) + (atStart + whole) * coverage;
}

/** Product of the factors of the special variants that the procedure is and the query did not ask for. */
function modifierFactor(doc: IndexedDoc, { vocabulary, unasked }: RankContext): number {
  let ofDoc = doc.modifiers.get(vocabulary);
  if (!ofDoc) {
    ofDoc = vocabulary.modifiers.filter(({ phrase }) => doc.paddedName.includes(phrase));
    doc.modifiers.set(vocabulary, ofDoc);
  }
  return ofDoc.reduce((factor, modifier) => (unasked.has(modifier) ? factor * modifier.factor : factor), 1);
}

/** The most that words outside names (papers, results, guide) can add. */
const ELSEWHERE = 22;
const ALIAS_TRUST = 0.98;

/** Final score of a document; `engineShare` is the engine's score as a share of its best, 0 to 1. */
export function rankScore(doc: IndexedDoc, phrasings: Phrasing[], engineShare: number, context: RankContext): number {
  let best = 0;
  for (const phrase of phrasings) {
    for (const label of doc.labels) {
      const score = labelScore(phrase, label, context.index) * phrase.trust * (label.isAlias ? ALIAS_TRUST : 1);
      if (score > best) best = score;
    }
  }
  const factor = doc.prior * modifierFactor(doc, context);
  return (best + ELSEWHERE * engineShare) * factor;
}
