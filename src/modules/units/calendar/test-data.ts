import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { HolidayData } from './holidays.ts';
import type { DatedHours, OpeningHours, UnitDay, WorkCalendar } from './model.ts';
import { buildWorkCalendar } from './work-calendar.ts';

/** For tests: the shipped calendar data, read from `db/seed/calendar`. */
const seed = (name: string) =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../../db/seed/calendar', `${name}.json`), 'utf8'));

export const loadHolidayData = (): HolidayData => ({
  rules: seed('holidays').rules,
  decisions: seed('yearly-decisions').decisions,
});

export const defaultHours = (): OpeningHours => seed('opening-hours').default;

const datedHours = (hours: OpeningHours | readonly DatedHours[]): readonly DatedHours[] =>
  'weekend' in hours ? [{ ...hours, effective_from: '2021-01-01' }] : hours;

export const loadCalendar = (
  change: { hours?: OpeningHours | readonly DatedHours[]; unitDays?: UnitDay[]; from?: number; to?: number } = {},
): WorkCalendar =>
  buildWorkCalendar({
    ...loadHolidayData(),
    hours: datedHours(change.hours ?? defaultHours()),
    years: { from: change.from ?? 2021, to: change.to ?? 2045 },
    unitDays: change.unitDays,
  });
