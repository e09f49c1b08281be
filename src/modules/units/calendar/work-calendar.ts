import { type HolidayData, specialDays } from './holidays.ts';
import { addDays, type LocalDate, localDate, type Weekday, weekdayOf } from './local-date.ts';
import type {
  CalendarDay,
  DatedHours,
  HoursPeriod,
  OpeningBlock,
  OpeningHours,
  UnitDay,
  WorkCalendar,
} from './model.ts';

export interface CalendarSource extends HolidayData {
  /** At least one entry. */
  readonly hours: readonly DatedHours[];
  readonly years: { readonly from: number; readonly to: number };
  readonly unitDays?: readonly UnitDay[] | undefined;
}

const minutesOf = (time: string): number => {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minutes <= 1440 ? minutes : Number.NaN;
};

const toBlock = ([from, to]: readonly [string, string]): OpeningBlock => [minutesOf(from), minutesOf(to)];

const isWeekday = (value: number): value is Weekday => Number.isInteger(value) && value >= 0 && value <= 6;

/** Problems of opening hours in Vietnamese sentences for the one who enters them; empty when a calendar can be built. */
export function openingHoursProblems(hours: OpeningHours): string[] {
  const problems: string[] = [];
  if (!hours.weekend.every(isWeekday) || new Set(hours.weekend).size > 6)
    problems.push('Ngày nghỉ hằng tuần phải là các số từ 0 (Chủ nhật) đến 6 (thứ Bảy) và chừa lại ít nhất một ngày.');
  for (let weekday = 0; weekday < 7; weekday++) {
    const blocks = (hours.blocks[weekday] ?? []).map(([from, to]) => [minutesOf(from), minutesOf(to)] as const);
    const label = weekday === 0 ? 'Chủ nhật' : `Thứ ${weekday + 1}`;
    if (blocks.length === 0 && !hours.weekend.includes(weekday))
      problems.push(`${label} là ngày làm việc nhưng chưa có giờ mở cửa. Hãy nhập ít nhất một buổi.`);
    const ordered = blocks.every(([from, to], index) => from < to && from >= (blocks[index - 1]?.[1] ?? 0));
    if (!ordered)
      problems.push(`Giờ mở cửa ${label} phải viết dạng 07:30, giờ mở trước giờ đóng, các buổi không chồng nhau.`);
  }
  return problems;
}

const periodOf = (hours: DatedHours): HoursPeriod => ({
  from: localDate(hours.effective_from),
  weekend: hours.weekend.filter(isWeekday),
  blocks: Object.fromEntries(Object.entries(hours.blocks).map(([weekday, spans]) => [weekday, spans.map(toBlock)])),
});

/** The hours that hold on a day; before the first entry the first one's. */
function hoursIn(hours: WorkCalendar['hours'], date: LocalDate): HoursPeriod {
  let found = hours[0];
  for (const period of hours) {
    if (period.from > date) break;
    found = period;
  }
  return found;
}

export const hoursOn = (calendar: Pick<WorkCalendar, 'hours'>, date: LocalDate): HoursPeriod =>
  hoursIn(calendar.hours, date);

/** A closing of the unit's own is a day off; on a public holiday the holiday's name stays. */
function addClosings(days: Record<string, CalendarDay>, unitDays: readonly UnitDay[]): void {
  for (const { day, kind, name, source_ref } of unitDays) {
    const other = days[day];
    if (kind !== 'unit-closing' || (other && other.kind !== 'swapped-working-saturday')) continue;
    days[day] = { kind, name, tentative: false, sure: 'V', source_ref };
  }
}

/**
 * Builds the calendar of a unit. The days before the first rule came into force are left out: their holidays are unknown.
 * Throws a RangeError when `openingHoursProblems` is not empty; ask it first about data that people enter.
 */
export function buildWorkCalendar(source: CalendarSource): WorkCalendar {
  const problems = source.hours.flatMap(openingHoursProblems);
  if (problems.length > 0) throw new RangeError(problems.join(' '));
  const [earliest, ...later] = source.hours.map(periodOf).sort((a, b) => (a.from < b.from ? -1 : 1));
  if (!earliest) throw new RangeError('A calendar needs opening hours');
  const hours: WorkCalendar['hours'] = [earliest, ...later];
  const isWeekend = (date: LocalDate) => hoursIn(hours, date).weekend.includes(weekdayOf(date));
  const days: Record<string, CalendarDay> = Object.fromEntries(specialDays(source, source.years, isWeekend));
  const unitDays = source.unitDays ?? [];
  addClosings(days, unitDays);
  const receptions = unitDays
    .filter(({ kind }) => kind === 'extra-reception')
    .map(({ day, name, blocks, source_ref }) => [day, { name, blocks: blocks.map(toBlock), source_ref }] as const);
  const since = source.rules.map((rule) => rule.effective_from).sort()[0] ?? `${source.years.from}-01-01`;
  const first = `${source.years.from}-01-01`;
  return {
    hours,
    days,
    receptions: Object.fromEntries(receptions),
    first: localDate(first < since ? since : first),
    last: localDate(`${source.years.to}-12-31`),
  };
}

/** Whether the day counts for due dates. Of the special days only a swapped Saturday does. */
export function isWorkingDay(calendar: WorkCalendar, date: LocalDate): boolean {
  const special = calendar.days[date];
  return special
    ? special.kind === 'swapped-working-saturday'
    : !hoursOn(calendar, date).weekend.includes(weekdayOf(date));
}

export const covers = (calendar: WorkCalendar, date: LocalDate): boolean =>
  calendar.first <= date && date <= calendar.last;

/** The day itself when it is a working day, else the next one. Beyond `calendar.last` only weekends are known. */
export function workingDayFrom(calendar: WorkCalendar, date: LocalDate): LocalDate {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return day;
}

/** The first working day after `date`. */
export const nextWorkingDay = (calendar: WorkCalendar, date: LocalDate): LocalDate =>
  workingDayFrom(calendar, addDays(date, 1));

/** The `count`-th working day after `date` (`count` ≥ 0, whole; 0 gives `date` itself). Throws a RangeError otherwise. */
export function addWorkingDays(calendar: WorkCalendar, date: LocalDate, count: number): LocalDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a whole number of working days: ${count}`);
  let day = date;
  for (let left = count; left > 0; left--) day = nextWorkingDay(calendar, day);
  return day;
}

/** Opening blocks of a working day; a swapped Saturday keeps the hours of the weekday it stands for. Empty on days off. */
export function blocksOn(calendar: WorkCalendar, date: LocalDate): readonly OpeningBlock[] {
  if (!isWorkingDay(calendar, date)) return [];
  const { blocks: byWeekday } = hoursOn(calendar, date);
  const own = [calendar.days[date]?.worksAs, weekdayOf(date), 1, 2, 3, 4, 5, 6];
  for (const weekday of own) {
    const blocks = weekday === undefined ? undefined : byWeekday[weekday];
    if (blocks && blocks.length > 0) return blocks;
  }
  return [];
}

/** Minutes since midnight at which a working day opens and closes. Throws a RangeError on a day off. */
export function openAndClose(calendar: WorkCalendar, date: LocalDate): { opening: number; closing: number } {
  const blocks = blocksOn(calendar, date);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) throw new RangeError(`Closed on ${date}`);
  return { opening: first[0], closing: last[1] };
}
