export { buildIndex, type SearchIndex } from './build-index.ts';
export { type SearchOptions, searchIndex } from './search-index.ts';
export type { ModifierRow, SearchDoc, SearchHit, SearchTables, SynonymRow } from './search-model.ts';
export { compileVocabulary, type Vocabulary } from './vocabulary.ts';
