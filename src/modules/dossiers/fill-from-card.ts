import { type Db, transact } from '../../platform/db/index.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { applyCopies, findPage, pinnedFiling, prefill } from '../catalogue/index.ts';
import { parseCardQr } from '../identity/index.ts';
import { type Acting, auditActing, noteHelperAct } from './acting.ts';
import { refuse } from './problems.ts';
import { lockDraft, updateAnswers } from './store-drafts.ts';

export interface FillFromCard {
  readonly db: Db;
  readonly now: Date;
  readonly acting: Acting;
  readonly draftId: string;
  readonly pageKey: string;
  /** Text of the card's QR. */
  readonly cardQr: string;
}

export interface FilledFromCard {
  /** How many empty fields were filled. */
  readonly filled: number;
}

/**
 * Fills the empty fields of the person whose card the page asks for. Nothing that stands there is overwritten, and
 * the card proves nothing: the person looks it over. Refusals: those of `parseCardQr`, `draft-not-found`,
 * `draft-submitted`, `no-card-here`.
 */
export function fillFromCard(input: FillFromCard): Promise<FilledFromCard | Refusal> {
  const { acting, draftId, now } = input;
  const reading = parseCardQr(input.cardQr);
  if (isRefusal(reading)) return Promise.resolve(reading);
  const { card } = reading;
  return transact<FilledFromCard | Refusal>(input.db, async (tx) => {
    const draft = await lockDraft(tx, acting.accountId, draftId);
    if (!draft) return refuse('draft-not-found');
    if (draft.submittedDossierId) return refuse('draft-submitted');
    const { form } = await pinnedFiling(tx, draft);
    const as = findPage(form, input.pageKey, draft.answers)?.page.scan;
    if (!as) return refuse('no-card-here');
    const person = { ...card, idIssuedOn: card.issuedOn ?? undefined };
    const filled = prefill(form, draft.answers, draft.sources, { kind: 'card-qr', person, as });
    const { answers, sources } = applyCopies(form, filled.answers, filled.sources);
    if (filled.filled.length > 0) {
      await updateAnswers(tx, { ...draft, answers, sources }, now);
      await noteHelperAct(tx, acting, 'draft-changed', `draft:${draftId}`, now);
      if (acting.helper) await auditActing(tx, acting, { act: 'draft.changed', subject: `draft:${draftId}`, at: now });
    }
    return { filled: filled.filled.length };
  });
}
