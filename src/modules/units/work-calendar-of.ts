import type { Db } from '../../platform/db/index.ts';
import type { DatedHours, WorkCalendar } from './calendar/model.ts';
import { buildWorkCalendar } from './calendar/work-calendar.ts';
import { readCalendarSeed } from './calendar-seed.ts';
import { type CalendarRows, calendarRows } from './store-calendar.ts';

/** Years that a calendar covers: from the first rule that we know, far enough for the longest durations. */
const YEARS = { from: 2021, to: 2045 };
/** An edit in another process is seen within this time. */
const KEPT_MS = 60_000;
const MOST_UNITS = 500;

interface Kept {
  readonly at: number;
  readonly calendar: Promise<WorkCalendar>;
}

/** By database, then by unit. A transaction shares its pool's adapter, so that it spends no statement either. */
const cache = new WeakMap<object, Map<string, Kept>>();
const databaseOf = (db: Db): object => db.getExecutor().adapter;

/** A unit's own hours hold from their first day on, the default ones before. */
const hoursOf = ({ defaultHours, unitHours }: Pick<CalendarRows, 'defaultHours' | 'unitHours'>): DatedHours[] => {
  const first = unitHours[0]?.effective_from;
  return [...defaultHours.filter(({ effective_from }) => first === undefined || effective_from < first), ...unitHours];
};

export const calendarFrom = (rows: CalendarRows): WorkCalendar =>
  buildWorkCalendar({ ...rows, hours: hoursOf(rows), years: YEARS });

/**
 * The working calendar of a unit (null: of a unit that has entered nothing), remembered for a minute so that pages spend
 * no statement on it. @throws when the calendar has never been loaded
 */
export function workCalendarOf(db: Db, unitId: string | null, now: Date): Promise<WorkCalendar> {
  const database = databaseOf(db);
  const units = cache.get(database) ?? new Map<string, Kept>();
  cache.set(database, units);
  const key = unitId ?? '';
  const known = units.get(key);
  if (known && Math.abs(now.getTime() - known.at) < KEPT_MS) return known.calendar;
  if (units.size >= MOST_UNITS) units.clear();
  const calendar = calendarRows(db, unitId).then(calendarFrom);
  calendar.catch(() => units.delete(key));
  units.set(key, { at: now.getTime(), calendar });
  return calendar;
}

/** After an edit was committed: the next page of this process shows it. */
export const forgetCalendars = (db: Db): void => {
  cache.delete(databaseOf(db));
};

/** The calendar as shipped, without a database: what no administrator has corrected and no unit has changed. */
export function shippedCalendar(): WorkCalendar {
  const { rules, decisions, hours } = readCalendarSeed();
  return buildWorkCalendar({ rules, decisions, hours: [hours], years: YEARS });
}
