import type { Tx } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import type { WorkCalendar } from '../units/index.ts';
import { type Acted, type ActOn, actIn } from './commit-act.ts';
import { dueAfterPause, dueFields, dueOf } from './due-date.ts';
import type { DossierPaper, LockedDossier } from './model.ts';
import { refuse } from './problems.ts';
import { resolveDefects, supersedePapers } from './store-acts.ts';
import { insertDossierPapers } from './store-submit.ts';
import { openAfter } from './supplement-rules.ts';

export interface Supplement extends Omit<ActOn, 'db'> {
  readonly calendar: WorkCalendar;
  /** The dossier's answers with the asked-for fields changed (already checked by the form's rules). */
  readonly answers: Record<string, unknown>;
  /** Fields whose answer changed. */
  readonly changedFields: readonly string[];
  /** New papers; they replace the earlier ones of the same component. */
  readonly papers: readonly DossierPaper[];
  /** What the citizen says to a defect that is about neither a field nor a paper. */
  readonly note: string;
}

/**
 * 5 → 1 (never received) or 5 → 4 (the clock resumes, facts §1.4). Only what was asked for may change.
 * Call it last in a transaction. Refusals: `defects-open` and those of every act.
 */
export function supplementIn(tx: Tx, input: Supplement): Promise<Acted | Refusal> {
  return actIn(
    tx,
    input,
    'supplement',
    (dossier) => plan(dossier, input),
    async (inside, dossier) => {
      const components = [...new Set(input.papers.map((paper) => paper.componentKey))];
      await supersedePapers(inside, dossier, components, input.now);
      await insertDossierPapers(inside, dossier.unitId, dossier.dossierId, input.papers, input.now);
      await resolveDefects(inside, dossier, input.now);
    },
  );
}

function plan(dossier: LockedDossier, input: Supplement) {
  const open = openAfter(dossier.openDefects, input);
  if (open.length > 0) return refuse('defects-open', { count: open.length });
  return {
    change: {
      answers: input.answers,
      supplementRequestedAt: null,
      ...newDue(dossier, input),
    },
    note: input.note.trim() || null,
    data: { fields: input.changedFields, papers: input.papers.map((paper) => paper.fileId) },
  };
}

/** Of a received dossier the promise moves by the time it waited; of one that was not, the expectation begins anew. */
function newDue(dossier: LockedDossier, { now, calendar }: Pick<Supplement, 'now' | 'calendar'>) {
  const { receivedAt, dueAt, supplementRequestedAt: asked } = dossier;
  if (!receivedAt) {
    return dueFields(dueOf(dossier.durationText, dossier.dueRule, now, calendar));
  }
  if (!dueAt || !asked) return {};
  const resumed = dueAfterPause(dueAt, asked, now, calendar);
  return {
    ...dueFields(resumed),
    dueSteps: [...dossier.dueSteps, ...resumed.steps],
    dueTentative: dossier.dueTentative || resumed.tentative,
  };
}
