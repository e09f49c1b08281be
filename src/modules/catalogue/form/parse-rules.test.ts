import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from './clean-rules.ts';
import type { Field } from './field-model.ts';
import { dateBoxes, parseField } from './parse-rules.ts';

const label = { vi: 'Ô' };
const field = (type: string, more: object = {}) => ({ type, key: 'a', label, ...more }) as Field;
const date = (day: string, month: string, year: string) => ({ 'a-day': day, 'a-month': month, 'a-year': year });

describe('what was typed becomes', () => {
  test.each([
    ['person-name', { a: '  nguyễn  thị   AN ' }, 'nguyễn thị AN'],
    ['person-name', { a: 'NGUYỄN THỊ AN' }, 'Nguyễn Thị An'],
    ['person-name', { a: "k'sor h'nan" }, "K'Sor H'Nan"],
    ['date', date('5', '3', '2026'), '2026-03-05'],
    ['date', date('31', '2', '2026'), '31/2/2026'],
    ['date', date('', '', '2026'), '//2026'],
    ['date', date('', '', ''), ''],
    ['date-or-year', date('', '', '1998'), '1998'],
    ['date-or-year', date('', '5', '1998'), '/5/1998'],
    ['sex', { a: 'nu' }, 'nu'],
    ['sex', { a: 'x' }, ''],
    ['ethnicity', { a: 'Kinh', 'a-other': 'x' }, 'Kinh'],
    ['ethnicity', { a: 'khac', 'a-other': 'Pa Kô' }, 'Pa Kô'],
    ['nationality', { a: 'Sao Hỏa' }, ''],
    ['citizen-no', { a: '079 195 000 123' }, '079195000123'],
    ['citizen-no', { a: '０79195000123' }, '079195000123'],
    ['phone', { a: '+84 912.345.678' }, '0912345678'],
    ['phone', { a: '01234567890' }, '0834567890'],
    ['phone', { a: 'gọi con' }, 'gọicon'],
    ['email', { a: ' an@vidu.vn ' }, 'an@vidu.vn'],
    ['number', { a: ' 007 ' }, '7'],
    ['number', { a: 'hai' }, 'hai'],
    ['statement', { a: 'on' }, 'yes'],
    ['statement', {}, ''],
    ['text', { a: ['một', 'hai'] }, 'một'],
    ['file', { a: 'x' }, ''],
  ])('%s %o', (type, posted, value) => {
    expect(parseField(field(type), posted)).toBe(value);
  });

  test('a place keeps its parts', () => {
    const posted = { a: 'Số 5', 'a-commune': 'Chánh Hiệp', 'a-province': '' };
    expect(parseField(field('place', { detail: 'required' }), posted)).toEqual({
      detail: 'Số 5',
      commune: 'Chánh Hiệp',
      province: '',
    });
    expect(parseField(field('place', { detail: 'none' }), {})).toBe('');
  });

  test('text without what a database refuses, in one spelling', () => {
    expect(cleanText('a\u0000b\u200B\r\nc\uD800', true)).toBe('a b\nc\uFFFD');
    expect(cleanText('Hòa')).toBe('Hòa'.normalize('NFC'));
    const odd = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r',
      '\u0000',
      '\u0301',
      '\uD83D',
      '\uDE00',
      'ê',
      'ư',
      '\u200D',
      '\u2028',
      '\uFEFF',
    );
    fc.assert(
      fc.property(
        fc.array(odd, { maxLength: 20 }).map((parts) => parts.join('')),
        fc.boolean(),
        (text, lines) => {
          const clean = cleanText(text, lines);
          expect([...clean].filter((char) => char < ' ' && char !== '\n')).toEqual([]);
          expect(clean.isWellFormed()).toBe(true);
          expect(cleanText(clean, lines)).toBe(clean);
        },
      ),
    );
  });

  test('a date shows again as it was typed', () => {
    const box = fc.constantFrom('', '1', '05', '12', '31', '99', '26', '1998', 'x');
    const plain = (text: string) => text.replace(/^0(?=\d)/, '');
    fc.assert(
      fc.property(box, box, box, (day, month, year) => {
        const boxes = dateBoxes(parseField(field('date'), date(day, month, year)));
        expect([boxes.day, boxes.month, boxes.year].map(plain)).toEqual([day, month, year].map(plain));
      }),
    );
  });
});
