import { type LocalDate, localDate } from './local-date.ts';
import type { CalendarDay, CalendarDayKind, WorkCalendar } from './model.ts';
import { isWorkingDay } from './work-calendar.ts';

/** A special day as people are told it. */
export interface ToldDay extends Omit<CalendarDay, 'kind' | 'worksAs'> {
  readonly date: LocalDate;
  readonly kind: CalendarDayKind | 'extra-reception';
  /** Whether it counts for due dates. */
  readonly counts: boolean;
}

/** Every special day of a year in order; an extra reception stands beside what the day is otherwise. */
export function yearOfCalendar(calendar: WorkCalendar, year: number): ToldDay[] {
  const told: ToldDay[] = [];
  for (const [text, { worksAs: _, ...day }] of Object.entries(calendar.days)) {
    const date = localDate(text);
    told.push({ date, ...day, counts: isWorkingDay(calendar, date) });
  }
  for (const [text, { name, source_ref }] of Object.entries(calendar.receptions)) {
    const date = localDate(text);
    const counts = isWorkingDay(calendar, date);
    told.push({ date, kind: 'extra-reception', name, tentative: false, sure: 'V', source_ref, counts });
  }
  return told
    .filter(({ date }) => date.startsWith(`${year}-`))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
