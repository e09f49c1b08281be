import type { Tx } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { addPaper, type NewPaper, removePapers } from '../papers/index.ts';
import type { Acting } from './acting.ts';
import { MAX_FILES } from './draft-rules.ts';
import { refuse } from './problems.ts';
import { attachPaper, type Draft, detachPapers } from './store-drafts.ts';

/** A file taken in by `storeUpload`, for a component of the dossier. */
export interface AddedPaper {
  readonly componentKey: string;
  readonly paper: NewPaper;
}

/**
 * Adds papers to a locked draft and takes one off. The same file again for the same component is one file: a form that
 * was sent twice changes nothing. @returns what was done. Refusal: `too-many-files`.
 */
export async function changePapers(
  tx: Tx,
  change: {
    readonly acting: Acting;
    readonly now: Date;
    readonly papers?: readonly AddedPaper[];
    readonly removePaperId?: string | undefined;
  },
  draft: Pick<Draft, 'accountId' | 'draftId' | 'papers'>,
): Promise<('paper-added' | 'paper-removed')[] | Refusal> {
  const { acting, now } = change;
  const { accountId, draftId } = draft;
  const done: ('paper-added' | 'paper-removed')[] = [];
  const held = draft.papers.map(({ componentKey, sha256 }) => ({ componentKey, sha256 }));
  for (const { componentKey, paper } of change.papers ?? []) {
    const present = held.filter((one) => one.componentKey === componentKey);
    if (present.some(({ sha256 }) => sha256 === paper.sha256)) continue;
    if (present.length >= MAX_FILES) return refuse('too-many-files', { limit: MAX_FILES });
    held.push({ componentKey, sha256: paper.sha256 });
    await addPaper(tx, accountId, paper, acting.addedBy, now);
    await attachPaper(tx, { accountId, draftId, componentKey, paperId: paper.paperId }, now);
    done.push('paper-added');
  }
  if (change.removePaperId && draft.papers.some(({ paperId }) => paperId === change.removePaperId)) {
    const free = await detachPapers(tx, { accountId, draftId, paperId: change.removePaperId }, now);
    await removePapers(tx, accountId, free, now);
    done.push('paper-removed');
  }
  return done;
}
