/** What the index needs to know of a procedure. Empty lists and texts are fine. */
export type SearchDoc = {
  code: string;
  name: string;
  field: string | null;
  /** Everyday names and abbreviations of this one procedure, as our guide lists them. */
  aliases: string[];
  papers: string[];
  results: string[];
  guide: string;
  levels: string[];
  /** True where the unit that searches takes this procedure itself. */
  offeredHere?: boolean;
};

export type SearchHit = { code: string; name: string; score: number };

/** Dates are YYYY-MM-DD, local to Viet Nam; `effective_to` is the last day. */
type Dated = { effective_from: string; effective_to?: string | null };

/** Everyday words or an abbreviation, and the words of the law that they stand for. */
export type SynonymRow = Dated & { words: string[]; means: string };

/**
 * A phrase that marks a special variant of a procedure ("lưu động"). Procedures with it rank lower by `factor`
 * (0 to 1) unless the query has the phrase or one of `asked_by`.
 */
export type ModifierRow = Dated & { phrase: string; asked_by: string[]; factor: number };

/** Editable tables of the search; the seed is `db/seed/search-synonyms.json`. */
export type SearchTables = {
  synonyms: SynonymRow[];
  modifiers: ModifierRow[];
  /** Words that carry no meaning in a question ("tôi muốn làm … ở đâu"). */
  fillers: string[];
};
