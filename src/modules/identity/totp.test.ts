import { expect, test } from 'vitest';
import { newTotpSecret, secondsLeft, stepAt, totpCode, totpStep } from './totp.ts';

// RFC 6238 appendix B, SHA-1: secret "12345678901234567890", T = 59 s, last six digits of 94287082.
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test('codes are those of RFC 6238', () => {
  expect(totpCode(RFC_SECRET, stepAt(new Date(59_000)))).toBe('287082');
  expect(totpCode(RFC_SECRET, stepAt(new Date(1_111_111_109_000)))).toBe('081804');
});

test('one step early or late is accepted, two are not', () => {
  const secret = newTotpSecret();
  const now = new Date('2026-11-24T03:00:10Z');
  for (const off of [-1, 0, 1])
    expect(totpStep(secret, totpCode(secret, stepAt(now) + off), now)).toBe(stepAt(now) + off);
  for (const off of [-2, 2]) expect(totpStep(secret, totpCode(secret, stepAt(now) + off), now)).toBeNull();
});

test('what is no code is no step', () => {
  for (const typed of ['', 'abcdef', '12345', '1234567'])
    expect(totpStep(RFC_SECRET, typed, new Date(59_000))).toBeNull();
  expect(totpStep(RFC_SECRET, '287 082', new Date(59_000))).toBe(1);
});

test('seconds left run down to the next step', () => {
  expect(secondsLeft(new Date('2026-11-24T03:00:00Z'))).toBe(30);
  expect(secondsLeft(new Date('2026-11-24T03:00:29Z'))).toBe(1);
});
