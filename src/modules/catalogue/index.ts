export type { Filing, FilingPaper, RevisionContent } from './filing.ts';
export { papersOf } from './filing.ts';
export * from './form/index.ts';
export { importProcedures } from './import.ts';
export { type CatalogueSearch, createCatalogueSearch } from './search-service.ts';
export { loadSeedCatalogue } from './seed.ts';
export type { SeedGuide, SeedProcedure } from './seed-model.ts';
export {
  type FilingPin,
  type Guide,
  listProcedures,
  pinnedFiling,
  type ProcedurePage,
  type ProcedureRow,
  procedurePage,
  type Route,
  startFiling,
} from './store-read.ts';
export { type CheckedSubmission, submissionOf } from './submission.ts';
