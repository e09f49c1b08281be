import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blocksOf, opening, plainName } from './portal-text-rules.ts';

it('makes paragraphs of lines and lists of dashes', () => {
  expect(blocksOf('Nộp hồ sơ:\n- Tờ khai;\n + Bản sao\n\na) Trường hợp một\nHết.')).toEqual([
    { kind: 'text', text: 'Nộp hồ sơ:' },
    { kind: 'list', items: ['Tờ khai;', 'Bản sao', 'a) Trường hợp một'] },
    { kind: 'text', text: 'Hết.' },
  ]);
  expect(blocksOf('  \n')).toEqual([]);
  expect(blocksOf('+) Trẻ em')).toEqual([{ kind: 'list', items: ['Trẻ em'] }]);
  expect(blocksOf('-')).toEqual([{ kind: 'text', text: '-' }]);
});

it('loses no word', () => {
  const words = (text: string) => text.replace(/[-–—+*•)\s]+/g, '');
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'đ', ')', '-', '+', ' ', '\n', 'Ơ') }), (text) => {
      const said = blocksOf(text).map((block) => (block.kind === 'text' ? block.text : block.items.join('\n')));
      expect(words(said.join('\n'))).toBe(words(text));
    }),
  );
});

it('strips the dash and the stop of a name, never the name', () => {
  expect(['- Đơn xin nhận con nuôi;', 'Tờ khai', '-', '01 ảnh.'].map(plainName)).toEqual([
    'Đơn xin nhận con nuôi',
    'Tờ khai',
    '-',
    '01 ảnh',
  ]);
});

it('opens a long text at a word', () => {
  expect(opening('- Nộp hồ sơ.')).toBe('Nộp hồ sơ');
  expect(opening(`${'chữ '.repeat(40)}`)).toMatch(/chữ…$/);
  expect(opening('x'.repeat(200))).toHaveLength(81);
});
