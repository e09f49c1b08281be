import { expect, test } from 'vitest';
import { uiText } from './text.ts';

const vi = uiText('vi');
const en = uiText('en');

test('both languages have the same entries, none empty', () => {
  expect(Object.keys(en)).toEqual(Object.keys(vi));
  for (const text of [...Object.values(vi), ...Object.values(en)]) {
    if (typeof text === 'string') expect(text.trim()).not.toBe('');
  }
});

test('Vietnamese texts are composed (NFC), as the fonts and the search expect', () => {
  for (const text of Object.values(vi)) if (typeof text === 'string') expect(text).toBe(text.normalize('NFC'));
});

test('counts read naturally', () => {
  expect(vi.stepOf(2, 7)).toBe('Bước 2/7');
  expect(en.errorSummaryTitle(1)).toBe('1 thing to correct');
  expect(en.errorSummaryTitle(3)).toBe('3 things to correct');
});
