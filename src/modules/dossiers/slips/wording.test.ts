import { expect, test } from 'vitest';
import { dateInWords, localDay, timeInWords } from './wording.ts';

test('days below 10 and months 1 and 2 keep the zero', () => {
  expect(dateInWords(new Date('2026-02-05T03:00:00Z'))).toBe('ngày 05 tháng 02 năm 2026');
  expect(dateInWords(new Date('2026-03-15T03:00:00Z'))).toBe('ngày 15 tháng 3 năm 2026');
});

test('the local day is +07:00', () => {
  expect(localDay(new Date('2026-11-24T16:59:59Z'))).toBe('2026-11-24');
  expect(localDay(new Date('2026-11-24T17:00:00Z'))).toBe('2026-11-25');
  expect(timeInWords(new Date('2026-11-24T17:05:00Z'))).toBe('00 giờ 05 phút, ngày 25 tháng 11 năm 2026');
});
