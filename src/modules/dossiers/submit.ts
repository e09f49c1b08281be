import { createHash } from 'node:crypto';
import { audit } from '../../platform/audit/index.ts';
import { type Db, transact } from '../../platform/db/index.ts';
import { type KeyRing, seal } from '../../platform/files/index.ts';
import { randomBase32 } from '../../platform/ids.ts';
import { emit } from '../../platform/outbox/index.ts';
import { type Lang, type Refusal } from '../../platform/problem.ts';
import { type CheckCitizenNo, type Filing, submissionOf } from '../catalogue/index.ts';
import { toLocal, type UnitAt, type WorkCalendar } from '../units/index.ts';
import { DOSSIER_CHANGED } from './commit-act.ts';
import { dueOf } from './due-date.ts';
import type { Actor, Channel, DossierPaper, HelperOnDossier } from './model.ts';
import { refuse } from './problems.ts';
import { formatDossierCode } from './rules.ts';
import { type Draft, lockDraft, markSubmitted } from './store-drafts.ts';
import { findSubmission, insertAction, insertDossier, nextDayNumber } from './store-submit.ts';

export const SECRET_LENGTH = 8;

export interface Submission {
  readonly db: Db;
  readonly keys: KeyRing;
  readonly now: Date;
  readonly accountId: string;
  readonly draftId: string;
  readonly actor: Actor;
  readonly helper: HelperOnDossier | null;
  readonly channel: Channel;
  readonly filing: Filing;
  readonly unit: UnitAt;
  readonly calendar: WorkCalendar;
  readonly accountPhone: string;
  readonly checkCitizenNo: CheckCitizenNo;
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
export function bodyHashOf(draft: Pick<Draft, 'procedureCode' | 'revisionId' | 'formVersion' | 'answers' | 'papers'>): string {
  const papers = draft.papers.map(({ componentKey, sha256 }) => `${componentKey}:${sha256}`).sort();
  const answers = Object.entries(draft.answers).sort(([a], [b]) => (a < b ? -1 : 1));
  const body = JSON.stringify([draft.procedureCode, draft.revisionId, draft.formVersion, answers, papers]);
  return createHash('sha256').update(body).digest('hex');
}

export const secretHash = (secret: string): Buffer => createHash('sha256').update(`tracking\n${secret}`).digest();

/** What a sealed tracking secret is bound to: it opens for its own dossier only. */
export const secretContext = (unitId: string, dossierId: string): string => `dossier-secret:${unitId}/${dossierId}`;

/**
 * Turns a draft into a dossier: number, code, secret, expected due date, papers, first action, news and audit,
 * in one transaction. The draft's id is the dossier's id, so a second try finds the first one's answer.
 */
export function submitDossier(input: Submission): Promise<Submitted | Refusal> {
  return transact<Submitted | Refusal>(input.db, async (tx) => {
    const { unit, filing, now } = input;
    const draft = await lockDraft(tx, input.accountId, input.draftId);
    if (!draft) return refuse('draft-not-found');
    const bodyHash = bodyHashOf(draft);
    const earlier = await findSubmission(tx, unit.unitId, draft.draftId);
    if (earlier) {
      return { unitId: unit.unitId, dossierId: draft.draftId, code: earlier.code };
    }
    if (input.confirmedBodyHash !== undefined && input.confirmedBodyHash !== bodyHash) return refuse('changed-elsewhere');
    const decided = decide(input, draft);
    if ('refused' in decided) return decided;
    const { date: localDate } = toLocal(now);
    const dayNumber = await nextDayNumber(tx, unit.unitId, localDate);
    const code = formatDossierCode(unit.identifier, localDate, dayNumber);
    const secret = randomBase32(SECRET_LENGTH);
    await insertDossier(tx, {
      ...decided,
      unitId: unit.unitId,
      dossierId: draft.draftId,
      bodyHash,
      code,
      localDate,
      dayNumber,
      secretHash: secretHash(secret),
      secretSealed: seal(input.keys, secretContext(unit.unitId, draft.draftId), secret),
      procedureCode: filing.procedureCode,
      procedureName: filing.procedureName,
      revisionId: filing.revisionId,
      formVersion: filing.formVersion,
      channel: input.channel,
      accountId: input.accountId,
      submittedAt: now,
      helper: input.helper,
      isDemo: input.isDemo,
    });
    await markSubmitted(tx, input.accountId, draft.draftId, draft.draftId, now);
    const target = { unitId: unit.unitId, dossierId: draft.draftId };
    await insertAction(tx, { ...target, seq: 1, kind: 'submit', from: null, to: 1, actor: input.actor, at: now, data: { code } });
    await emit(tx, { unitId: unit.unitId, topic: DOSSIER_CHANGED, payload: { dossierId: draft.draftId }, at: now });
    await audit(tx, {
      unitId: unit.unitId,
      act: 'dossier.submit',
      actor: `${input.actor.kind}:${input.actor.id}`,
      subject: `dossier:${draft.draftId}`,
      detail: { code, bodyHash, helper: input.helper?.consentId ?? null },
      at: now,
    });
    return { ...target, code };
  });
}

/** Pure: is the draft complete, and what does it say? */
function decide(input: Submission, draft: Draft) {
  const { filing, now } = input;
  const attached = countBy(draft.papers.map((paper) => paper.componentKey));
  const checked = submissionOf(filing.form, draft.answers, {
    today: toLocal(now).date,
    lang: input.lang,
    checkCitizenNo: input.checkCitizenNo,
    attached,
  });
  if ('missing' in checked) return refuse('incomplete', { count: checked.missing });
  const due = dueOf(filing.duration.text, filing.duration.rule, now, input.calendar);
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
    dueAt: due?.due ?? null,
    dueSteps: due?.steps ?? [],
    papers,
  };
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
