import { dueSentence } from './due-sentence.ts';
import { type DueStep, explainDue } from './due-steps.ts';
import { type Duration, MOST } from './duration.ts';
import { addDays, addMonths, isoLocal, type LocalDate, toInstant, toLocal } from './local-date.ts';
import type { WorkCalendar } from './model.ts';
import { addWorkingDays, covers, nextWorkingDay, openAndClose, workingDayFrom } from './work-calendar.ts';
import { addWorkingMinutes, type WorkMoment, workMomentOf } from './working-time.ts';

/** Which arithmetic gave the date; kept with the dossier, so that it can be checked later. */
export type DueRule = 'working-day' | 'day' | 'month' | 'working-time' | 'same-day' | 'same-day-15h';

export interface DueInput {
  readonly receivedAt: Date;
  readonly duration: Duration;
  /** '15h': same-day work received after 15:00 is due on the next working day (Nghị định 23/2015/NĐ-CP, Điều 7). */
  readonly rule?: '15h' | undefined;
  readonly calendar: WorkCalendar;
}

export interface Due {
  readonly due: Date;
  /** ISO 8601 at +07:00. */
  readonly dueIso: string;
  readonly rule: DueRule;
  readonly steps: readonly DueStep[];
  /** The same in one sentence. */
  readonly sentence: string;
  /** A holiday on the way is "tạm tính": its yearly decision is not entered yet. */
  readonly tentative: boolean;
}

export interface DueProblem {
  readonly code: 'received-invalid' | 'amount-invalid' | 'outside-calendar';
  readonly message: string;
}

/** "Sau 15 giờ" is strictly after: at 15:00:00 the work is still due on the same day. */
const LATE_AFTER_MINUTES = 15 * 60;

export const OUTSIDE: DueProblem = {
  code: 'outside-calendar',
  message:
    'Ngày này nằm ngoài lịch làm việc đang có. Hãy kiểm tra lại năm, hoặc nhờ người quản trị mở thêm năm cho lịch.',
};

function ruleOf({ duration, rule }: DueInput): DueRule {
  if (duration.unit === 'working-minute') return 'working-time';
  if (duration.unit !== 'same-day') return duration.unit;
  return rule === '15h' || duration.lateRule === '15h' ? 'same-day-15h' : 'same-day';
}

export interface Reckoning {
  /** The last day before it is pushed off days off. */
  readonly nominal: LocalDate;
  readonly moment: WorkMoment;
}

/** Durations in days end when their last day's office closes: the last moment at which a result can be handed over. */
export function atClosing(calendar: WorkCalendar, nominal: LocalDate): Reckoning {
  const date = workingDayFrom(calendar, nominal);
  return { nominal, moment: { date, minutes: openAndClose(calendar, date).closing } };
}

function reckon(input: DueInput, start: WorkMoment): Reckoning {
  const { duration, calendar, receivedAt } = input;
  switch (duration.unit) {
    case 'working-day':
      return atClosing(calendar, addWorkingDays(calendar, start.date, duration.amount));
    case 'day':
      return atClosing(calendar, addDays(start.date, duration.amount));
    case 'month':
      return atClosing(calendar, addMonths(start.date, duration.amount));
    case 'working-minute': {
      // Slips show whole minutes, so seconds are cut in the citizen's favour.
      const from = { date: start.date, minutes: Math.floor(start.minutes) };
      const moment = addWorkingMinutes(calendar, from, duration.amount);
      return { nominal: moment.date, moment };
    }
    case 'same-day': {
      const arrival = toLocal(receivedAt);
      const late =
        ruleOf(input) === 'same-day-15h' && arrival.date === start.date && arrival.minutes > LATE_AFTER_MINUTES;
      return atClosing(calendar, late ? nextWorkingDay(calendar, start.date) : start.date);
    }
  }
}

/** Why no due date can be computed, with a sentence for the one who asked; null when it can. */
export function dueProblem(input: DueInput): DueProblem | null {
  const { receivedAt, duration, calendar } = input;
  if (Number.isNaN(receivedAt.getTime()))
    return { code: 'received-invalid', message: 'Thời điểm tiếp nhận không đúng. Hãy ghi như 2026-04-23T09:00+07:00.' };
  if (duration.unit !== 'same-day') {
    const { amount, unit } = duration;
    if (!Number.isInteger(amount) || amount < 1 || amount > MOST[unit])
      return {
        code: 'amount-invalid',
        message: 'Thời hạn phải là số nguyên dương và không quá 10 năm. Hãy kiểm tra lại.',
      };
  }
  if (!covers(calendar, toLocal(receivedAt).date)) return OUTSIDE;
  const start = workMomentOf(calendar, receivedAt);
  return covers(calendar, start.date) && covers(calendar, reckon(input, start).moment.date) ? null : OUTSIDE;
}

/**
 * The due date of work received at an instant, explained step by step.
 * - Counting starts the day after reception; a last day that is a day off moves to the next working day (Bộ luật Dân sự
 *   2015, Điều 147 và 148). "ngày làm việc" skip days off, "ngày" and months do not.
 * - Hours run from the moment itself through the opening hours (Điều 147 khoản 1).
 * - Arrivals outside the hours count from the next working moment.
 * - Days end at closing time of the last day: the law ends them at 24:00 (Điều 148 khoản 6), but nobody hands over then.
 * Throws a RangeError when `dueProblem` finds one; ask it first about data that people enter.
 */
export function computeDue(input: DueInput): Due {
  const problem = dueProblem(input);
  if (problem) throw new RangeError(problem.message);
  const { calendar, receivedAt, duration } = input;
  const start = workMomentOf(calendar, receivedAt);
  const { nominal, moment } = reckon(input, start);
  const due = toInstant(moment.date, moment.minutes);
  const rule = ruleOf(input);
  const reckoned = {
    calendar,
    receivedAt,
    duration,
    rule,
    start,
    nominal,
    moment,
    asked15h: input.rule === '15h',
  };
  const explained = explainDue(reckoned);
  return { due, dueIso: isoLocal(due), rule, sentence: dueSentence(reckoned, explained.tentative), ...explained };
}
