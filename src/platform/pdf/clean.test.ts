import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanJson, cleanText } from './clean.ts';

test('decomposed accents are composed', () => {
  expect(cleanText('Nguyễn Thị Ánh'.normalize('NFD'))).toBe('Nguyễn Thị Ánh');
});

test('controls and direction overrides go, line feeds stay', () => {
  expect(cleanText('a\u0000b\u202ec\u2066d\ne\tf\r')).toBe('abcd\ne\tf');
});

test('a lone surrogate cannot break the JSON', () => {
  expect(cleanText('x\ud800y')).toBe('x\ufffdy');
});

test('every string of a value is cleaned, other values stay, undefined goes', () => {
  expect(cleanJson({ a: ['x\u0007', 1, null, true], b: undefined, c: { d: 'e\u0301' } })).toEqual({
    a: ['x', 1, null, true],
    c: { d: 'é' },
  });
});

test('cleaning twice changes nothing more, whatever the code units', () => {
  const text = fc.array(fc.nat(0xffff), { maxLength: 30 }).map((units) => String.fromCharCode(...units));
  fc.assert(fc.property(text, (value) => cleanText(cleanText(value)) === cleanText(value)));
});
