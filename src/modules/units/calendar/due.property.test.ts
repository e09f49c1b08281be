import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { computeDue } from './due.ts';
import type { Duration } from './duration.ts';
import type { DatedHours, UnitDay, WorkCalendar } from './model.ts';
import { resumeDue } from './pause.ts';
import { defaultHours, loadCalendar, loadHolidayData } from './test-data.ts';
import {
  dayText,
  type Enumeration,
  enumerate,
  firstDay,
  isOpenJustBefore,
  type Swap,
  swapsFit,
  type UnitSpec,
  walkDue,
  walkResume,
  worksOn,
} from './test-enumeration.ts';
import { buildWorkCalendar, openingHoursProblems } from './work-calendar.ts';

/** Each unit is asked so many times: 100 units make 10,000 cases. */
const CASES = 100;
const UNITS = 100;
const DAY = 86_400_000;
vi.setConfig({ testTimeout: 180_000 });

const data = loadHolidayData();

const calendarOf = (spec: UnitSpec): WorkCalendar =>
  buildWorkCalendar({
    rules: data.rules,
    decisions: [
      ...data.decisions,
      ...spec.swaps.map((swap) => ({
        kind: 'swap' as const,
        ...swap,
        source_ref: 'thử',
        sure: 'm' as const,
        verified_at: null,
      })),
    ],
    hours: spec.hours,
    unitDays: spec.days,
    years: { from: 2025, to: 2028 },
  });

const time = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** One to three blocks between 6:00 and 20:00 with breaks between them, an hour at least in all. */
const blocks = fc
  .uniqueArray(fc.integer({ min: 360, max: 1200 }), { minLength: 2, maxLength: 6 })
  .map((cuts) => {
    const sorted = cuts.sort((a, b) => a - b);
    const pairs: [number, number][] = [];
    for (let at = 0; at + 1 < sorted.length; at += 2) pairs.push([sorted[at] ?? 0, sorted[at + 1] ?? 0]);
    return pairs;
  })
  .filter((pairs) => pairs.reduce((sum, [from, to]) => sum + to - from, 0) >= 60)
  .map((pairs) => pairs.map(([from, to]): [string, string] => [time(from), time(to)]));

const week = fc
  .record({
    weekend: fc.constantFrom<number[]>([6, 0], [0], [6, 0], [0, 3]),
    usual: blocks,
    other: blocks,
    oddDay: fc.nat(6),
  })
  .map(({ weekend, usual, other, oddDay }) => ({
    weekend,
    blocks: Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6]
        .filter((day) => !weekend.includes(day))
        .map((day) => [String(day), day === oddDay ? other : usual]),
    ),
  }));

const someDay = fc.integer({ min: 40, max: 700 }).map(dayText);
const hours: fc.Arbitrary<DatedHours[]> = fc
  .tuple(week, fc.array(fc.record({ from: someDay, week }), { maxLength: 2 }))
  .map(([first, later]) => [
    { effective_from: '2025-01-01', ...first },
    ...new Map(later.map(({ from, week: next }) => [from, { effective_from: from, ...next }])).values(),
  ]);

const saturday = fc.integer({ min: 6, max: 90 }).map((weeks) => dayText(5 + 7 * weeks));
const weekday = fc.record({ weeks: fc.integer({ min: 6, max: 90 }), day: fc.nat(4) });
const swap: fc.Arbitrary<Swap> = fc.record({
  off: weekday.map(({ weeks, day }) => dayText(day + 7 * weeks)),
  work: saturday,
});
const unitDay: fc.Arbitrary<UnitDay> = fc.record({
  day: someDay,
  kind: fc.constantFrom('extra-reception', 'unit-closing'),
  name: fc.constant('thử'),
  blocks: fc.constant([]),
  source_ref: fc.constant('thử'),
});
const unit: fc.Arbitrary<UnitSpec> = fc
  .record({ hours, swaps: fc.array(swap, { maxLength: 2 }), days: fc.array(unitDay, { maxLength: 3 }) })
  .filter((spec) => swapsFit(spec.swaps) && spec.hours.every((one) => openingHoursProblems(one).length === 0))
  .map((spec) => ({ ...spec, days: [...new Map(spec.days.map((one) => [one.day, one])).values()] }));

const [FIRST, LAST] = [firstDay('2026-01-01').getTime(), firstDay('2027-06-01').getTime()];
const received = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }).map((ms) => new Date(ms)),
  // Whole minutes fall on the ends of blocks.
  fc.integer({ min: FIRST / 60_000, max: LAST / 60_000 }).map((minutes) => new Date(minutes * 60_000)),
  // And the moments at which a rule turns, with the moment before and after.
  fc
    .record({
      day: fc.nat(510),
      minute: fc.constantFrom(0, 450, 690, 780, 900, 1020),
      beside: fc.constantFrom(-1, 0, 1, 30_000),
    })
    .map(({ day, minute, beside }) => new Date(FIRST + day * DAY + minute * 60_000 + beside)),
);
const duration: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ unit: fc.constant('working-day' as const), amount: fc.integer({ min: 1, max: 45 }) }),
  fc.record({ unit: fc.constant('day' as const), amount: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ unit: fc.constant('month' as const), amount: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ unit: fc.constant('working-minute' as const), amount: fc.integer({ min: 1, max: 2400 }) }),
  fc.constant<Duration>({ unit: 'same-day' }),
);
const rule = fc.constantFrom(undefined, '15h' as const);
const filing = fc.record({ receivedAt: received, span: duration, rule });
type Filing = { receivedAt: Date; span: Duration; rule: '15h' | undefined };

