import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyRing, randomKey } from './keys.ts';
import { SealError, seal, unseal } from './seal.ts';

const key = randomKey();
const keys = keyRing(key);

test('what is sealed opens in its own place only', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (context, text) => {
      const sealed = seal(keys, context, text);
      expect(unseal(keys, context, sealed)).toBe(text);
      expect(() => unseal(keys, `${context}x`, sealed)).toThrow(SealError);
    }),
  );
});

test('two seals of one text differ and show nothing of it', () => {
  const [first, second] = [seal(keys, 'totp:1', 'JBSWY3DPEHPK3PXP'), seal(keys, 'totp:1', 'JBSWY3DPEHPK3PXP')];
  expect(first).not.toBe(second);
  expect(first).toMatch(new RegExp(`^v1\\.${key.id}\\.[\\w-]+$`));
});

test('any changed character is noticed', () => {
  const sealed = seal(keys, 'totp:1', 'JBSWY3DPEHPK3PXP');
  for (let i = 0; i < sealed.length - 1; i++) {
    const changed = sealed.slice(0, i) + (sealed[i] === 'A' ? 'B' : 'A') + sealed.slice(i + 1);
    expect(() => unseal(keys, 'totp:1', changed), changed).toThrow(SealError);
  }
  for (const text of ['', 'v1..', sealed.slice(0, 30), `${sealed}.x`]) {
    expect(() => unseal(keys, 'totp:1', text)).toThrow(SealError);
  }
});

test('after a rotation old seals open, new ones use the new key, without the old key the error names it', () => {
  const sealed = seal(keys, 'totp:1', 'x');
  const fresh = randomKey();
  expect(unseal(keyRing(fresh, key), 'totp:1', sealed)).toBe('x');
  expect(seal(keyRing(fresh, key), 'totp:1', 'x')).toContain(fresh.id);
  expect(() => unseal(keyRing(fresh), 'totp:1', sealed)).toThrow(key.id);
});
