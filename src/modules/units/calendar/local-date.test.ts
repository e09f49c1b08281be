import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  compareDates,
  dateOf,
  daysBetween,
  isoLocal,
  localDate,
  parseLocalDate,
  showDay,
  showTime,
  toInstant,
  toLocal,
  weekdayOf,
} from './local-date.ts';

test('only real days are dates', () => {
  expect(parseLocalDate('2024-02-29')).toBe('2024-02-29');
  for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-01-01T00:00', ''])
    expect(parseLocalDate(text)).toBeUndefined();
  expect(dateOf(2026, 4, 31)).toBeUndefined();
  expect(dateOf(Number.NaN, 1, 1)).toBeUndefined();
  expect(() => localDate('30/04/2026')).toThrow(RangeError);
  expect(() => addDays(localDate('2026-01-01'), Number.NaN)).toThrow(RangeError);
  expect(() => addDays(localDate('2026-01-01'), 1e9)).toThrow(RangeError);
});

test('midnight in Viet Nam starts the day, whatever zone the machine keeps', () => {
  expect(toLocal(new Date('2026-04-25T17:00:00Z'))).toEqual({ date: '2026-04-26', minutes: 0 });
  expect(toLocal(new Date('2026-04-25T16:59:30Z'))).toEqual({ date: '2026-04-25', minutes: 1439.5 });
  expect(isoLocal(toInstant(localDate('2026-04-26'), 450))).toBe('2026-04-26T07:30:00+07:00');
  expect(isoLocal(new Date('2026-01-01T00:00:00.250Z'))).toBe('2026-01-01T07:00:00.250+07:00');
  expect(() => toLocal(new Date(Number.NaN))).toThrow(RangeError);
});

test('a month later is the corresponding day, or the last of a shorter month', () => {
  expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28');
  expect(addMonths(localDate('2024-01-31'), 1)).toBe('2024-02-29');
  expect(addMonths(localDate('2026-12-05'), 12)).toBe('2027-12-05');
});

test('weekdays, distances, wording', () => {
  expect(weekdayOf(localDate('2026-02-17'))).toBe(2);
  expect(daysBetween(localDate('2026-02-28'), localDate('2026-03-01'))).toBe(1);
  expect(compareDates(localDate('2026-02-28'), localDate('2026-03-01'))).toBe(-1);
  expect(showDay(localDate('2026-04-26'))).toBe('Chủ nhật 26/04/2026');
  expect(showTime(450.9)).toBe('07:30');
});

test('instants go to local time and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200_000_000_000, max: 7_000_000_000_000 }), (ms) => {
      const { date, minutes } = toLocal(new Date(ms));
      expect(toInstant(date, minutes).getTime()).toBe(ms);
      expect(new Date(isoLocal(new Date(ms))).getTime()).toBe(ms);
    }),
  );
});
