import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReturnPath } from './return-path-rules.ts';

test('a path of this site is kept, the fragment is not', () => {
  expect(readReturnPath('/ho-so/123?muc=2')).toBe('/ho-so/123?muc=2');
  expect(readReturnPath('/tai-khoan#x')).toBe('/tai-khoan');
  expect(readReturnPath('/')).toBe('/');
});

test('other sites and odd shapes are refused', () => {
  const others = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '',
    'ho-so',
  ];
  for (const path of [...others, null, undefined, 7, ['/a'], `/${'a'.repeat(600)}`])
    expect(readReturnPath(path)).toBeNull();
});

test('whatever is typed, the result stays on this site', () => {
  const parts = fc.constantFrom('/', '\\', '.', '..', '%2f', '@', ':', '?', '#', 'a', '\t', '\n', ' ', 'evil.example');
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (pieces) => {
      const path = readReturnPath(`/${pieces.join('')}`);
      return path === null || new URL(path, 'https://home.example').origin === 'https://home.example';
    }),
  );
});
