/**
 * For tests: due dates found by walking over every single minute of two years. It shares no code with the rules under
 * test: days off are written down by hand, a unit's minutes are marked one by one, and time is counted by looking.
 */
import type { Duration } from './duration.ts';
import type { DatedHours, UnitDay } from './model.ts';

const MINUTE = 60_000;
const DAY = 1440;
const EPOCH = Date.UTC(2025, 11, 1);
const DAYS = 800;
/** Viet Nam's clock is seven hours ahead. */
const AHEAD = 420;

/** Public holidays before anything is made up, 2026 as decided and 2027 as reckoned by hand. */
const HOLIDAYS = [
  '2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-26 2026-04-30 2026-05-01 2026-09-01',
  '2026-09-02 2026-11-24 2027-01-01 2027-02-04 2027-02-05 2027-02-06 2027-02-07 2027-02-08 2027-04-16 2027-04-30',
  '2027-05-01 2027-09-02 2027-09-03 2027-11-24 2028-01-01',
].flatMap((line) => line.split(' '));
/** The swaps that were decided for 2026. */
const SWAPS: readonly Swap[] = [
  { off: '2026-01-02', work: '2026-01-10' },
  { off: '2026-08-31', work: '2026-08-22' },
];

export interface Swap {
  readonly off: string;
  readonly work: string;
}

export interface UnitSpec {
  readonly hours: readonly DatedHours[];
  readonly swaps: readonly Swap[];
  readonly days: readonly UnitDay[];
}

const dayIndex = (text: string): number => (Date.parse(`${text}T00:00:00Z`) - EPOCH) / 86_400_000;
const textOf = (day: number): string => new Date(EPOCH + day * 86_400_000).toISOString().slice(0, 10);
/** 1 December 2025 was a Monday. */
const weekdayAt = (day: number): number => (day + 1) % 7;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether the swaps can be entered beside the holidays and each other. */
export function swapsFit(swaps: readonly Swap[]): boolean {
  const taken = new Set([...HOLIDAYS, ...SWAPS.flatMap(({ off, work }) => [off, work])]);
  return swaps.every(({ off, work }) => {
    const free = !taken.has(off) && !taken.has(work) && off !== work;
    taken.add(off).add(work);
    return free;
  });
}

/** Marks every minute of the unit's time. */
export function enumerate(spec: UnitSpec) {
  const open = new Uint8Array(DAYS * DAY);
  const works = new Uint8Array(DAYS);
  const hoursAt = (day: number): DatedHours => {
    const since = spec.hours.filter(({ effective_from }) => dayIndex(effective_from) <= day);
    const pick = since.length > 0 ? since : spec.hours;
    const latest = pick.reduce((a, b) => (a.effective_from < b.effective_from === since.length > 0 ? b : a));
    return latest;
  };
  const weekly = (day: number): boolean => hoursAt(day).weekend.includes(weekdayAt(day));
  const off = new Set(HOLIDAYS.map(dayIndex));
  const worked = new Map<number, number>();
  for (const swap of [...SWAPS, ...spec.swaps]) {
    off.add(dayIndex(swap.off));
    worked.set(dayIndex(swap.work), weekdayAt(dayIndex(swap.off)));
  }
  for (const lost of HOLIDAYS.map(dayIndex).filter(weekly)) {
    let day = lost + 1;
    while (weekly(day) || off.has(day) || worked.has(day)) day += 1;
    off.add(day);
  }
  for (const { day, kind } of spec.days) {
    if (kind !== 'unit-closing') continue;
    off.add(dayIndex(day));
    worked.delete(dayIndex(day));
  }
  for (let day = 0; day < DAYS; day += 1) {
    const instead = worked.get(day);
    if (instead === undefined && (weekly(day) || off.has(day))) continue;
    works[day] = 1;
    const { blocks } = hoursAt(day);
    const spans = [instead, weekdayAt(day), 1, 2, 3, 4, 5, 6].map((weekday) => blocks[String(weekday)] ?? []);
    for (const [from, to] of spans.find((found) => found.length > 0) ?? [])
      for (let minute = minuteOf(from); minute < minuteOf(to); minute += 1) open[day * DAY + minute] = 1;
  }
  return { open, works };
}

export type Enumeration = ReturnType<typeof enumerate>;

const toMinutes = (instant: Date): number => (instant.getTime() - EPOCH) / MINUTE + AHEAD;
const toDate = (minutes: number): Date => new Date(EPOCH + Math.round((minutes - AHEAD) * MINUTE));

function closingOf({ open }: Enumeration, day: number): number {
  let minute = (day + 1) * DAY - 1;
  while (!open[minute]) minute -= 1;
  return minute + 1;
}

function endOf(unit: Enumeration, from: number): Date {
  let day = from;
  while (!unit.works[day]) day += 1;
  return toDate(closingOf(unit, day));
}

/** Within the hours, or at the very end of a block. */
const within = ({ open }: Enumeration, at: number): boolean =>
  open[Math.floor(at)] === 1 || (Number.isInteger(at) && open[at - 1] === 1);

export function walkDue(unit: Enumeration, receivedAt: Date, span: Duration, rule: '15h' | undefined): Date {
  const arrival = toMinutes(receivedAt);
  let minute = Math.floor(arrival);
  if (span.unit === 'working-minute') {
    for (let left = span.amount; left > 0; minute += 1) left -= unit.open[minute] ?? 0;
    return toDate(minute);
  }
  // The end of a morning still belongs to its day, as does the end of an afternoon.
  if (!within(unit, arrival)) while (!unit.open[minute]) minute += 1;
  let day = Math.floor(minute / DAY);
  if (span.unit === 'day') return endOf(unit, day + span.amount);
  if (span.unit === 'month') {
    const date = new Date(EPOCH + day * 86_400_000);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + span.amount];
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return endOf(unit, (Date.UTC(year, month, Math.min(date.getUTCDate(), last)) - EPOCH) / 86_400_000);
  }
  const late = rule === '15h' && day === Math.floor(arrival / DAY) && arrival - day * DAY > 900;
  for (let left = span.unit === 'working-day' ? span.amount : Number(late); left > 0; ) {
    day += 1;
    left -= unit.works[day] ?? 0;
  }
  return endOf(unit, day);
}

/** The pause, by the words of its rule: moved on the clock, then to the nearest working time that is not earlier. */
export function walkResume(unit: Enumeration, due: Date, pauseMs: number): Date {
  const old = toMinutes(due);
  const moved = toMinutes(new Date(due.getTime() + pauseMs));
  const oldDay = Math.floor(old / DAY);
  if (unit.works[oldDay] && closingOf(unit, oldDay) === old) return endOf(unit, Math.floor(moved / DAY));
  if (within(unit, moved)) return toDate(moved);
  let minute = Math.ceil(moved);
  while (!unit.open[minute]) minute += 1;
  return toDate(minute);
}

export const isOpenJustBefore = (unit: Enumeration, at: Date): boolean => unit.open[Math.ceil(toMinutes(at)) - 1] === 1;
export const worksOn = (unit: Enumeration, at: Date): boolean => unit.works[Math.floor(toMinutes(at) / DAY)] === 1;
export const firstDay = (text: string): Date => new Date(Date.parse(`${text}T00:00:00+07:00`));
export const dayText = (index: number): string => textOf(index);
