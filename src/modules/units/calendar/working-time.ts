import { addDays, type LocalDate, toLocal } from './local-date.ts';
import type { WorkCalendar } from './model.ts';
import { blocksOn, nextWorkingDay, openAndClose, workingDayFrom } from './work-calendar.ts';

/** A time of day in Viet Nam on a working day; `minutes` since midnight. */
export interface WorkMoment {
  readonly date: LocalDate;
  readonly minutes: number;
}

export type Shift = 'none' | 'before-opening' | 'lunch' | 'after-closing' | 'day-off';

/**
 * The working moment that an arrival counts from: itself within the opening hours; else the opening, the start of the
 * afternoon, or the next working morning. Exactly at the end of a block is still within. Source: facts of real one-stop
 * systems (§1.4); a filing sent online outside the hours counts from the next working time likewise.
 */
export function workMomentOf(calendar: WorkCalendar, instant: Date): WorkMoment & { readonly shift: Shift } {
  const { date, minutes } = toLocal(instant);
  const day = workingDayFrom(calendar, date);
  if (day !== date) return { date: day, minutes: openAndClose(calendar, day).opening, shift: 'day-off' };
  const { opening, closing } = openAndClose(calendar, date);
  if (minutes < opening) return { date, minutes: opening, shift: 'before-opening' };
  if (minutes > closing) {
    const next = nextWorkingDay(calendar, date);
    return { date: next, minutes: openAndClose(calendar, next).opening, shift: 'after-closing' };
  }
  for (const [from, to] of blocksOn(calendar, date)) {
    if (minutes < from) return { date, minutes: from, shift: 'lunch' };
    if (minutes <= to) break;
  }
  return { date, minutes, shift: 'none' };
}

/** Moves on by working minutes, through lunch, nights and days off. An end that falls on a block's end stays there. */
export function addWorkingMinutes(calendar: WorkCalendar, start: WorkMoment, amount: number): WorkMoment {
  let [date, at, left] = [start.date, start.minutes, amount];
  for (;;) {
    for (const [from, to] of blocksOn(calendar, date)) {
      const begin = Math.max(from, at);
      if (begin >= to) continue;
      if (left <= to - begin) return { date, minutes: begin + left };
      left -= to - begin;
    }
    [date, at] = [workingDayFrom(calendar, addDays(date, 1)), 0];
  }
}
