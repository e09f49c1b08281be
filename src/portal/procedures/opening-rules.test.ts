import { expect, it } from 'vitest';
import { openingLines } from './opening-rules.ts';

const DAY = [
  [450, 690],
  [780, 1020],
] as const;
const WEEKDAYS = { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY };

it('tells equal days together', () => {
  expect(openingLines(WEEKDAYS, 'vi')).toEqual(['Thứ Hai đến thứ Sáu: 7:30–11:30, 13:00–17:00']);
  expect(openingLines({ ...WEEKDAYS, 6: [[450, 690]] }, 'en')).toEqual([
    'Monday to Friday: 7:30–11:30, 13:00–17:00',
    'Saturday: 7:30–11:30',
  ]);
});

it('leaves closed days out, also in the middle', () => {
  expect(openingLines({ 1: DAY, 3: DAY }, 'vi')).toHaveLength(2);
  expect(openingLines({}, 'vi')).toEqual([]);
});