/** Holds for units of all kinds and `count` filings at each. */
function forUnits<T>(
  of: fc.Arbitrary<T>,
  check: (calendar: WorkCalendar, walked: Enumeration, one: T) => void,
  count = 20,
) {
  fc.assert(
    fc.property(unit, fc.array(of, { minLength: count, maxLength: count }), (spec, all) => {
      const [calendar, walked] = [calendarOf(spec), enumerate(spec)];
      for (const one of all) check(calendar, walked, one);
    }),
    // Making a whole unit smaller takes minutes; the seed that is printed repeats the case.
    { numRuns: UNITS, endOnFailure: true },
  );
}

const dueOf = (calendar: WorkCalendar, { receivedAt, span, rule: late }: Filing) =>
  computeDue({ receivedAt, duration: span, rule: late, calendar });

test('10,000 random cases equal a minute-by-minute walk', () => {
  let cases = 0;
  forUnits(
    filing,
    (calendar, walked, one) => {
      const { dueIso, due } = dueOf(calendar, one);
      expect(due.toISOString(), dueIso).toBe(walkDue(walked, one.receivedAt, one.span, one.rule).toISOString());
      cases += 1;
    },
    CASES,
  );
  expect(cases).toBe(10_000);
});

test('never falls on a day off, outside the hours or before the reception, and says so in one sentence', () => {
  forUnits(filing, (calendar, walked, one) => {
    const { due, dueIso, steps, sentence } = dueOf(calendar, one);
    expect(worksOn(walked, due), dueIso).toBe(true);
    expect(isOpenJustBefore(walked, due), dueIso).toBe(true);
    expect(due.getTime()).toBeGreaterThanOrEqual(one.receivedAt.getTime() - 60_000);
    for (const step of steps) expect(step.date <= dueIso.slice(0, 10)).toBe(true);
    expect(sentence.match(/\.$/)).not.toBeNull();
    expect(sentence).toContain(`hẹn trả lúc ${dueIso.slice(11, 16)}`);
  });
});

test('a later reception never gives an earlier due date', () => {
  const pair = fc.tuple(filing, fc.oneof(fc.integer({ min: 0, max: 20 * DAY }), fc.integer({ min: 0, max: 60_000 })));
  forUnits(pair, (calendar, _, [one, wait]) => {
    const later = { ...one, receivedAt: new Date(one.receivedAt.getTime() + wait) };
    expect(dueOf(calendar, later).due.getTime()).toBeGreaterThanOrEqual(dueOf(calendar, one).due.getTime());
  });
});

const paused = fc.tuple(filing, fc.integer({ min: 0, max: 30 * DAY }), fc.integer({ min: 0, max: 10 * DAY }));
const resume = (calendar: WorkCalendar, due: Date, at: Date, ms: number) =>
  resumeDue({ due, requestedAt: at, resumedAt: new Date(at.getTime() + ms), calendar }).due;

test('a pause moves the date by exactly its length on the clock, then to the nearest working time', () => {
  forUnits(paused, (calendar, walked, [one, pause]) => {
    const { due } = dueOf(calendar, one);
    expect(resume(calendar, due, one.receivedAt, pause).toISOString()).toBe(
      walkResume(walked, due, pause).toISOString(),
    );
  });
});

test('no pause moves nothing, and a longer one never ends earlier', () => {
  forUnits(paused, (calendar, walked, [one, pause, more]) => {
    const { due } = dueOf(calendar, one);
    const after = (ms: number) => resume(calendar, due, one.receivedAt, ms).getTime();
    expect(after(0)).toBe(due.getTime());
    expect(after(pause + more)).toBeGreaterThanOrEqual(after(pause));
    expect(worksOn(walked, new Date(after(pause)))).toBe(true);
  });
});

test('where the hours stay the same, a week of waiting is exactly a week', () => {
  const calendar = loadCalendar({ from: 2025, to: 2028 });
  const walked = enumerate({ hours: [{ effective_from: '2025-01-01', ...defaultHours() }], swaps: [], days: [] });
  let exact = 0;
  fc.assert(
    fc.property(filing, (one) => {
      const { due } = dueOf(calendar, one);
      const moved = new Date(due.getTime() + 7 * DAY);
      if (!worksOn(walked, moved)) return;
      exact += 1;
      expect(resume(calendar, due, one.receivedAt, 7 * DAY)).toEqual(moved);
    }),
    { numRuns: 500 },
  );
  expect(exact).toBeGreaterThan(300);
});
