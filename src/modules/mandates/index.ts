/** Mandates: consents, helpers' sessions under them, and the citizen's journal of acts. The only way in. */
export { type ActingWho, actingSession, endHelperSession, recordHelperAct } from './acting.ts';
export { consentText } from './consent-text.ts';
export {
  type ConsentText,
  type Helper,
  type HelperAct,
  type HelperActKind,
  type HelperSession,
  type MyConsent,
  PLACES,
  type Place,
  type PresentPlace,
  PURPOSES,
  type Purpose,
} from './model.ts';
export { refuse as refuseMandate } from './problems.ts';
export { revokeConsent, revokeWhileHelping } from './revoke.ts';
export {
  askConsent,
  type ConsentAsk,
  type ConsentField,
  consentFaults,
  type StartedHelp,
  startHelp,
} from './start-help.ts';
export { liveSessionsOf } from './store.ts';
export { actsOfSession, helpGivenTo, type SessionAct } from './store-journal.ts';
