import { expect, it } from 'vitest';
import { displayName, displaySize } from './paper-rules.ts';

it('shows the end of the name, without folders and hidden signs', () => {
  expect(displayName('C:\\fakepath\\giấy chứng sinh.jpg', 'image')).toBe('giấy chứng sinh.jpg');
  expect(displayName('../../etc/passwd', 'pdf')).toBe('passwd');
  expect(displayName('anh\u202egpj.exe\u0000', 'image')).toBe('anhgpj.exe');
  expect(displayName('', 'image')).toBe('anh.jpg');
  expect(displayName('///', 'pdf')).toBe('giay-to.pdf');
});

it('keeps the end of a long name, whole characters only', () => {
  const shown = displayName(`${'🧾'.repeat(200)}.pdf`, 'pdf');
  expect([...shown]).toHaveLength(80);
  expect(shown.endsWith('🧾.pdf')).toBe(true);
  expect(shown.isWellFormed()).toBe(true);
});

it('writes sizes as people read them', () => {
  expect([1, 340 * 1024, 1_258_291].map(displaySize)).toEqual(['1 KB', '340 KB', '1,2 MB']);
});
