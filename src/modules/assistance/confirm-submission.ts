import { auditCitizen } from '../../platform/audit/index.ts';
import { type Db, transact } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import type { SmsChannel } from '../../platform/messaging/index.ts';
import { isRefusal, type Lang, type Refusal } from '../../platform/problem.ts';
import { pinnedFiling } from '../catalogue/index.ts';
import {
  bodyHashOf,
  type Draft,
  findDraft,
  helperActing,
  reviewDraft,
  type Submitted,
  submitIn,
} from '../dossiers/index.ts';
import { actHash, issueCode, spendCode, verifyCode } from '../identity/index.ts';
import { type ActingWho, actingSession, type HelperSession } from '../mandates/index.ts';
import { type UnitAt, workCalendarOf } from '../units/index.ts';
import { refuse } from './problems.ts';

export interface ConfirmDeps {
  readonly db: Db;
  readonly sms: SmsChannel | null;
  readonly keys: KeyRing;
  readonly now: Date;
  /** Network address, for the throttle. */
  readonly address: string;
}

/** Longest name of a procedure in the text message. */
const NAME_LENGTH = 90;

/** The one act that the citizen's code confirms: this draft with this content. */
const submitHash = (draftId: string, bodyHash: string): string => actHash('submit-dossier', { draftId, bodyHash });

const shortName = (name: string): string => (name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1)}…` : name);

async function openDraftOf(db: Db, session: HelperSession, draftId: string): Promise<Draft | Refusal> {
  return (await findDraft(db, session.accountId, draftId)) ?? refuse('draft-not-found');
}

export interface AskedToConfirm {
  readonly codeId: string;
  /** Hash of all that is filed, as the citizen is shown it now. */
  readonly bodyHash: string;
}

/**
 * Sends the citizen the code that confirms the submission of this draft as it is now.
 * Refusals: `mandates.ended`, `mandates.not-covered`, `draft-not-found`, `draft-incomplete`, `no-phone`, and those of
 * sending a code.
 */
export async function askToSubmit(
  deps: ConfirmDeps,
  who: ActingWho,
  draftId: string,
): Promise<AskedToConfirm | Refusal> {
  const { db, now } = deps;
  const session = await actingSession(db, who, 'file', now);
  if (isRefusal(session)) return session;
  const draft = await openDraftOf(db, session, draftId);
  if (isRefusal(draft)) return draft;
  const filing = await pinnedFiling(db, draft);
  const { errors } = reviewDraft(draft, filing, await workCalendarOf(db, draft.unitId, now), now, 'vi');
  if (errors.length > 0) return refuse('draft-incomplete', { count: errors.length });
  if (!session.citizenPhone) return refuse('no-phone');
  const bodyHash = bodyHashOf(draft);
  const sent = await issueCode({
    ...deps,
    phone: session.citizenPhone,
    purpose: 'confirm',
    act: { words: `nộp hồ sơ ${shortName(filing.procedureName)}`, hash: submitHash(draftId, bodyHash) },
  });
  return isRefusal(sent) ? sent : { codeId: sent.codeId, bodyHash };
}

export interface ConfirmedSubmission extends AskedToConfirm {
  readonly who: ActingWho;
  readonly draftId: string;
  /** As the citizen typed it. */
  readonly code: string;
  readonly home: UnitAt | null;
  readonly lang: Lang;
  readonly isDemo: boolean;
}

/**
 * Submits the draft that the citizen confirmed: the code is spent in the submission's own transaction, and the dossier
 * names helper and consent. Sent again after it went through, it gives the same answer.
 * Refusals: `mandates.ended`, `mandates.not-covered`, `draft-not-found`, `changed-after-code`, and those of checking a
 * code and of submitting.
 */
export async function submitConfirmed(
  deps: Omit<ConfirmDeps, 'sms'>,
  confirmed: ConfirmedSubmission,
): Promise<Submitted | Refusal> {
  const { db, keys, now, address } = deps;
  const { who, draftId, codeId, bodyHash, code, home, lang, isDemo } = confirmed;
  const session = await actingSession(db, who, 'file', now);
  if (isRefusal(session)) return session;
  const draft = await openDraftOf(db, session, draftId);
  if (isRefusal(draft)) return draft;
  const submission = {
    keys,
    now,
    acting: helperActing(session),
    draftId,
    channel: 2 as const,
    home,
    accountPhone: session.citizenPhone ?? '',
    lang,
    isDemo,
    confirmedBodyHash: bodyHash,
  };
  if (draft.submittedDossierId) return transact<Submitted | Refusal>(db, (tx) => submitIn(tx, submission));
  if (bodyHashOf(draft) !== bodyHash) return refuse('changed-after-code');
  const hash = submitHash(draftId, bodyHash);
  const proven = await verifyCode({ db, keys, now, address, codeId, code, purpose: 'confirm', actHash: hash });
  if (isRefusal(proven)) return proven;
  return transact<Submitted | Refusal>(db, async (tx) => {
    const spent = await spendCode(tx, proven, now);
    if (isRefusal(spent)) return spent;
    if (spent.phone !== session.citizenPhone) return refuse('changed-after-code');
    const { accountId } = session;
    await auditCitizen(tx, {
      accountId,
      act: 'dossier.submit-confirmed',
      actor: `citizen:${accountId}`,
      subject: `dossier:${draftId}`,
      detail: { codeId: spent.codeId, bodyHash, consentId: session.consentId },
      at: now,
    });
    return submitIn(tx, submission);
  });
}
