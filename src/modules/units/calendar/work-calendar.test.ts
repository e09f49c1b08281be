import { expect, test } from 'vitest';
import { localDate } from './local-date.ts';
import type { CalendarDay, OpeningHours } from './model.ts';
import { defaultHours, loadCalendar } from './test-data.ts';
import {
  addWorkingDays,
  blocksOn,
  covers,
  isWorkingDay,
  nextWorkingDay,
  openAndClose,
  openingHoursProblems,
} from './work-calendar.ts';

const calendar = loadCalendar();
const working = (date: string) => isWorkingDay(calendar, localDate(date));

test('weekends, holidays, make-up days and swaps', () => {
  expect(working('2026-04-24')).toBe(true);
  expect(working('2026-04-25')).toBe(false);
  expect(working('2026-04-27')).toBe(false);
  expect(working('2026-01-02')).toBe(false);
  expect(working('2026-01-10')).toBe(true);
  expect(working('2026-11-24')).toBe(false);
  expect(working('2025-11-24')).toBe(true);
});

test('next and n-th working day', () => {
  expect(nextWorkingDay(calendar, localDate('2026-02-13'))).toBe('2026-02-23');
  expect(addWorkingDays(calendar, localDate('2026-04-24'), 2)).toBe('2026-04-29');
  expect(addWorkingDays(calendar, localDate('2026-04-24'), 0)).toBe('2026-04-24');
  for (const count of [-1, 0.5, Number.NaN])
    expect(() => addWorkingDays(calendar, localDate('2026-04-24'), count)).toThrow(RangeError);
});

test('a Friendly Saturday receives people but is no working day', () => {
  const friendly: CalendarDay = {
    kind: 'extra-reception',
    name: 'Ngày thứ bảy thân thiện',
    tentative: false,
    sure: 'M',
    source_ref: 'Lịch của đơn vị',
  };
  const own = loadCalendar({ unitDays: { '2026-05-09': friendly } });
  expect(isWorkingDay(own, localDate('2026-05-09'))).toBe(false);
  expect(nextWorkingDay(own, localDate('2026-05-08'))).toBe('2026-05-11');
});

test('a swapped Saturday keeps the hours of the day it stands for', () => {
  const hours: OpeningHours = { ...defaultHours(), blocks: { ...defaultHours().blocks, 5: [['08:00', '11:00']] } };
  const own = loadCalendar({ hours });
  expect(blocksOn(own, localDate('2026-01-10'))).toEqual([[480, 660]]);
  expect(blocksOn(own, localDate('2026-01-17'))).toEqual([]);
  expect(openAndClose(own, localDate('2026-01-12'))).toEqual({ opening: 450, closing: 1020 });
  expect(() => openAndClose(own, localDate('2026-01-17'))).toThrow(RangeError);
});

test('where Saturday is worked, a holiday on it is not made up', () => {
  const weekdays = defaultHours().blocks;
  const own = loadCalendar({ hours: { weekend: [0], blocks: { ...weekdays, 6: [['07:30', '11:30']] } } });
  expect(isWorkingDay(own, localDate('2026-05-09'))).toBe(true);
  expect(isWorkingDay(own, localDate('2023-05-02'))).toBe(false);
  expect(isWorkingDay(own, localDate('2023-05-03'))).toBe(true);
});

test('the calendar covers only years whose holidays are known', () => {
  expect(covers(calendar, localDate('2021-01-01'))).toBe(true);
  expect(covers(loadCalendar({ from: 2019 }), localDate('2020-12-31'))).toBe(false);
  expect(covers(calendar, localDate('2046-01-01'))).toBe(false);
});

test('opening hours with mistakes are told in sentences and refused', () => {
  const blocks = defaultHours().blocks;
  const bad: OpeningHours[] = [
    { weekend: [6, 0], blocks: { ...blocks, 1: [] } },
    { weekend: [6, 0], blocks: { ...blocks, 1: [['13:00', '11:30']] } },
    {
      weekend: [6, 0],
      blocks: {
        ...blocks,
        1: [
          ['07:30', '11:30'],
          ['11:00', '17:00'],
        ],
      },
    },
    { weekend: [6, 0], blocks: { ...blocks, 1: [['7h30', '11h30']] } },
    { weekend: [6, 7], blocks },
    { weekend: [0, 1, 2, 3, 4, 5, 6], blocks },
  ];
  for (const hours of bad) {
    expect(openingHoursProblems(hours).length, JSON.stringify(hours)).toBeGreaterThan(0);
    expect(() => loadCalendar({ hours })).toThrow(RangeError);
  }
  expect(openingHoursProblems(defaultHours())).toEqual([]);
});
