export { actingSession, endHelperSession, recordHelperAct, revokeConsent } from './acting.ts';
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
  PURPOSES,
  type Purpose,
} from './model.ts';
export { askConsent, type ConsentAsk, startHelp } from './start-help.ts';
export { helpGivenTo, liveSessionsOf } from './store.ts';
