export { catalogueApi } from './api.ts';
export type { ProcedureDetail, Way } from './detail-model.ts';
export { detailOf } from './detail-rules.ts';
export type { Filing, FilingPaper, RevisionContent } from './filing.ts';

export * from './form/index.ts';
export { importProcedures } from './import.ts';
export { type CatalogueSearch, createCatalogueSearch } from './search-service.ts';
export { loadSeedCatalogue } from './seed.ts';
export type { SeedGuide, SeedProcedure } from './seed-model.ts';
export { catalogueSearchOf } from './shared-search.ts';
export { communeFields, type ProcedureCard, procedureCards } from './store-cards.ts';
export {
  type FilingPin,
  type Guide,
  listProcedures,
  type ProcedurePage,
  type ProcedureRow,
  pinnedFiling,
  procedurePage,
  type Route,
  startFiling,
} from './store-read.ts';
export { type CheckedSubmission, submissionOf } from './submission.ts';
