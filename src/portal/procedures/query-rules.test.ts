import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_QUERY, readPageNumber, readWords } from './query-rules.ts';

/** Any UTF-16, lone surrogates included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 })
  .map((units) => String.fromCharCode(...units));

describe('words of an address', () => {
  it('are trimmed, composed and cut, and said to be cut', () => {
    expect(readWords('  làm \n giấy\tkhai sinh ')).toEqual({ text: 'làm giấy khai sinh', cut: false });
    expect(readWords('khai sinh'.normalize('NFD')).text).toBe('khai sinh');
    expect(readWords('a'.repeat(500))).toEqual({ text: 'a'.repeat(LONGEST_QUERY), cut: true });
    expect(readWords(['một', 'hai']).text).toBe('một');
    expect(readWords(undefined)).toEqual({ text: '', cut: false });
    expect(readWords({ q: 1 }).text).toBe('');
  });

  it('are always short, whole text', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const { text } = readWords(value);
        expect([...text].length).toBeLessThanOrEqual(LONGEST_QUERY);
        expect(text.isWellFormed()).toBe(true);
        expect(text).toBe(text.trim());
      }),
    );
  });
});

it('page numbers fall back to the first page', () => {
  expect(['2', '0', '-1', '1e9', 'x', undefined, ['3']].map(readPageNumber)).toEqual([2, 1, 1, 1, 1, 1, 1]);
  expect(readPageNumber('9999')).toBe(100);
});
