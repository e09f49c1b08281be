import { describe, expect, test } from 'vitest';
import { buildIndex } from './build-index.ts';
import { wordsOf } from './fold.ts';
import { searchIndex } from './search-index.ts';
import { doc, seedTables } from './testing.ts';
import { compileVocabulary, rephrasings } from './vocabulary.ts';

const row = (words: string[], means: string, more = {}) => ({ words, means, effective_from: '2026-01-01', ...more });
const said = (query: string, synonyms: ReturnType<typeof row>[], day = '2026-06-01') =>
  rephrasings(wordsOf(query), compileVocabulary({ synonyms, modifiers: [], fillers: [] }, day)).map((words) =>
    words.map((word) => word.accent.normalize('NFC')).join(' '),
  );

describe('synonyms', () => {
  test('replace the longest phrase, and several at once', () => {
    const rows = [row(['the'], 'thi'), row(['the sach'], 'doc'), row(['moi'], 'tre em')];
    expect(said('cap the sach moi', rows)[0]).toBe('cap doc tre em');
    expect(said('cap the sach moi', rows)).toHaveLength(3);
  });
  test('match without accents, but not with other accents', () => {
    expect(said('doc than', [row(['độc thân'], 'hon nhan')])).toHaveLength(1);
    expect(said('độc thân', [row(['độc thân'], 'hon nhan')])).toHaveLength(1);
    expect(said('đọc thân', [row(['độc thân'], 'hon nhan')])).toEqual([]);
  });
  test('one abbreviation may mean several things', () => {
    expect(said('ct9', [row(['ct9'], 'mot'), row(['ct9'], 'hai')])).toEqual(['mot', 'hai']);
  });
  test('hold from and to their days', () => {
    const rows = [row(['sổ'], 'so', { effective_from: '2026-05-01', effective_to: '2026-05-31' })];
    expect(['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'].map((day) => said('sổ', rows, day).length)).toEqual(
      [0, 1, 1, 0],
    );
  });
});

test('a special variant ranks lower unless asked for', () => {
  const modifiers = [{ phrase: 'lưu động', asked_by: ['tại nhà'], factor: 0.5, effective_from: '2026-01-01' }];
  const vocabulary = compileVocabulary({ synonyms: [], modifiers, fillers: ['tại'] }, '2026-06-01');
  const index = buildIndex([doc('9.000051', 'Cấp thẻ lưu động'), doc('9.000052', 'Cấp thẻ cho người đọc sách ở xã')]);
  const first = (query: string) => searchIndex(index, query, { vocabulary })[0]?.code;
  expect(first('cấp thẻ')).toBe('9.000052');
  expect(first('cấp thẻ lưu động')).toBe('9.000051');
  expect(first('cấp thẻ tại nhà')).toBe('9.000051');
});

test('the seed tables are well-formed', () => {
  expect(seedTables.synonyms.length).toBeGreaterThan(50);
  for (const { words, means, effective_from } of seedTables.synonyms) {
    expect(words.length).toBeGreaterThan(0);
    expect(means).toBe(means.normalize('NFC'));
    expect(effective_from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
  for (const { factor } of seedTables.modifiers) expect(factor > 0 && factor < 1).toBe(true);
  const phrases = seedTables.synonyms.flatMap(({ words, means }) => words.map((word) => `${word} → ${means}`));
  expect(new Set(phrases).size).toBe(phrases.length);
});
