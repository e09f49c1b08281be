import type { Refusal } from '../../platform/problem.ts';
import type { WorkCalendar } from '../units/index.ts';
import { type ActOn, type Acted, commitAct } from './commit-act.ts';
import { dueAfterPause } from './due-date.ts';
import type { Defect, DossierPaper } from './model.ts';
import { refuse } from './problems.ts';
import { resolveDefects, supersedePapers } from './store-acts.ts';
import { insertDossierPapers } from './store-submit.ts';

export interface Supplement extends ActOn {
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

/** Defects that the supplement leaves open; the citizen sends once, when none is left. */
export function openAfter(defects: readonly Defect[], given: Pick<Supplement, 'changedFields' | 'papers' | 'note'>): Defect[] {
  const papers = new Set(given.papers.map((paper) => paper.componentKey));
  const fields = new Set(given.changedFields);
  return defects.filter(({ targetKind, targetKey }) => {
    if (targetKind === 'field') return !fields.has(targetKey);
    if (targetKind === 'paper') return !papers.has(targetKey);
    return given.note.trim() === '';
  });
}

/** 5 → 1 (never received) or 5 → 4 (the clock resumes, facts §1.4). Only what was asked for may change. */
export function supplementDossier(input: Supplement): Promise<Acted | Refusal> {
  return commitAct(
    input,
    'supplement',
    (dossier) => {
      const open = openAfter(dossier.openDefects, input);
      if (open.length > 0) return refuse('defects-open', { count: open.length });
      const resumed =
        dossier.receivedAt && dossier.dueAt && dossier.supplementRequestedAt
          ? dueAfterPause(dossier.dueAt, dossier.supplementRequestedAt, input.now, input.calendar)
          : null;
      return {
        change: {
          answers: input.answers,
          supplementRequestedAt: null,
          ...(resumed ? { dueAt: resumed.due, dueSteps: [...dossier.dueSteps, ...resumed.steps] } : {}),
        },
        note: input.note.trim() || null,
        data: { fields: input.changedFields, papers: input.papers.map((paper) => paper.fileId) },
      };
    },
    async (tx, dossier) => {
      await supersedePapers(tx, dossier, [...new Set(input.papers.map((paper) => paper.componentKey))], input.now);
      await insertDossierPapers(tx, dossier.unitId, dossier.dossierId, input.papers, input.now);
      await resolveDefects(tx, dossier, input.now);
    },
  );
}
