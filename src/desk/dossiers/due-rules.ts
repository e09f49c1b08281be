import type { State } from '../../modules/dossiers/index.ts';
import {
  addDays,
  isWorkingDay,
  type LocalDate,
  showDate,
  showTime,
  toLocal,
  type WorkCalendar,
} from '../../modules/units/index.ts';

export interface DueBadge {
  readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
  readonly text: string;
}

/** From so many working days on an officer need not look at the date yet. */
const SOON = 2;
/** Beyond this nobody counts days; also bounds the loop. */
const MANY = 400;

/** The rows of a list ask about the same few days over and over. */
const counted = new WeakMap<WorkCalendar, Map<string, number>>();
const KEPT = 5_000;

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  const known = counted.get(calendar) ?? new Map<string, number>();
  counted.set(calendar, known);
  const key = `${from} ${to}`;
  const count = known.get(key) ?? countWorkingDays(calendar, from, to);
  if (known.size >= KEPT) known.clear();
  known.set(key, count);
  return count;
}

function countWorkingDays(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  let count = 0;
  let day = from;
  for (let steps = 0; day < to && steps < MANY; steps += 1) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** How a dossier stands with its date, in words: nobody should have to count days. */
export function dueBadge(
  dossier: { readonly state: State; readonly dueAt: Date | null; readonly submittedAt: Date },
  now: Date,
  calendar: WorkCalendar,
): DueBadge {
  const { state, dueAt } = dossier;
  const today = toLocal(now).date;
  if (state === 1) return waiting(workingDaysBetween(calendar, toLocal(dossier.submittedAt).date, today));
  if (state === 5) return { tone: 'neutral', text: 'chờ người dân' };
  if (state === 9) return { tone: 'info', text: 'chờ trả kết quả' };
  if (state !== 2 && state !== 4) return { tone: 'neutral', text: 'đã khép' };
  if (!dueAt) return { tone: 'neutral', text: 'chưa có hạn' };
  const due = toLocal(dueAt);
  if (now > dueAt) {
    const late = workingDaysBetween(calendar, due.date, today);
    return {
      tone: 'danger',
      text: late === 0 ? `quá hạn từ ${showTime(due.minutes)}` : `quá hạn ${late} ngày làm việc`,
    };
  }
  const left = workingDaysBetween(calendar, today, due.date);
  if (left === 0) return { tone: 'warning', text: `hạn hôm nay, ${showTime(due.minutes)}` };
  return { tone: left <= SOON ? 'warning' : 'success', text: `còn ${left} ngày làm việc` };
}

/** An online filing should be answered within one working day (NĐ 45/2020, 107/2021: 8 working hours; to be verified). */
const waiting = (days: number): DueBadge =>
  days === 0 ? { tone: 'info', text: 'mới nộp hôm nay' } : { tone: 'warning', text: `đã chờ ${days} ngày làm việc` };

/** `17:00 ngày 25/11/2026`, with "(tạm tính)" where a holiday on the way had no decision yet. */
export function dueWords(dueAt: Date, tentative: boolean): string {
  const { date, minutes } = toLocal(dueAt);
  return `${showTime(minutes)} ngày ${showDate(date)}${tentative ? ' (tạm tính)' : ''}`;
}
