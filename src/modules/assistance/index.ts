/** Assistance: support turns, tied to what came of them. The only way in. */
export { assistanceApi } from './api.ts';
export {
  type AskedToConfirm,
  askToSubmit,
  type ConfirmDeps,
  type ConfirmedSubmission,
  submitConfirmed,
} from './confirm-submission.ts';
export { type FinishHelp, finishHelp } from './finish-help.ts';
export { loadSupportTurnKinds } from './kinds.ts';
export { type LogTurn, logSupportTurn } from './log-turn.ts';
export type { Outcome, TurnFacts, TurnKind, TurnRow } from './model.ts';
export { type Recorded, recordSupportTurn, type TurnRecord } from './record-turn.ts';
export {
  channelOf,
  minutesSince,
  presetKind,
  presetOutcome,
  readTurn,
  type TurnField,
  type TurnInput,
} from './rules.ts';
export { kindsOn, listTurns, type TurnQuery, turnsOfHelper } from './store.ts';
