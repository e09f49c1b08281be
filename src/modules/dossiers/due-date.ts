import { computeDue, parseDuration, resumeDue, type WorkCalendar } from '../units/index.ts';
import type { DueStep } from './model.ts';

export interface DueDate {
  readonly due: Date;
  readonly dueIso: string;
  readonly steps: readonly DueStep[];
  /** The whole count in one sentence. */
  readonly sentence: string;
  /** A holiday on the way had no decision yet. */
  readonly tentative: boolean;
}

/** What a dossier keeps of its date; counted once, it stays as it was counted. */
export interface DueFields {
  readonly dueAt: Date | null;
  readonly dueSteps: readonly DueStep[];
  readonly dueSentence: string | null;
  readonly dueTentative: boolean;
}

export const dueFields = (due: DueDate | null): DueFields => ({
  dueAt: due?.due ?? null,
  dueSteps: due?.steps ?? [],
  dueSentence: due?.sentence ?? null,
  dueTentative: due?.tentative ?? false,
});

/** The due date of a duration in the portal's wording; null where the wording gives none ("Không có thông tin"). */
export function dueOf(
  durationText: string,
  rule: string | null,
  receivedAt: Date,
  calendar: WorkCalendar,
): DueDate | null {
  const duration = parseDuration(durationText);
  if ('unparsed' in duration) return null;
  return computeDue({ receivedAt, duration, calendar, ...(rule === '15h' ? { rule: '15h' as const } : {}) });
}

/** After a supplement: the old due date moves by the time the dossier waited for the citizen (facts §1.4). */
export function dueAfterPause(due: Date, requestedAt: Date, resumedAt: Date, calendar: WorkCalendar): DueDate {
  return resumeDue({ due, requestedAt, resumedAt, calendar });
}
