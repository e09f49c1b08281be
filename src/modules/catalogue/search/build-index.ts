import MiniSearch from 'minisearch';
import { foldedWords } from './fold.ts';
import { buildLexicon, type Label, type Lexicon } from './lexicon.ts';
import type { SearchDoc } from './search-model.ts';
import type { Modifier, Vocabulary } from './vocabulary.ts';

export type IndexedDoc = {
  code: string;
  name: string;
  /** Folded words of the name between single spaces, to find whole phrases in it. */
  paddedName: string;
  labels: Label[];
  /** Which special variants the name tells of, found once for each table of them. */
  modifiers: WeakMap<Vocabulary, Modifier[]>;
  /** Factor of preference that does not depend on the query. */
  prior: number;
};

export type SearchIndex = {
  engine: MiniSearch;
  docs: Map<string, IndexedDoc>;
  lexicon: Lexicon;
  /** Folded words of names and the usual ones of other texts; a typed word not among them is a typing mistake. */
  known: Set<string>;
  /** In how many procedures' names and aliases a folded word occurs. */
  frequency: Map<string, number>;
};

/** Characters taken of each text: long official texts add noise and time, not findability. */
const LONGEST = { label: 600, papers: 600, results: 300, guide: 3000 };
/** Distinct words of the texts beside names that are indexed for one procedure. */
const MOST_OTHER_WORDS = 40;
/** A word beside names that occurs in this share of procedures is one that people type, no misprint. */
const SURELY_A_WORD = 0.015;
/** Words beside names that occur in more than this share of procedures tell nothing apart. */
const TOO_COMMON = 0.06;

/** ASCII marks only: a faster way to part long texts, whose rarer marks then merely hide a word. */
const BETWEEN_RAW_WORDS = /[\s.,;:()/"'+*!?%&=_<>|[\]{}-]+/;

/** Every official name may begin with these words; nobody means them. */
const LEADING_WORDS = /^\s*thủ tục\s+(?=\S)/iu;

function prior(doc: SearchDoc): number {
  const communal = doc.levels.includes('commune');
  const higher = doc.levels.includes('central') || doc.levels.includes('province');
  const level = communal ? (higher ? 1.1 : 1.2) : doc.levels.includes('province') ? 1 : 0.94;
  return doc.offeredHere ? level * 1.15 : level;
}

/** The distinct words of field, guide, results and papers that are rare enough to help, per procedure. */
function otherWords(docs: SearchDoc[], known: Set<string>): string[] {
  const folds = new Map<string, string>();
  const fold = (raw: string): string => {
    const known = folds.get(raw) ?? foldedWords(raw).join('');
    folds.set(raw, known);
    return known;
  };
  const frequency = new Map<string, number>();
  const perDoc = docs.map((doc) => {
    const results = doc.results.join(' ').slice(0, LONGEST.results);
    const papers = doc.papers.join(' ').slice(0, LONGEST.papers);
    const text = `${doc.field ?? ''} ${doc.guide.slice(0, LONGEST.guide)} ${results} ${papers}`;
    const words = new Set<string>();
    for (const raw of text.normalize('NFC').split(BETWEEN_RAW_WORDS)) {
      const word = raw === '' ? '' : fold(raw);
      if (word !== '') words.add(word);
    }
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    return words;
  });
  for (const [word, count] of frequency) if (count >= Math.max(5, docs.length * SURELY_A_WORD)) known.add(word);
  const most = Math.max(20, docs.length * TOO_COMMON);
  return perDoc.map((words) => {
    const kept: string[] = [];
    for (const word of words) {
      if ((frequency.get(word) ?? 0) <= most && kept.push(word) === MOST_OTHER_WORDS) break;
    }
    return kept.join(' ');
  });
}

/** Builds the index of a catalogue. A later document with the same code replaces an earlier one. */
export function buildIndex(documents: readonly SearchDoc[]): SearchIndex {
  const docs = [...new Map(documents.map((doc) => [doc.code, doc])).values()];
  const labelTexts = docs.map((doc) =>
    [doc.name.replace(LEADING_WORDS, ''), ...doc.aliases].map((label) => label.slice(0, LONGEST.label)),
  );
  const { lexicon, labels, frequency } = buildLexicon(labelTexts);
  const folded = (label: Label) => label.words.map((at) => lexicon.words[at]?.fold ?? '').join(' ');

  const known = new Set<string>(frequency.keys());
  const engine = new MiniSearch({
    fields: ['name', 'aliases', 'other'],
    // Texts arrive folded and apart, so the engine need not do it again.
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
    autoVacuum: false,
  });
  const others = otherWords(docs, known);
  const indexed = new Map<string, IndexedDoc>();
  docs.forEach((doc, i) => {
    const [name, ...aliases] = labels[i] ?? [];
    const foldedName = name ? folded(name) : '';
    const other = others[i] ?? '';
    engine.add({ id: doc.code, name: foldedName, aliases: aliases.map(folded).join(' '), other });
    indexed.set(doc.code, {
      code: doc.code,
      name: doc.name,
      paddedName: ` ${foldedName} `,
      labels: labels[i] ?? [],
      modifiers: new WeakMap(),
      prior: prior(doc),
    });
  });
  return { engine, docs: indexed, lexicon, known, frequency };
}
