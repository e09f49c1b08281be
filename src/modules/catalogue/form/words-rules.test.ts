import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateInWords, shortDate, upperName } from './words-rules.ts';

describe('ghi bằng chữ', () => {
  test.each([
    ['2026-03-15', 'ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi sáu'],
    ['2026-04-04', 'ngày bốn tháng tư năm hai nghìn không trăm hai mươi sáu'],
    ['2005-12-24', 'ngày hai mươi tư tháng mười hai năm hai nghìn không trăm linh năm'],
    ['1991-01-31', 'ngày ba mươi mốt tháng một năm một nghìn chín trăm chín mươi mốt'],
    ['2010-10-10', 'ngày mười tháng mười năm hai nghìn không trăm mười'],
    ['1955-11-21', 'ngày hai mươi mốt tháng mười một năm một nghìn chín trăm năm mươi lăm'],
    ['2000', 'năm hai nghìn'],
    ['1900', 'năm một nghìn chín trăm'],
    ['31/2/2026', ''],
    ['2026-02-30', ''],
    ['', ''],
  ])('%s', (value, words) => {
    expect(dateInWords(value)).toBe(words);
  });

  test('different days have different words', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(dateInWords(a)).toMatch(/^ngày [\p{L} ]+ tháng [\p{L} ]+ năm [\p{L} ]+$/u);
        expect(dateInWords(a) === dateInWords(b)).toBe(a === b);
      }),
    );
  });
});

test('dates and names as they stand on paper', () => {
  expect([shortDate('2026-03-05'), shortDate('1998'), shortDate('31/2/2026')]).toEqual([
    '05/03/2026',
    '1998',
    '31/2/2026',
  ]);
  expect(upperName('Đặng Thị Ý Nhi')).toBe('ĐẶNG THỊ Ý NHI');
});
