import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  birthYearOf,
  type CitizenNoData,
  checkCitizenNo,
  maskCitizenNo,
  normalizeCitizenNo,
  sexOf,
} from './citizen-no-rules.ts';

const data: CitizenNoData = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../db/seed/identity/citizen-no.json'), 'utf8'),
);
const today = '2026-11-24';
const check = (text: string, facts: { sex?: 'nam' | 'nu'; dateOfBirth?: string; today?: string } = {}) => {
  const { result, findings } = checkCitizenNo(text, { today, data, ...facts });
  return [result, ...findings.map((finding) => finding.code)];
};

/** Invented numbers: the last six digits are 000… so that they are nobody's. */
const MAN_1990 = '074090000001';
const WOMAN_1990 = '079190000002';
const WOMAN_2005 = '074305000003';

test('the seed names the 63 provinces of before July 2025', () => {
  expect(Object.keys(data.provinces)).toHaveLength(63);
  expect(data.provinces['074']).toBe('Bình Dương');
  expect(data.provinces['079']).toBe('Thành phố Hồ Chí Minh');
  for (const code of Object.keys(data.provinces)) expect(code).toMatch(/^0\d{2}$/);
});

test('a number that fits is ok', () => {
  expect(check(MAN_1990)).toEqual(['ok']);
  expect(check(MAN_1990, { sex: 'nam', dateOfBirth: '1990-05-20' })).toEqual(['ok']);
  expect(check(WOMAN_2005, { sex: 'nu', dateOfBirth: '2005-01-01' })).toEqual(['ok']);
  expect(check(' 074 090.000-001 ')).toEqual(['ok']);
  expect(check('０７４０９０００００01')).toEqual(['ok']);
});

test('sex and birth year are read from the number', () => {
  expect([sexOf(MAN_1990), birthYearOf(MAN_1990)]).toEqual(['nam', 1990]);
  expect([sexOf(WOMAN_1990), birthYearOf(WOMAN_1990)]).toEqual(['nu', 1990]);
  expect([sexOf(WOMAN_2005), birthYearOf(WOMAN_2005)]).toEqual(['nu', 2005]);
  expect(birthYearOf('074999000001')).toBe(2399);
  expect([sexOf('123'), birthYearOf('abc')]).toEqual([null, null]);
});

test('contradictions with sex and date of birth are errors', () => {
  expect(check(MAN_1990, { sex: 'nu' })).toEqual(['error', 'sex-mismatch']);
  expect(check(MAN_1990, { dateOfBirth: '1991-05-20' })).toEqual(['error', 'birth-year-mismatch']);
  expect(check(MAN_1990, { sex: 'nu', dateOfBirth: '2090-05-20' })).toEqual([
    'error',
    'sex-mismatch',
    'birth-date-invalid',
  ]);
  expect(check(MAN_1990, { dateOfBirth: '1990-02-30' })).toEqual(['error', 'birth-date-invalid']);
  expect(check('074990000001')[0]).toBe('error');
  expect(check('074227000001')).toEqual(['error', 'future-birth-year']);
});

test('an unknown prefix is a warning, for people registered abroad', () => {
  expect(check('300090000001')).toEqual(['warning', 'unknown-prefix']);
  expect(check('003090000001')).toEqual(['warning', 'unknown-prefix']);
  expect(check('000090000001', { sex: 'nu' })).toEqual(['error', 'sex-mismatch', 'unknown-prefix']);
  expect(check('074001000001')).toEqual(['warning', 'very-old']);
});

test('the nine-digit card is told apart, by date', () => {
  expect(check('281000001')).toEqual(['error', 'old-card']);
  expect(check('281000001', { today: '2024-12-31' })).toEqual(['warning', 'old-card']);
});

test('slips of typing are explained', () => {
  expect(check('')).toEqual(['error', 'empty']);
  expect(check('74090000001')).toEqual(['error', 'zero-lost']);
  expect(check('0740900000012')).toEqual(['error', 'length']);
  expect(check('07409000000A')).toEqual(['error', 'letters']);
  expect(check('O7409000000l')).toEqual(['warning', 'look-alike-letters']);
  expect(normalizeCitizenNo('O7409000000l')).toBe(MAN_1990);
  expect(checkCitizenNo('74090000001', { today, data }).findings[0]?.message).toContain('074090000001');
});

test('masks never show the middle', () => {
  expect(maskCitizenNo('074090456123')).toBe('074***…123');
  expect(maskCitizenNo('281456123')).toBe('281***…123');
  expect(maskCitizenNo('Nguyễn')).toBe('***');
});

test('any number that states its own sex and year has no contradiction', () => {
  const number = fc.tuple(
    fc.constantFrom(...Object.keys(data.provinces)),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 0, max: 999_999 }),
  );
  fc.assert(
    fc.property(number, ([prefix, century, year, rest]) => {
      const text = `${prefix}${century}${String(year).padStart(2, '0')}${String(rest).padStart(6, '0')}`;
      const [sex, born] = [sexOf(text), birthYearOf(text)];
      fc.pre(born !== null && sex !== null && born <= 2026 && born >= 1910);
      expect(check(text, { sex: sex ?? 'nam', dateOfBirth: `${born}-01-01` })).toEqual(['ok']);
    }),
  );
});

test('any text is answered with a result that matches its findings', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { result, findings } = checkCitizenNo(text, { today, data });
      expect(result === 'ok').toBe(findings.length === 0);
    }),
  );
});
