import { createHash } from 'node:crypto';
import { audit } from '../../platform/audit/index.ts';
import { type Db, type Tx, transact } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import { randomBase32 } from '../../platform/ids.ts';
import { emit } from '../../platform/outbox/index.ts';
import { isRefusal, type Lang, type Refusal } from '../../platform/problem.ts';
import { type Filing, pinnedFiling, submissionOf } from '../catalogue/index.ts';
import { toLocal, type UnitAt, type WorkCalendar, workCalendarOf } from '../units/index.ts';
import { type Acting, helperOnDossier, noteHelperAct } from './acting.ts';
import { indexDossier } from './citizen-index.ts';
import { DOSSIER_CHANGED } from './commit-act.ts';
import { formContext } from './draft-rules.ts';
import { dueFields, dueOf } from './due-date.ts';
import type { Channel, DossierPaper } from './model.ts';
import { refuse } from './problems.ts';
import { formatDossierCode } from './rules.ts';
import { SECRET_LENGTH, sealSecret, secretHash } from './secrets.ts';
import { type Draft, lockDraft, markSubmitted } from './store-drafts.ts';
import { findSubmission, insertAction, insertDossier, nextDayNumber } from './store-submit.ts';
import { unitOf } from './unit-of.ts';

export interface Submission {
  readonly keys: KeyRing;
  readonly now: Date;
  readonly acting: Acting;
  readonly draftId: string;
  readonly channel: Channel;
  /** The unit that this installation serves, when the door knows it. */
  readonly home: UnitAt | null;
  /** Kept where the form asks for no phone. */
  readonly accountPhone: string;
  readonly lang: Lang;
  readonly isDemo: boolean;
  /**
   * For an assisted submission: the hash that the citizen's code confirmed.
   * Something else in the draft now means that the confirmation does not cover it.
   */
  readonly confirmedBodyHash?: string;
}

export interface Submitted {
  readonly unitId: string;
  readonly dossierId: string;
  readonly code: string;
}

/** Hash of all that is filed: the same draft again is the same submission. */
export function bodyHashOf(
  draft: Pick<Draft, 'procedureCode' | 'revisionId' | 'formVersion' | 'answers' | 'papers'>,
): string {
  const papers = draft.papers.map(({ componentKey, sha256 }) => `${componentKey}:${sha256}`).sort();
  const answers = Object.entries(draft.answers).sort(([a], [b]) => (a < b ? -1 : 1));
  const body = JSON.stringify([draft.procedureCode, draft.revisionId, draft.formVersion, answers, papers]);
  return createHash('sha256').update(body).digest('hex');
}

/** {@link submitIn} in a transaction of its own. */
export const submitDossier = ({ db, ...input }: Submission & { db: Db }): Promise<Submitted | Refusal> =>
  transact<Submitted | Refusal>(db, (tx) => submitIn(tx, input));

/**
 * Turns a draft into a dossier: number, code, secret, expected due date, papers, first action, news and audit.
 * The draft's id is the dossier's id, so a second try finds the first one's answer. Call it last in a transaction.
 * Refusals: `draft-not-found`, `not-confirmed`, `changed-elsewhere`, `incomplete`.
 */
export async function submitIn(tx: Tx, input: Submission): Promise<Submitted | Refusal> {
  const { acting, now } = input;
  const draft = await lockDraft(tx, acting.accountId, input.draftId);
  if (!draft) return refuse('draft-not-found');
  const target = { unitId: draft.unitId, dossierId: draft.draftId };
  if (draft.submittedDossierId) {
    const earlier = await findSubmission(tx, target.unitId, target.dossierId);
    if (!earlier) throw new Error(`Draft ${draft.draftId} was submitted but its dossier is missing`);
    return { ...target, code: earlier.code };
  }
  const bodyHash = bodyHashOf(draft);
  if (acting.helper && input.confirmedBodyHash === undefined) return refuse('not-confirmed');
  if (input.confirmedBodyHash !== undefined && input.confirmedBodyHash !== bodyHash) return refuse('changed-elsewhere');
  const filing = await pinnedFiling(tx, draft);
  const unit = await unitOf(tx, draft.unitId, input.home, now);
  const decided = decide(input, draft, filing, await workCalendarOf(tx, unit.unitId, now));
  if (isRefusal(decided)) return decided;
  const { date: localDate } = toLocal(now);
  const dayNumber = await nextDayNumber(tx, unit.unitId, localDate);
  const code = formatDossierCode(unit.identifier, localDate, dayNumber);
  const secret = randomBase32(SECRET_LENGTH);
  await insertDossier(tx, {
    ...decided,
    ...target,
    bodyHash,
    code,
    localDate,
    dayNumber,
    secretHash: secretHash(secret),
    secretSealed: sealSecret(input.keys, target.unitId, target.dossierId, secret),
    procedureCode: filing.procedureCode,
    procedureName: filing.procedureName,
    revisionId: filing.revisionId,
    formVersion: filing.formVersion,
    channel: input.channel,
    accountId: acting.accountId,
    submittedAt: now,
    helper: helperOnDossier(acting),
    isDemo: input.isDemo,
  });
  await markSubmitted(tx, acting.accountId, draft.draftId, draft.draftId, now);
  await indexDossier(tx, target.unitId, target.dossierId);
  await insertAction(tx, {
    ...target,
    seq: 1,
    kind: 'submit',
    from: null,
    to: 1,
    actor: acting.actor,
    at: now,
    data: { code },
  });
  await noteHelperAct(tx, acting, 'dossier-submitted', `dossier:${target.unitId}/${target.dossierId}`, now);
  await emit(tx, { unitId: unit.unitId, topic: DOSSIER_CHANGED, payload: { dossierId: draft.draftId }, at: now });
  await audit(tx, {
    unitId: unit.unitId,
    act: 'dossier.submit',
    actor: `${acting.actor.kind}:${acting.actor.id}`,
    subject: `dossier:${draft.draftId}`,
    detail: { code, bodyHash },
    at: now,
  });
  return { ...target, code };
}

/** Pure: is the draft complete, and what does it say? */
function decide(input: Submission, draft: Draft, filing: Filing, calendar: WorkCalendar) {
  const { now } = input;
  const checked = submissionOf(filing.form, draft.answers, formContext(now, input.lang, draft.papers));
  if ('missing' in checked) return refuse('incomplete', { count: checked.missing });
  const due = dueOf(filing.duration.text, filing.duration.rule, now, calendar);
  const names = new Map(filing.papers.map((paper) => [paper.key, paper.name]));
  const papers: DossierPaper[] = draft.papers
    .filter((paper) => checked.paperKeys.includes(paper.componentKey))
    .map((paper) => ({ ...paper, componentName: names.get(paper.componentKey) ?? paper.componentKey }));
  return {
    applicantName: checked.applicantName,
    applicantPhone: checked.applicantPhone || input.accountPhone,
    subjectName: checked.subjectName,
    answers: checked.answers,
    durationText: filing.duration.text,
    dueRule: filing.duration.rule,
    ...dueFields(due),
    papers,
  };
}
