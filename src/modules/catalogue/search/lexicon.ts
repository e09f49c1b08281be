import { splitWords, type Word, wordOf } from './fold.ts';

/** The distinct words of all names and aliases, by number, so that ranking compares numbers and not texts. */
export type Lexicon = {
  words: Word[];
  byFold: Map<string, number[]>;
  /** How rare each word is; rare words say more about a procedure. */
  rarity: number[];
};

/** A name or alias as numbers of words, with the sum of their rarities. */
export type Label = { words: number[]; weight: number; isAlias: boolean };

const rarityOf = (total: number, frequency: number): number => Math.log(1 + (total + 1) / (1 + frequency));

/** Numbers the words of all labels; each inner list holds one procedure's name and then its aliases. */
export function buildLexicon(labelTexts: string[][]): {
  lexicon: Lexicon;
  labels: Label[][];
  frequency: Map<string, number>;
} {
  const numbers = new Map<string, number>();
  const byAccent = new Map<string, number>();
  const words: Word[] = [];
  const number = (raw: string): number => {
    const known = numbers.get(raw);
    if (known !== undefined) return known;
    const word = wordOf(raw);
    const same = byAccent.get(word.accent) ?? words.push(word) - 1;
    byAccent.set(word.accent, same);
    numbers.set(raw, same);
    return same;
  };
  const numbered = labelTexts.map((texts) => texts.map((text) => splitWords(text).map(number)));

  const frequency = new Map<string, number>();
  for (const labels of numbered) {
    for (const fold of new Set(labels.flat().map((at) => words[at]?.fold ?? ''))) {
      frequency.set(fold, (frequency.get(fold) ?? 0) + 1);
    }
  }
  const byFold = Map.groupBy(words.keys(), (at) => words[at]?.fold ?? '');
  const rarity = words.map((word) => rarityOf(labelTexts.length, frequency.get(word.fold) ?? 0));
  const labels = numbered.map((texts) =>
    texts.map((text, i) => ({
      words: text,
      weight: text.reduce((sum, at) => sum + (rarity[at] ?? 0), 0),
      isAlias: i > 0,
    })),
  );
  return { lexicon: { words, byFold, rarity }, labels, frequency };
}

/** Rarity of a typed word, which may be none of the lexicon's. */
export const rarityIn = (frequency: Map<string, number>, total: number, fold: string): number =>
  rarityOf(total, frequency.get(fold) ?? 0);
