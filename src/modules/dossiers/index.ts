/** Dossiers: drafts, submission, the one-stop's acts, due dates, tracking. The only way in. */
export { type Acting, citizenActing, helperActing } from './acting.ts';
export { dossiersApi } from './api.ts';
export { indexForCitizen } from './citizen-index.ts';
export { type Acted, type ActOn, DOSSIER_CHANGED } from './commit-act.ts';
export type { AddedPaper } from './draft-papers.ts';
export { formContext, pageMark } from './draft-rules.ts';
export { type DueDate, dueOf } from './due-date.ts';
export { type FilledFromCard, fillFromCard } from './fill-from-card.ts';
export {
  type ActionKind,
  type Actor,
  type Channel,
  type Defect,
  type DossierPaper,
  type DueStep,
  type HelperOnDossier,
  STATES,
  type State,
} from './model.ts';
export {
  finishDossier,
  handOver,
  processDossier,
  receiveDossier,
  refuseDossier,
  requestSupplement,
} from './officer-acts.ts';
export { noteDossierSeen, openDossier } from './open-dossier.ts';
export { openDraft } from './open-draft.ts';
export { receiptData, trackingUrl } from './receipt-data.ts';
export { confirmReceipt } from './receive-result.ts';
export { removeDraft } from './remove-draft.ts';
export { type PageFinding, type Review, resumeAt, reviewDraft } from './review-draft.ts';
export { isOverdue, parseDossierCode, staffActs } from './rules.ts';
export { type SavedPage, type SavePage, savePage } from './save-page.ts';
export {
  openSupplement,
  type SavedSupplement,
  type SaveSupplement,
  type SupplementView,
  saveSupplement,
} from './save-supplement.ts';
export { dossiersSealed, openSecret } from './secrets.ts';
export { type ReceiptData, receiptPdf } from './slips/index.ts';
export { startDraft } from './start-draft.ts';
export type { NewResult } from './store-acts.ts';
export { type AssistedDossier, dossiersUnderConsent } from './store-assisted.ts';
export {
  attachPaper,
  type Draft,
  type DraftPaper,
  findDraft,
  findDraftPaper,
  findSupplementPaper,
  insertDraft as createDraft,
} from './store-drafts.ts';
export {
  type ActionRow,
  type DossierView,
  dossierOfAccount,
  dossierOfUnit,
  fileOfDossier,
  type MyDossier,
  type MyDraft,
  myFilings,
  type ResultRow,
} from './store-read.ts';
export { type Recount, recountDossiers } from './store-recount.ts';
export {
  openDueDays,
  WORK_FILTERS,
  type WorkFilter,
  type WorkList,
  type WorkQuery,
  type WorkRow,
  workList,
} from './store-work-list.ts';
export { bodyHashOf, type Submission, type Submitted, submitDossier, submitIn } from './submit.ts';
export type { AskedItem, SupplementState } from './supplement-rules.ts';
export { type PublicDossier, seeDossier, type TrackingPass, trackDossier } from './track.ts';
export { unitOf, unitThen } from './unit-of.ts';
