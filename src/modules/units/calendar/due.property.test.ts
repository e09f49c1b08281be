import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { computeDue, resumeDue } from './due.ts';
import type { Duration } from './duration.ts';
import { isoLocal } from './local-date.ts';
import { loadCalendar } from './test-data.ts';

const calendar = loadCalendar();

/** Weekdays off of 2026 and 2027, written down by hand and not by the rules under test. */
const OFF = new Set(
  [
    '2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-04-30 2026-05-01',
    '2026-08-31 2026-09-01 2026-09-02 2026-11-24',
    '2027-01-01 2027-02-04 2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-04-16 2027-04-30 2027-05-03',
    '2027-09-02 2027-09-03 2027-11-24',
  ].flatMap((line) => line.split(' ')),
);
const WORKED_SATURDAYS = new Set(['2026-01-10', '2026-08-22']);
const [FIRST, LAST] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 5, 1)];
const MINUTE = 60_000;
/** 10,000 by hand (`DUE_RUNS=10000`); fewer in the everyday suite. */
const RUNS = Number(process.env.DUE_RUNS ?? 200);
vi.setConfig({ testTimeout: 120_000 });

const received = fc.integer({ min: FIRST, max: LAST }).map((ms) => new Date(ms));
const duration: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ unit: fc.constant('working-day' as const), amount: fc.integer({ min: 1, max: 45 }) }),
  fc.record({ unit: fc.constant('day' as const), amount: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ unit: fc.constant('working-minute' as const), amount: fc.integer({ min: 1, max: 2400 }) }),
  fc.constant<Duration>({ unit: 'same-day' }),
);
const rule = fc.constantFrom(undefined, '15h' as const);

/** The brute force: walks minute by minute on a clock that is shifted to Viet Nam, with nothing but the sets above. */
const DAY = 1440 * MINUTE;
const midnight = (local: number): number => Math.floor(local / DAY) * DAY;
const timeOf = (local: number): number => (local - midnight(local)) / MINUTE;
const known = new Map<number, boolean>();
const worked = (local: number): boolean => {
  const day = midnight(local);
  const cached = known.get(day);
  if (cached !== undefined) return cached;
  const [text, weekday] = [new Date(day).toISOString().slice(0, 10), new Date(day).getUTCDay()];
  const result = WORKED_SATURDAYS.has(text) || (weekday > 0 && weekday < 6 && !OFF.has(text));
  known.set(day, result);
  return result;
};
const open = (local: number): boolean => {
  const time = timeOf(local);
  return worked(local) && ((time >= 450 && time < 690) || (time >= 780 && time < 1020));
};

function bruteForce(at: Date, span: Duration, late: '15h' | undefined): string {
  const arrival = at.getTime() + 420 * MINUTE;
  let local = Math.floor(arrival / MINUTE) * MINUTE;
  const seconds = arrival - local;
  const justClosed = worked(local) && timeOf(local) === 1020 && seconds === 0;
  if (span.unit === 'working-minute') {
    let left = span.amount;
    while (left > 0) {
      if (open(local)) left--;
      local += MINUTE;
    }
    return isoOf(local);
  }
  while (!justClosed && !open(local)) local += MINUTE;
  let day = midnight(local);
  const isLate = late === '15h' && day === midnight(arrival) && arrival - day > 900 * MINUTE;
  if (span.unit === 'day') day += span.amount * DAY;
  else
    for (let left = span.unit === 'working-day' ? span.amount : Number(isLate); left > 0; ) {
      day += DAY;
      if (worked(day)) left--;
    }
  while (!worked(day)) day += DAY;
  return isoOf(day + 1020 * MINUTE);
}

const isoOf = (local: number): string => isoLocal(new Date(local - 420 * MINUTE));

test('agrees with a minute-by-minute walk', () => {
  fc.assert(
    fc.property(received, duration, rule, (receivedAt, span, late) => {
      expect(computeDue({ receivedAt, duration: span, rule: late, calendar }).dueIso).toBe(
        bruteForce(receivedAt, span, late),
      );
    }),
    { numRuns: RUNS },
  );
});

test('never falls on a day off, outside the hours or before the reception', () => {
  fc.assert(
    fc.property(received, duration, rule, (receivedAt, span, late) => {
      const { due, dueIso, steps } = computeDue({ receivedAt, duration: span, rule: late, calendar });
      const local = due.getTime() + 420 * MINUTE;
      expect(worked(local), dueIso).toBe(true);
      expect(open(local - MINUTE), dueIso).toBe(true);
      expect(due.getTime()).toBeGreaterThanOrEqual(receivedAt.getTime() - MINUTE);
      for (const step of steps) expect(step.date <= dueIso.slice(0, 10)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('a later reception never gives an earlier due date', () => {
  const later = fc.integer({ min: 0, max: 20 * DAY });
  fc.assert(
    fc.property(received, later, duration, rule, (receivedAt, wait, span, late) => {
      const early = computeDue({ receivedAt, duration: span, rule: late, calendar });
      const after = computeDue({
        receivedAt: new Date(receivedAt.getTime() + wait),
        duration: span,
        rule: late,
        calendar,
      });
      expect(after.due.getTime()).toBeGreaterThanOrEqual(early.due.getTime());
    }),
    { numRuns: RUNS },
  );
});

test('a pause of whole days moves an end of day by those days; a longer pause never ends earlier', () => {
  const pause = fc.integer({ min: 0, max: 30 * DAY });
  fc.assert(
    fc.property(received, duration, pause, pause, (receivedAt, span, shorter, more) => {
      const { due } = computeDue({ receivedAt, duration: span, calendar });
      const resume = (ms: number) =>
        resumeDue({
          due,
          requestedAt: receivedAt,
          resumedAt: new Date(receivedAt.getTime() + ms),
          calendar,
        }).due.getTime();
      expect(resume(0)).toBe(due.getTime());
      expect(resume(shorter + more)).toBeGreaterThanOrEqual(resume(shorter));
      expect(resume(shorter)).toBeGreaterThanOrEqual(due.getTime());
      const moved = due.getTime() + 7 * DAY;
      if (worked(moved + 420 * MINUTE)) expect(resume(7 * DAY)).toBe(moved);
      expect(worked(resume(shorter) + 420 * MINUTE)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});
