import { expect, test } from 'vitest';
import { looksLikeCard } from './card-qr-rules.ts';

test('a card is told from other codes', () => {
  expect(looksLikeCard('074098000001|280123456|Nguyễn Thị Hoa|05041998|Nữ|Hiệp An, Bình Dương|20052022')).toBe(true);
  expect(looksLikeCard('074098000001||Nguyễn Thị Hoa|05041998|Nữ|Hiệp An|20052022|thêm|nữa')).toBe(true);
  expect(looksLikeCard('https://vidu.vn/a|b|c|d|e|f|g')).toBe(false);
  expect(looksLikeCard('074098000001|x')).toBe(false);
});
