import { expect, test } from 'vitest';
import { specialDays } from './holidays.ts';
import { type LocalDate, localDate, weekdayOf } from './local-date.ts';
import type { CalendarDay } from './model.ts';
import { loadHolidayData } from './test-data.ts';

const data = loadHolidayData();

function daysOff(year: number): string[] {
  return [...specialDays(data, { from: year, to: year })]
    .filter(([, day]) => day.kind !== 'swapped-working-saturday')
    .map(([date]) => date.slice(5))
    .sort();
}

const kindOf = (year: number, date: string) => specialDays(data, { from: year, to: year }).get(date as LocalDate)?.kind;

test('2023: a Sunday New Year, Tết on Sunday, Giỗ Tổ and 30/4 at a weekend, 2/9 on Saturday', () => {
  expect(daysOff(2023)).toEqual(
    '01-01 01-02 01-20 01-21 01-22 01-23 01-24 01-25 01-26 04-29 04-30 05-01 05-02 05-03 09-01 09-02 09-04'.split(' '),
  );
});

test('2024: 29/4 swapped with Saturday 4/5', () => {
  expect(daysOff(2024)).toEqual(
    '01-01 02-08 02-09 02-10 02-11 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03'.split(' '),
  );
  expect(kindOf(2024, '2024-04-29')).toBe('swapped-off');
  expect(kindOf(2024, '2024-05-04')).toBe('swapped-working-saturday');
});

test('2025: 24/11 is not yet a holiday', () => {
  expect(daysOff(2025)).toEqual('01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02'.split(' '));
});

test('2026: Giỗ Tổ on Sunday is made up on Monday, 24/11 is a holiday', () => {
  expect(daysOff(2026)).toEqual(
    '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-26 04-27 04-30 05-01 08-31 09-01 09-02 11-24'.split(' '),
  );
  expect(kindOf(2026, '2026-04-27')).toBe('make-up');
  expect(kindOf(2026, '2026-01-10')).toBe('swapped-working-saturday');
  expect(kindOf(2026, '2026-11-24')).toBe('holiday');
});

test('without decisions the rules give the same weekdays off; only swaps are unknown', () => {
  const weekdaysOff = (days: Map<LocalDate, CalendarDay>) =>
    [...days]
      .filter(([date, day]) => ['holiday', 'make-up'].includes(day.kind) && ![0, 6].includes(weekdayOf(date)))
      .map(([date]) => date)
      .sort();
  const years = { from: 2023, to: 2026 };
  expect(weekdaysOff(specialDays({ ...data, decisions: [] }, years))).toEqual(weekdaysOff(specialDays(data, years)));
});

test('a year without decision is tentative where a decision is due, and only there', () => {
  const days = specialDays(data, { from: 2027, to: 2027 });
  const tentative = [...days].filter(([, day]) => day.tentative).map(([date]) => date);
  expect(tentative.sort()).toEqual(
    [
      '2027-02-04',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2027-09-03',
    ].sort(),
  );
  expect(days.get(localDate('2027-02-09'))).toMatchObject({ kind: 'make-up', tentative: true });
  expect(days.get(localDate('2027-11-24'))).toMatchObject({ kind: 'holiday', tentative: false });
});

test('every entry names its source and how sure it is, and its dates are days', () => {
  for (const entry of [...data.rules, ...data.decisions]) {
    expect(entry.source_ref.length).toBeGreaterThan(8);
    expect(['V', 'M', 'm']).toContain(entry.sure);
    expect(entry.sure === 'V').toBe(entry.verified_at !== null);
  }
  for (const rule of data.rules) expect(localDate(rule.effective_from)).toBe(rule.effective_from);
});
