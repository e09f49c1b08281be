import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8 } from './utf8.ts';

it('gives the bytes that Buffer.from gives, of any text and length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.integer({ min: 1, max: 60 }), (text, times) => {
      expect(utf8(text.repeat(times)).equals(Buffer.from(text.repeat(times)))).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('keeps earlier pages when later ones are encoded', () => {
  const first = utf8('Đăng ký khai sinh');
  utf8('x'.repeat(200_000));
  expect(first.toString()).toBe('Đăng ký khai sinh');
});
