import { expect, it } from 'vitest';
import { disposition } from './send-file.ts';

it('names a file for old and new browsers, and nothing can break out of the header', () => {
  expect(disposition('Giấy chứng sinh.JPG', 'jpg', false)).toBe(
    `inline; filename="Giay chung sinh.jpg"; filename*=UTF-8''Gi%E1%BA%A5y%20ch%E1%BB%A9ng%20sinh.jpg`,
  );
  const odd = disposition('a"\r\nX-Evil: 1;\ud800đ.exe', 'pdf', true);
  expect(odd).toMatch(/^attachment; filename="[A-Za-z0-9 _-]+\.pdf"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/);
});
