import type { Db } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { type Filing, pinnedFiling } from '../catalogue/index.ts';
import { refuse } from './problems.ts';
import { type Draft, findDraft } from './store-drafts.ts';

/** The owner's draft with the form that it pins; one statement once the form was read. Refusal: `draft-not-found`. */
export async function openDraft(
  db: Db,
  accountId: string,
  draftId: string,
): Promise<{ draft: Draft; filing: Filing } | Refusal> {
  const draft = await findDraft(db, accountId, draftId);
  return draft ? { draft, filing: await pinnedFiling(db, draft) } : refuse('draft-not-found');
}
