import { type Db, transact } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { removePapers } from '../papers/index.ts';
import { type Acting, auditActing, noteHelperAct } from './acting.ts';
import { refuse } from './problems.ts';
import { detachPapers, lockDraft, markRemoved } from './store-drafts.ts';

/** Removes a draft with its answers and the papers that nothing else uses. Refusals: `draft-not-found`, `draft-submitted`. */
export function removeDraft(input: {
  db: Db;
  now: Date;
  acting: Acting;
  draftId: string;
}): Promise<{ removed: true } | Refusal> {
  const { acting, draftId, now } = input;
  const { accountId } = acting;
  return transact<{ removed: true } | Refusal>(input.db, async (tx) => {
    const draft = await lockDraft(tx, accountId, draftId);
    if (!draft) return refuse('draft-not-found');
    if (draft.submittedDossierId) return refuse('draft-submitted');
    await removePapers(tx, accountId, await detachPapers(tx, { accountId, draftId }, now), now);
    await markRemoved(tx, accountId, draftId, now);
    await noteHelperAct(tx, acting, 'draft-changed', `draft:${draftId}`, now);
    await auditActing(tx, acting, { act: 'draft.removed', subject: `draft:${draftId}`, at: now });
    return { removed: true };
  });
}
