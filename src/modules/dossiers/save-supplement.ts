import { type Db, type Tx, transact } from '../../platform/db/index.ts';
import { isRefusal, type Lang, type Refusal, refusePlatform } from '../../platform/problem.ts';
import { type Answers, type Filing, type Posted, pinnedFiling } from '../catalogue/index.ts';
import { citizenNoChecker } from '../identity/index.ts';
import { toLocal, type UnitAt, workCalendarOf } from '../units/index.ts';
import { type Acting, auditActing, noteHelperAct } from './acting.ts';
import { type AddedPaper, changePapers } from './draft-papers.ts';
import type { DossierPaper } from './model.ts';
import { refuse } from './problems.ts';
import {
  type Draft,
  findSupplementDraft,
  insertDraft,
  lockSupplementDraft,
  markSubmitted,
  updateAnswers,
} from './store-drafts.ts';
import { type DossierView, dossierOfAccount } from './store-read.ts';
import { supplementIn } from './supplement.ts';
import { mergeSupplement, type SupplementInput, type SupplementState, supplementState } from './supplement-rules.ts';
import { unitOf } from './unit-of.ts';

export interface SupplementView {
  readonly dossier: DossierView;
  /** What was prepared so far; null before the first saving. */
  readonly draft: Draft | null;
  readonly state: SupplementState;
}

interface Ask {
  readonly now: Date;
  readonly lang: Lang;
  readonly acting: Acting;
  readonly unitId: string;
  readonly dossierId: string;
}

/** The action that asked for the supplement which is open now; null when nothing is asked. */
const requestSeq = (dossier: DossierView): number | null =>
  dossier.state === 5 ? (dossier.actions.findLast(({ kind }) => kind === 'request-supplement')?.seq ?? null) : null;

const context = ({ now, lang }: Ask) => {
  const today = toLocal(now).date;
  return { today, lang, checkCitizenNo: citizenNoChecker(today) };
};

const inputOf = (dossier: DossierView, draft: Draft | null, filing: Filing): SupplementInput => ({
  filing,
  submitted: dossier.answers as Answers,
  submittedPapers: dossier.papers,
  defects: dossier.openDefects,
  answers: draft?.answers ?? (dossier.answers as Answers),
  papers: draft?.papers ?? [],
});

/** What is asked for and what was prepared; two statements. Refusals: `not-found`, `nothing-asked`. */
export async function openSupplement(db: Db, ask: Ask): Promise<SupplementView | Refusal> {
  const dossier = await dossierOfAccount(db, ask.acting.accountId, ask.unitId, ask.dossierId);
  if (!dossier) return refuse('not-found');
  const seq = requestSeq(dossier);
  if (seq === null) return refuse('nothing-asked');
  const draft = await findSupplementDraft(db, ask.acting.accountId, ask.dossierId, seq);
  const filing = await pinnedFiling(db, dossier);
  return { dossier, draft, state: supplementState(inputOf(dossier, draft, filing), context(ask)) };
}

export interface SaveSupplement extends Ask {
  readonly db: Db;
  /** Key of the supplement in preparation, made by the client. */
  readonly key: string;
  readonly home: UnitAt | null;
  readonly posted: Posted;
  readonly papers: readonly AddedPaper[];
  readonly removePaperId?: string | undefined;
  /** Send when everything is mended; otherwise only keep. */
  readonly send: boolean;
}

export interface SavedSupplement extends SupplementView {
  readonly sent: boolean;
}

/**
 * Keeps what was mended so far and, when asked and nothing is left open or wrong, sends it once.
 * Refusals: `not-found`, `nothing-asked`, `too-many-files` and those of every act.
 */
