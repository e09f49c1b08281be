import { addDays, daysBetween, type LocalDate, localDate, showDate, weekdayOf, yearOf } from './local-date.ts';
import { lunarToSolar, tet } from './lunar.ts';
import type { CalendarDay, DatedRule, HolidayRule, YearlyDecision } from './model.ts';

export interface HolidayData {
  readonly rules: readonly HolidayRule[];
  readonly decisions: readonly YearlyDecision[];
}

type DecisionOf<K extends YearlyDecision['kind']> = Extract<YearlyDecision, { kind: K }>;
type Entry = readonly [LocalDate, CalendarDay];

const inForce = (rule: DatedRule, date: LocalDate): boolean =>
  rule.effective_from <= date && (rule.effective_to === null || date < rule.effective_to);

/** 5 of the 12 days off hang on a decision that is issued every year; until it is entered they are tentative. */
function holiday(name: string, source: Pick<DatedRule, 'sure' | 'source_ref'>, tentative = false): CalendarDay {
  return { kind: 'holiday', name, tentative, sure: source.sure, source_ref: source.source_ref };
}

function tetBlock(rule: Extract<HolidayRule, { kind: 'tet-block' }>, year: number, data: HolidayData): Entry[] {
  const decided = data.decisions.find((d): d is DecisionOf<'tet-block'> => d.kind === 'tet-block' && d.year === year);
  const from = decided ? localDate(decided.from) : addDays(tet(year), -rule.daysBefore);
  const length = decided ? daysBetween(from, localDate(decided.to)) + 1 : rule.daysBefore + rule.daysFrom;
  const day = holiday(rule.name, decided ?? rule, !decided);
  return Array.from({ length }, (_, index) => [addDays(from, index), day]);
}

function withAdjacent(
  rule: Extract<HolidayRule, { kind: 'solar-and-adjacent' }>,
  year: number,
  data: HolidayData,
): Entry[] {
  const date = solarDay(year, rule.month, rule.day);
  const decided = data.decisions.find(
    (d): d is DecisionOf<'adjacent-day'> =>
      d.kind === 'adjacent-day' && d.rule === rule.id && d.date.startsWith(String(year)),
  );
  const side = rule.adjacentByWeekday[weekdayOf(date)] === 'before' ? -1 : 1;
  const adjacent = decided ? localDate(decided.date) : addDays(date, side);
  return [
    [date, holiday(rule.name, rule)],
    [adjacent, holiday(`Ngày liền kề ${rule.name}`, decided ?? rule, !decided)],
  ];
}

const solarDay = (year: number, month: number, day: number): LocalDate =>
  localDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

function daysOfRule(rule: HolidayRule, year: number, data: HolidayData): Entry[] {
  switch (rule.kind) {
    case 'solar':
      return [[solarDay(year, rule.month, rule.day), holiday(rule.name, rule)]];
    case 'lunar': {
      const date = lunarToSolar({ year, month: rule.month, day: rule.day, leap: false });
      return date ? [[date, holiday(rule.name, rule)]] : [];
    }
    case 'tet-block':
      return tetBlock(rule, year, data);
    case 'solar-and-adjacent':
      return withAdjacent(rule, year, data);
    case 'make-up':
      return [];
  }
}

/** Whether a day is a weekly day off of the unit on that day. */
export type IsWeekend = (date: LocalDate) => boolean;

/**
 * Adds the make-up days: a holiday on a weekly day off is made up on the next working day (BLLĐ 2019, Điều 111.3),
 * or on the day that a yearly decision names.
 */
function addMakeUpDays(days: Map<LocalDate, CalendarDay>, data: HolidayData, isWeekend: IsWeekend): void {
  const lost = [...days]
    .filter(([date, day]) => day.kind === 'holiday' && isWeekend(date))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const decidedFor = (date: LocalDate) =>
    data.decisions.find((d): d is DecisionOf<'make-up'> => d.kind === 'make-up' && d.for === date);
  const named = (rule: DatedRule & { name: string }, date: LocalDate, day: CalendarDay) =>
    `${rule.name} ${day.name} (${showDate(date)})`;
  const ruled = lost.flatMap(([date, day]) => {
    const rule = data.rules.find((r) => r.kind === 'make-up' && inForce(r, date));
    return rule ? [{ date, day, rule, decided: decidedFor(date) }] : [];
  });
  for (const { date, day, rule, decided } of ruled) {
    if (!decided) continue;
    const { sure, source_ref } = decided;
    const madeUp = { kind: 'make-up' as const, name: named(rule, date, day), tentative: false, sure, source_ref };
    days.set(localDate(decided.date), madeUp);
  }
  for (const { date, day, rule, decided } of ruled) {
    if (decided) continue;
    let madeUp = addDays(date, 1);
    while (isWeekend(madeUp) || days.has(madeUp)) madeUp = addDays(madeUp, 1);
    const { tentative, sure } = day;
    days.set(madeUp, { kind: 'make-up', name: named(rule, date, day), tentative, sure, source_ref: rule.source_ref });
  }
}

/** A swap takes a weekday off and works a day of the weekend in its place, with that weekday's hours. */
function swapDays(swap: DecisionOf<'swap'>): Entry[] {
  const [off, work] = [localDate(swap.off), localDate(swap.work)];
  const source = { tentative: false, sure: swap.sure, source_ref: swap.source_ref };
  return [
    [off, { kind: 'swapped-off', name: `Nghỉ hoán đổi, làm bù ${showDate(work)}`, ...source }],
    [work, { kind: 'swapped-working-saturday', name: `Làm bù ${showDate(off)}`, worksAs: weekdayOf(off), ...source }],
  ];
}

/**
 * Special days of the years `from`–`to`: holidays, make-up days and swaps, by the dated rules and yearly decisions.
 * Two holidays on one day count once, since the law makes up for weekly days off only.
 * `isWeekend` tells the weekly days off that are made up for. Throws a RangeError for years outside the lunar calendar.
 */
export function specialDays(
  data: HolidayData,
  years: { readonly from: number; readonly to: number },
  isWeekend: IsWeekend = (date) => weekdayOf(date) === 0 || weekdayOf(date) === 6,
): Map<LocalDate, CalendarDay> {
  const days = new Map<LocalDate, CalendarDay>();
  for (const decision of data.decisions)
    if (decision.kind === 'swap')
      for (const [date, day] of swapDays(decision))
        if (years.from <= yearOf(date) && yearOf(date) <= years.to) days.set(date, day);
  for (let year = years.from; year <= years.to; year++)
    for (const rule of data.rules)
      for (const [date, day] of daysOfRule(rule, year, data)) {
        if (!inForce(rule, date)) continue;
        const other = days.get(date);
        days.set(date, other?.kind === 'holiday' ? { ...other, name: `${other.name}, ${day.name}` } : day);
      }
  addMakeUpDays(days, data, isWeekend);
  return days;
}
