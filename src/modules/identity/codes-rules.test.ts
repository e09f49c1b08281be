import { expect, test } from 'vitest';
import { codeMessage, readCode, SIGN_IN_ACT } from './codes-rules.ts';

test('a typed code forgives spaces and dashes, nothing else', () => {
  expect(readCode(' 123 456 ')).toBe('123456');
  expect(readCode('123-456')).toBe('123456');
  for (const wrong of ['', '12345', '1234567', '12345a', '１２３４５６']) expect(readCode(wrong)).toBeNull();
});

test('the message names the act and warns', () => {
  expect(codeMessage('123456', SIGN_IN_ACT)).toBe(
    'Mã 123456 để đăng nhập Bắc Cầu. Mã dùng trong 5 phút. Không đọc mã cho người gọi điện.',
  );
});
