import { type Db, type Tx, transact } from '../../platform/db/index.ts';
import { isRefusal, type Lang, type Refusal } from '../../platform/problem.ts';
import {
  type Answers,
  applyCopies,
  checkPage,
  type Filing,
  findPage,
  mergeAnswers,
  mergeSources,
  nextPage,
  type PageResult,
  type Posted,
  parsePage,
  pinnedFiling,
  type Sources,
} from '../catalogue/index.ts';
import type { HelperActKind } from '../mandates/index.ts';
import { type Acting, auditActing, noteHelperAct } from './acting.ts';
import { type AddedPaper, changePapers } from './draft-papers.ts';
import { formContext, pageMark } from './draft-rules.ts';
import { refuse } from './problems.ts';
import { type Draft, findDraft, lockDraft, updateAnswers } from './store-drafts.ts';

export interface SavePage {
  readonly db: Db;
  readonly now: Date;
  readonly lang: Lang;
  readonly acting: Acting;
  readonly draftId: string;
  readonly pageKey: string;
  /** The page's fields as posted; null when only papers change. */
  readonly posted: Posted | null;
  /** `pageMark` of the page as it was shown; without it nothing is known of other devices. */
  readonly seen?: string | undefined;
  readonly papers?: readonly AddedPaper[];
  readonly removePaperId?: string | undefined;
}

export interface SavedPage {
  /** After the act. */
  readonly draft: Draft;
  readonly filing: Filing;
  /** What was posted and what is wrong with it; saved all the same, so that nothing typed is lost. */
  readonly result: PageResult;
  /** The same page was changed elsewhere: nothing was overwritten; `result.values` hold what was typed here. */
  readonly conflict: boolean;
  /** The page after this one; undefined: the review comes. */
  readonly next: string | undefined;
}

/**
 * Saves one page of a draft, right or wrong, with the papers added to it. Pages merge: a posting changes the fields of
 * its own page only. Refusals: `draft-not-found`, `draft-submitted`, `too-many-files`.
 */
export function savePage(input: SavePage): Promise<SavedPage | Refusal> {
  const { acting, now, pageKey } = input;
  return transact<SavedPage | Refusal>(input.db, async (tx) => {
    const draft = await lockDraft(tx, acting.accountId, input.draftId);
    if (!draft) return refuse('draft-not-found');
    if (draft.submittedDossierId) return refuse('draft-submitted');
    const filing = await pinnedFiling(tx, draft);
    const changed = await changePapers(tx, input, draft);
    if (isRefusal(changed)) return changed;
    const acts: HelperActKind[] = [...changed];
    const { values, conflict } = readValues(input, draft, filing);
    const merged = conflict || !values ? null : mergePage(filing, draft, values);
    if (merged?.changed) {
      await updateAnswers(tx, { ...draft, ...merged }, now);
      acts.push('draft-changed');
    }
    const after = acts.length > 0 ? await findDraft(tx, acting.accountId, input.draftId) : draft;
    if (!after) return refuse('draft-not-found');
    for (const act of acts) await noteHelperAct(tx, acting, act, `draft:${draft.draftId}`, now);
    await auditPapers(tx, input, acts);
    const context = formContext(now, input.lang, after.papers);
    const shown = conflict ? mergeAnswers(after.answers, values ?? {}) : after.answers;
    const result = { values: values ?? {}, ...checkPage(filing.form, pageKey, shown, context) };
    return { draft: after, filing, result, conflict, next: nextPage(filing.form, pageKey, after.answers) };
  });
}

function readValues(input: SavePage, draft: Draft, { form }: Filing): { values: Answers | null; conflict: boolean } {
  const { pageKey, posted, seen } = input;
  if (!posted || !findPage(form, pageKey, draft.answers)) return { values: null, conflict: false };
  const context = formContext(input.now, input.lang, draft.papers);
  const { values } = parsePage(form, pageKey, posted, draft.answers, context);
  const [now, next] = [draft.answers, mergeAnswers(draft.answers, values)].map((held) => pageMark(form, pageKey, held));
  return { values, conflict: seen !== undefined && seen !== now && next !== now };
}

/** The draft with a page's values over it, copies followed, sources of changed fields dropped. */
export function mergePage({ form }: Filing, draft: Pick<Draft, 'answers' | 'sources'>, values: Answers) {
  const merged = mergeAnswers(draft.answers, values);
  const kept = mergeSources(draft.sources, draft.answers, merged);
  const { answers, sources } = applyCopies(form, merged, kept);
  return { answers, sources, changed: !sameDraft(draft, { answers, sources }) };
}

type Held = { readonly answers: Answers; readonly sources: Sources };

/** Key order differs between what PostgreSQL keeps and what was typed. */
const sorted = (held: object): string =>
  JSON.stringify(held, (_, value) =>
    value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
const sameDraft = (a: Held, b: Held): boolean => sorted([a.answers, a.sources]) === sorted([b.answers, b.sources]);

/** The citizen's own typing is no act worth a link; papers, and whatever a helper does, are. */
async function auditPapers(tx: Tx, input: SavePage, acts: readonly HelperActKind[]): Promise<void> {
  const papers = acts.some((act) => act !== 'draft-changed');
  if (!papers && !(input.acting.helper && acts.length > 0)) return;
  await auditActing(tx, input.acting, {
    act: papers ? 'draft.papers-changed' : 'draft.changed',
    subject: `draft:${input.draftId}`,
    detail: {
      page: input.pageKey,
      added: (input.papers ?? []).map(({ paper }) => paper.sha256),
      removed: input.removePaperId ?? null,
    },
    at: input.now,
  });
}
