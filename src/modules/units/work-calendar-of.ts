import { readFileSync } from 'node:fs';
import { fromRoot } from '../../platform/paths.ts';
import type { HolidayRule, OpeningHours, WorkCalendar, YearlyDecision } from './calendar/model.ts';
import { buildWorkCalendar } from './calendar/work-calendar.ts';
import type { UnitAt } from './model.ts';

/** Years that a calendar covers: from the first rule that we know, far enough for the longest durations. */
const YEARS = { from: 2021, to: 2045 };

interface CalendarData {
  readonly rules: HolidayRule[];
  readonly decisions: YearlyDecision[];
  readonly hours: OpeningHours;
}

let data: CalendarData | null = null;

function read(): CalendarData {
  const seed = (name: string) => JSON.parse(readFileSync(fromRoot('db', 'seed', 'calendar', `${name}.json`), 'utf8'));
  data ??= {
    rules: seed('holidays').rules,
    decisions: seed('yearly-decisions').decisions,
    hours: seed('opening-hours').default,
  };
  return data;
}

const cache = new Map<string, WorkCalendar>();

/** The working calendar of a unit: the shipped rules and decisions, and the unit's own opening hours where it has some. */
export function workCalendarOf(unit: Pick<UnitAt, 'openingHours'> | null): WorkCalendar {
  const { rules, decisions, hours } = read();
  const own = (unit?.openingHours ?? null) as OpeningHours | null;
  const key = JSON.stringify(own);
  const known = cache.get(key);
  if (known) return known;
  const calendar = buildWorkCalendar({ rules, decisions, hours: own ?? hours, years: YEARS });
  if (cache.size > 500) cache.clear();
  cache.set(key, calendar);
  return calendar;
}
