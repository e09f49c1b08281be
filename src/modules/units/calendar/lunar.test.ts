import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type LocalDate, localDate } from './local-date.ts';
import { gioTo, lunarToSolar, solarToLunar, tet } from './lunar.ts';

/** Computed independently at UTC+7; 2024–2026 agree with the published calendars. */
const TABLE: [number, string, string][] = [
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
  [2027, '2027-02-06', '2027-04-16'],
  [2028, '2028-01-26', '2028-04-04'],
  [2029, '2029-02-13', '2029-04-23'],
  [2030, '2030-02-02', '2030-04-12'],
  [2031, '2031-01-23', '2031-04-01'],
  [2032, '2032-02-11', '2032-04-19'],
  [2033, '2033-01-31', '2033-04-09'],
  [2034, '2034-02-19', '2034-04-28'],
  [2035, '2035-02-08', '2035-04-17'],
];

test.each(TABLE)('Tết and Giỗ Tổ of %i', (year, newYear, kings) => {
  expect(tet(year)).toBe(newYear);
  expect(gioTo(year)).toBe(kings);
});

test('differs from the Chinese calendar where it must', () => {
  expect(tet(2030)).not.toBe('2030-02-03');
  expect(tet(1985)).toBe('1985-01-21');
  expect(tet(2007)).toBe('2007-02-17');
});

test('leap months: month 2 of 2023, month 6 of 2025, month 11 of 2033', () => {
  expect(solarToLunar(localDate('2023-03-22'))).toEqual({ year: 2023, month: 2, day: 1, leap: true });
  expect(solarToLunar(localDate('2025-07-25'))).toEqual({ year: 2025, month: 6, day: 1, leap: true });
  expect(solarToLunar(localDate('2033-12-22'))).toEqual({ year: 2033, month: 11, day: 1, leap: true });
});

test('the last days of a lunar year belong to it', () => {
  expect(solarToLunar(localDate('2026-02-16'))).toEqual({ year: 2025, month: 12, day: 29, leap: false });
  expect(solarToLunar(localDate('2026-01-01'))).toEqual({ year: 2025, month: 11, day: 13, leap: false });
});

test('there is no leap month or thirtieth where the calendar has none', () => {
  expect(lunarToSolar({ year: 2025, month: 6, day: 1, leap: true })).toBe('2025-07-25');
  expect(lunarToSolar({ year: 2026, month: 6, day: 1, leap: true })).toBeUndefined();
  expect(lunarToSolar({ year: 2025, month: 12, day: 30, leap: false })).toBeUndefined();
  expect(lunarToSolar({ year: 2025, month: 13, day: 1, leap: false })).toBeUndefined();
  expect(() => tet(1800)).toThrow(RangeError);
});

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((days): LocalDate => addDays(localDate('1901-01-01'), days));

test('to the lunar calendar and back is the same day', () => {
  fc.assert(
    fc.property(anyDay, (date) => lunarToSolar(solarToLunar(date)) === date),
    { numRuns: 500 },
  );
});

test('the next day is the next lunar day or the first of a month', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const [today, next] = [solarToLunar(date), solarToLunar(addDays(date, 1))];
      return next.day === 1 ? today.day >= 29 : next.day === today.day + 1 && next.month === today.month;
    }),
    { numRuns: 500 },
  );
});
