import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex } from './build-index.ts';
import { searchIndex } from './search-index.ts';
import { doc, everydayQueries, sampleDocs, seedVocabulary } from './testing.ts';

const index = buildIndex(sampleDocs);
const search = (query: string) => searchIndex(index, query, { vocabulary: seedVocabulary });
const codes = (query: string) => search(query).map((hit) => hit.code);

describe('everyday questions', () => {
  test.each(everydayQueries)('%s → %s', (query, code) => {
    expect(codes(query)[0]).toBe(code);
  });
});

describe('order', () => {
  test('right accents rank above wrong ones, and left-out ones find both', () => {
    const two = buildIndex([doc('9.000010', 'Cấp phép lễ hội'), doc('9.000011', 'Cấp phép lệ hội')]);
    expect(searchIndex(two, 'lễ hội').map((hit) => hit.code)).toEqual(['9.000010', '9.000011']);
    expect(searchIndex(two, 'lệ hội').map((hit) => hit.code)).toEqual(['9.000011', '9.000010']);
    expect(searchIndex(two, 'le hoi')).toHaveLength(2);
  });

  test('the place of the tone mark and i or y make no difference', () => {
    expect(search('hoà giải')).toEqual(search('hòa giải'));
    expect(search('chứng thực chữ kí')[0]?.score).toBe(search('chứng thực chữ ký')[0]?.score);
    expect(search('kết hôn'.normalize('NFD'))).toEqual(search('kết hôn'));
  });

  test('what this commune takes comes before the same elsewhere', () => {
    const three = buildIndex([
      doc('9.000020', 'Cấp thẻ đọc sách', { levels: ['central'] }),
      doc('9.000021', 'Cấp thẻ đọc sách'),
      doc('9.000022', 'Cấp thẻ đọc sách', { offeredHere: true }),
    ]);
    expect(searchIndex(three, 'thẻ đọc sách').map((hit) => hit.code)).toEqual(['9.000022', '9.000021', '9.000020']);
  });

  test('equal scores are in order of code, whatever the order of the documents', () => {
    const same = ['9.000032', '9.000030', '9.000031'].map((code) => doc(code, 'Cấp thẻ đọc sách'));
    const expected = ['9.000030', '9.000031', '9.000032'];
    expect(searchIndex(buildIndex(same), 'đọc sách').map((hit) => hit.code)).toEqual(expected);
    expect(searchIndex(buildIndex(same.toReversed()), 'đọc sách').map((hit) => hit.code)).toEqual(expected);
  });

  test('an alias counts like the name; papers and guide find what names do not', () => {
    const more = buildIndex([
      doc('9.000040', 'Cấp thẻ đọc sách', { aliases: ['thẻ thư viện'], guide: 'Mang theo ảnh chân dung.' }),
      doc('9.000041', 'Xếp giá sách thư viện'),
    ]);
    expect(searchIndex(more, 'the thu vien')[0]?.code).toBe('9.000040');
    expect(searchIndex(more, 'ảnh chân dung')[0]?.code).toBe('9.000040');
  });

  test('an unfinished last word is completed', () => {
    expect(codes('chung thuc di chu')[0]).toBe('2.001019');
    expect(codes('đăng ký thườ')[0]).toBe('1.004222');
  });
});

describe('codes', () => {
  test.each(['1.001193', ' 1.001193 ', '1001193', '1.001193.01', 'mã 1.001193', '1.001193.000.00.00.H55'])(
    '%s finds that procedure alone',
    (query) => expect(codes(query)).toEqual(['1.001193']),
  );
  test('an unfinished code lists those that begin so, an unknown one nothing', () => {
    expect(codes('1.0048')).toEqual(['1.004837', '1.004859', '1.004873', '1.004884']);
    expect(codes('8.888888')).toEqual([]);
  });
});

describe('any query', () => {
  test.each([
    '',
    '   ',
    '???',
    '-',
    '\u0000',
    '\ud800',
    'x',
    'qzqzqz wxwxwx',
    'a'.repeat(5000),
    'khai sinh '.repeat(2000),
  ])('without meaning or end has no hits (%#)', (query) => expect(search(query)).toEqual([]));
  test('never throws, is the same twice, and is sorted', () => {
    const word = fc.constantFrom(
      'khai',
      'sinh',
      'Đăng ký',
      'ho',
      'con',
      'sao y',
      '1.00',
      '(',
      '"',
      '*',
      'nướcc',
      '\n',
      'ệ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 50 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (query) => {
        const hits = search(query);
        expect(search(query)).toEqual(hits);
        hits.forEach((hit, i) => {
          expect(hit.score).toBeGreaterThan(0);
          expect(hit.score).toBeLessThanOrEqual(hits[i - 1]?.score ?? Number.POSITIVE_INFINITY);
        });
      }),
      { numRuns: 60 },
    );
  }, 60_000);
  test('of names of language constructs finds nothing and breaks nothing', () => {
    expect(['constructor', '__proto__', 'toString'].map(search)).toEqual([[], [], []]);
  });
  test('respects the limit; an empty catalogue has no hits', () => {
    expect(searchIndex(index, 'đăng ký', { limit: 3 })).toHaveLength(3);
    expect(searchIndex(index, 'đăng ký', { limit: 0 })).toEqual([]);
    expect(searchIndex(buildIndex([]), 'đăng ký')).toEqual([]);
  });
});
