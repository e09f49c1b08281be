import { expect, test } from 'vitest';
import { foldedWords, foldText, isAccented, wordsOf } from './fold.ts';
import { mayBeSlip, withinOneSlip } from './typing.ts';

test('folding takes accents, case and đ away', () => {
  expect(foldText('ĐĂNG KÝ Hộ Tịch')).toBe('dang ky ho tich');
  expect(foldedWords('Đăng kí, đăng ký; (quý – quy)')).toEqual(['dang', 'ki', 'dang', 'ki', 'quy', 'quy']);
});

test('the place of the tone mark and i or y give one accented form', () => {
  const accents = (text: string) => wordsOf(text).map((word) => word.accent);
  expect(accents('hòa thủy quí kí')).toEqual(accents('hoà thuỷ quí ký'));
  expect(accents('ma')).not.toEqual(accents('má'));
  expect(accents('ơ')).not.toEqual(accents('o'));
});

test('a word knows whether it was typed with accents', () => {
  expect(wordsOf('ky ký đi di sơ').map(isAccented)).toEqual([false, true, true, false, true]);
});

test('one slip of the fingers', () => {
  const slips = [
    ['sihn', 'sinh'],
    ['sin', 'sinh'],
    ['sinhh', 'sinh'],
    ['sunh', 'sinh'],
  ] as const;
  for (const [typed, meant] of slips) expect(withinOneSlip(typed, meant)).toBe(true);
  expect(withinOneSlip('snih', 'shin')).toBe(false);
  expect(withinOneSlip('sihnn', 'sinh')).toBe(false);
  expect(mayBeSlip('sihn', new Set(['sinh']))).toBe(true);
  expect(mayBeSlip('sinh', new Set(['sinh']))).toBe(false);
  expect(mayBeSlip('ct01', new Set())).toBe(false);
});
