import { expect, test } from 'vitest';
import { localDate } from './local-date.ts';
import type { OpeningHours, UnitDay } from './model.ts';
import { defaultHours, loadCalendar } from './test-data.ts';
import {
  addWorkingDays,
  blocksOn,
  covers,
  hoursOn,
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

const friendly = (day: string): UnitDay => ({
  day,
  kind: 'extra-reception',
  name: 'Ngày thứ bảy thân thiện',
  blocks: [['07:30', '11:00']],
  source_ref: 'Lịch của đơn vị',
});

test('a Friendly Saturday receives people but is no working day', () => {
  const own = loadCalendar({ unitDays: [friendly('2026-05-09')] });
  expect(isWorkingDay(own, localDate('2026-05-09'))).toBe(false);
  expect(nextWorkingDay(own, localDate('2026-05-08'))).toBe('2026-05-11');
  expect(own.receptions['2026-05-09']).toMatchObject({ blocks: [[450, 660]] });
});

test('extra reception changes no day, whatever it falls on', () => {
  const own = loadCalendar({ unitDays: ['2026-04-27', '2026-04-28', '2026-01-10'].map(friendly) });
  for (const day of ['2026-04-27', '2026-04-28', '2026-01-10'])
    expect(isWorkingDay(own, localDate(day))).toBe(isWorkingDay(calendar, localDate(day)));
});

test('a closing of its own is a day off of that unit, also on a swapped Saturday', () => {
  const closing = (day: string): UnitDay => ({
    ...friendly(day),
    kind: 'unit-closing',
    name: 'Dời trụ sở',
    blocks: [],
  });
  const own = loadCalendar({ unitDays: ['2026-05-12', '2026-01-10', '2026-09-02'].map(closing) });
  expect(isWorkingDay(own, localDate('2026-05-12'))).toBe(false);
  expect(isWorkingDay(own, localDate('2026-01-10'))).toBe(false);
  expect(own.days['2026-09-02']).toMatchObject({ kind: 'holiday', name: 'Quốc khánh' });
});

test('hours change on their day, and so do the weekly days off', () => {
  const weekdays = defaultHours().blocks;
  const own = loadCalendar({
    hours: [
      { effective_from: '2026-06-01', weekend: [0], blocks: { ...weekdays, 6: [['08:00', '11:00']] } },
      { effective_from: '2021-01-01', ...defaultHours() },
    ],
  });
  expect(isWorkingDay(own, localDate('2026-05-30'))).toBe(false);
  expect(isWorkingDay(own, localDate('2026-06-06'))).toBe(true);
  expect(blocksOn(own, localDate('2026-06-06'))).toEqual([[480, 660]]);
  expect(hoursOn(own, localDate('2020-01-01')).weekend).toEqual([6, 0]);
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
