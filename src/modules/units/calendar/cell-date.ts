import { addDays, dateOf, type LocalDate, localDate } from './local-date.ts';

/** Day 0 of spreadsheet programs, from March 1900 on (they believe in 29/2/1900). */
const DAY_ZERO = localDate('1899-12-30');
/** Day numbers that can be meant as days: 1954 to 2119. Smaller ones are numbers of something else. */
const DAYS = { least: 20_000, most: 80_000 };

/**
 * A date out of a cell: 1/7/2025, 01-07-2025, 2025-07-01, or the day number that Excel keeps.
 * @returns null for an empty cell, undefined when it is no date
 */
export function dateOfCell(text: string): LocalDate | null | undefined {
  const clean = text.trim();
  if (clean === '') return null;
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(clean);
  if (vietnamese) return dateOf(Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1]));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?$/.exec(clean);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const days = /^\d{5}$/.test(clean) ? Number(clean) : 0;
  return days >= DAYS.least && days <= DAYS.most ? addDays(DAY_ZERO, days) : undefined;
}
