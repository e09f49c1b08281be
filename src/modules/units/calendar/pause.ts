import { atClosing, type Due, OUTSIDE } from './due.ts';
import { pauseSentence } from './due-sentence.ts';
import { explainPause, tentativeWithin } from './due-steps.ts';
import { isoLocal, type LocalDate, toInstant, toLocal } from './local-date.ts';
import type { WorkCalendar } from './model.ts';
import { covers, isWorkingDay, openAndClose } from './work-calendar.ts';
import { type WorkMoment, workMomentOf } from './working-time.ts';

export interface ResumeInput {
  readonly due: Date;
  /** When the citizen was asked for a supplement, and when the supplement was in. */
  readonly requestedAt: Date;
  readonly resumedAt: Date;
  readonly calendar: WorkCalendar;
}

/**
 * Whether a promise is one for the end of a day. Hours may have been shortened, or the day given off, since it was made:
 * then it still is one.
 */
const promisesEndOfDay = (calendar: WorkCalendar, { date, minutes }: WorkMoment): boolean =>
  !isWorkingDay(calendar, date) || minutes >= openAndClose(calendar, date).closing;

/**
 * The due date after a pause (facts §1.4, as one-stop systems do it). "Exactly" means: on the clock, nights and days off
 * included, the old date moves by as long as the dossier waited for the citizen, no minute more or less; only then is it
 * brought to working time, always to the nearest one that is not earlier:
 * - a promise for the end of a day ends with the office hours of the moved day, or of the first working day after it;
 * - a promise for an hour stays at the moved minute, or goes to the first working moment after it.
 * So a pause of whole days keeps the time of day, and one that ends before midnight of the promised day moves no end of day.
 * Throws a RangeError when the pause is negative or the result lies outside the calendar.
 */
export function resumeDue({
  due,
  requestedAt,
  resumedAt,
  calendar,
}: ResumeInput): Pick<Due, 'due' | 'dueIso' | 'steps' | 'sentence' | 'tentative'> {
  const pause = resumedAt.getTime() - requestedAt.getTime();
  if (!(pause >= 0)) throw new RangeError('Thời điểm nhận bổ sung phải sau thời điểm yêu cầu bổ sung.');
  const old = toLocal(due);
  const shifted = new Date(due.getTime() + pause);
  const raw: LocalDate = toLocal(shifted).date;
  if (!covers(calendar, old.date) || !covers(calendar, raw)) throw new RangeError(OUTSIDE.message);
  const moment = promisesEndOfDay(calendar, old) ? atClosing(calendar, raw).moment : workMomentOf(calendar, shifted);
  if (!covers(calendar, moment.date)) throw new RangeError(OUTSIDE.message);
  const next = toInstant(moment.date, moment.minutes);
  const explained = { due, requestedAt, resumedAt, shifted, next };
  const tentative = tentativeWithin(calendar, raw, moment.date);
  return {
    due: next,
    dueIso: isoLocal(next),
    steps: explainPause(explained),
    sentence: pauseSentence(explained, tentative),
    tentative,
  };
}
