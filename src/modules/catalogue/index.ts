export { catalogueApi } from './api.ts';
export type { ProcedureDetail, Way } from './detail-model.ts';
export { detailOf } from './detail-rules.ts';
export type { FeeRow, UnitFee } from './fee-model.ts';
export { type FeeFields, type FeeForm, readFee } from './fee-rules.ts';
export type { Filing, FilingPaper, RevisionContent } from './filing.ts';
export * from './form/index.ts';
export { importProcedures } from './import.ts';
export type { OfferRow } from './offer-model.ts';
export { offerFaults, offerProcedures } from './offer-procedures.ts';
export { refuse as refuseCatalogue } from './problems.ts';
export { saveFee } from './save-fee.ts';
export { type CatalogueSearch, createCatalogueSearch } from './search-service.ts';
export { loadSeedCatalogue } from './seed.ts';
export type { SeedGuide, SeedProcedure } from './seed-model.ts';
export { catalogueSearchOf } from './shared-search.ts';
export { communeFields, type ProcedureCard, procedureCards } from './store-cards.ts';
export { countFees, feeHistory } from './store-fees.ts';
export { guidedCodes, type OfferHistory, offerHistory, offerRows, offersAnything } from './store-offers.ts';
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