export function saveSupplement(input: SaveSupplement): Promise<SavedSupplement | Refusal> {
  const { acting, now } = input;
  return transact<SavedSupplement | Refusal>(input.db, async (tx) => {
    const opened = await openSupplement(tx, input);
    if (isRefusal(opened)) return opened;
    const { dossier } = opened;
    const filing = await pinnedFiling(tx, dossier);
    const before = await lockOrStart(tx, input, dossier);
    if (isRefusal(before)) return before;
    const changed = await changePapers(tx, input, before);
    if (isRefusal(changed)) return changed;
    const held = inputOf(dossier, before, filing);
    const answers = mergeSupplement(held, input.posted, context(input));
    await updateAnswers(tx, { ...before, answers }, now);
    const draft = await findSupplementDraft(tx, acting.accountId, dossier.dossierId, requestSeq(dossier) ?? 0);
    if (!draft) throw new Error('A supplement in preparation vanished inside its transaction');
    const state = supplementState(inputOf(dossier, draft, filing), context(input));
    const ready = state.open.length === 0 && Object.keys(state.errors).length === 0;
    if (!input.send || !ready) {
      await noteHelperAct(tx, acting, 'draft-changed', `dossier:${dossier.unitId}/${dossier.dossierId}`, now);
      if (acting.helper || changed.length > 0) {
        const subject = `dossier:${dossier.dossierId}`;
        await auditActing(tx, acting, { act: 'supplement.prepared', subject, detail: { did: changed }, at: now });
      }
      return { dossier, draft, state, sent: false };
    }
    const sent = await send(tx, input, dossier, draft, state, filing);
    return isRefusal(sent) ? sent : { dossier, draft, state, sent: true };
  });
}

async function lockOrStart(tx: Tx, input: SaveSupplement, dossier: DossierView): Promise<Draft | Refusal> {
  const { acting, now } = input;
  const seq = requestSeq(dossier) ?? 0;
  const known = await lockSupplementDraft(tx, acting.accountId, dossier.dossierId, seq);
  if (known) return known;
  const { unitId, procedureCode, revisionId, formVersion, dossierId } = dossier;
  const pin = { unitId, procedureCode, revisionId, formVersion };
  const helperSessionId = acting.helper?.helperSessionId ?? null;
  const supplement = { dossierId, requestSeq: seq };
  const answers = dossier.answers as Answers;
  const draft = {
    ...pin,
    accountId: acting.accountId,
    draftId: input.key,
    answers,
    sources: {},
    helperSessionId,
    supplement,
  };
  await insertDraft(tx, draft, now);
  return (await lockSupplementDraft(tx, acting.accountId, dossierId, seq)) ?? refusePlatform('key-reused');
}

async function send(
  tx: Tx,
  input: SaveSupplement,
  dossier: DossierView,
  draft: Draft,
  state: SupplementState,
  filing: Filing,
) {
  const { acting, now } = input;
  const { unitId, dossierId } = dossier;
  const asked = new Set(state.items.flatMap(({ field }) => (field?.type === 'file' ? [field.paper] : [])));
  for (const field of state.more) if (field.type === 'file') asked.add(field.paper);
  const names = new Map(filing.papers.map((paper) => [paper.key, paper.name]));
  const labels = new Map(dossier.openDefects.map((defect) => [defect.targetKey, defect.targetLabel]));
  const papers: DossierPaper[] = draft.papers
    .filter(({ componentKey }) => asked.has(componentKey))
    .map((paper) => {
      const name = names.get(paper.componentKey) ?? labels.get(paper.componentKey);
      return { ...paper, componentName: name ?? paper.componentKey };
    });
  await markSubmitted(tx, acting.accountId, draft.draftId, dossierId, now);
  await noteHelperAct(tx, acting, 'supplement-sent', `dossier:${unitId}/${dossierId}`, now);
  const unit = await unitOf(tx, unitId, input.home, now);
  return supplementIn(tx, {
    now,
    unitId,
    dossierId,
    accountId: acting.accountId,
    actor: acting.actor,
    calendar: await workCalendarOf(tx, unit.unitId, now),
    answers: state.answers,
    changedFields: state.changedFields,
    papers,
    note: state.note,
  });
}
