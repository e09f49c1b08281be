import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal, problemText } from '../../platform/problem.ts';
import { maskPhone, type Phone, parsePhone } from './phone-rules.ts';

function good(text: string): Phone {
  const phone = parsePhone(text);
  if (isRefusal(phone)) throw new Error(`${text}: ${phone.refused}`);
  return phone;
}

test.each([
  '0901234567',
  '090 123 4567',
  '0901.234.567',
  '+84901234567',
  '+84 (0)901 234 567',
  '84901234567',
  '0084901234567',
  'SĐT: 0901-234-567',
])('%s is one number', (text) => {
  expect(good(text)).toEqual({
    e164: '+84901234567',
    display: '0901234567',
    kind: 'mobile',
    canReceiveCodes: true,
    note: null,
  });
});

test.each([
  ['01681234567', '0381234567'],
  ['+841681234567', '0381234567'],
  ['01201234567', '0701234567'],
  ['01211234567', '0791234567'],
  ['01221234567', '0771234567'],
  ['01261234567', '0761234567'],
  ['01281234567', '0781234567'],
  ['01231234567', '0831234567'],
  ['01241234567', '0841234567'],
  ['01251234567', '0851234567'],
  ['01271234567', '0811234567'],
  ['01291234567', '0821234567'],
  ['01861234567', '0561234567'],
  ['01881234567', '0581234567'],
  ['01991234567', '0591234567'],
])('%s of before 2018 is %s now', (old, now) => {
  const phone = good(old);
  expect(phone.display).toBe(now);
  expect(phone.note?.code).toBe('converted-2018');
  expect(phone.note?.message).toContain(now);
});

test('a landline is known and takes no codes', () => {
  expect(good('0274 3 812 345')).toMatchObject({ e164: '+842743812345', kind: 'landline', canReceiveCodes: false });
  expect(good('(028) 3829 1234')).toMatchObject({ display: '02838291234', kind: 'landline' });
});

test('a 0 lost in a spreadsheet is put back, with a note', () => {
  expect(good('901234567')).toMatchObject({ display: '0901234567', note: { code: 'zero-added' } });
});

test.each([
  ['', 'phone-empty'],
  ['   ', 'phone-empty'],
  ['không có', 'phone-letters'],
  ['090123456a', 'phone-letters'],
  ['0901234567 / 0912345678', 'phone-several'],
  ['0901234567, 0912345678', 'phone-several'],
  ['09012345670912345678', 'phone-several'],
  ['+1 202 555 0100', 'phone-foreign'],
  ['0044 20 7946 0000', 'phone-foreign'],
  ['1900 1234', 'phone-service'],
  ['113', 'phone-service'],
  ['0511234567', 'phone-unknown-prefix'],
  ['0951234567', 'phone-unknown-prefix'],
  ['01951234567', 'phone-unknown-prefix'],
  ['090123456', 'phone-length'],
  ['090123456789', 'phone-length'],
])('%j is refused: %s', (text, code) => {
  const refusal = parsePhone(text);
  if (!isRefusal(refusal)) throw new Error('not refused');
  expect(refusal.refused).toBe(`identity.${code}`);
  expect(problemText(refusal)).not.toContain('{');
});

test('both forms are read back as themselves', () => {
  const head = fc.constantFrom('032', '039', '052', '056', '070', '079', '081', '089', '090', '094', '096', '099');
  fc.assert(
    fc.property(head, fc.integer({ min: 0, max: 9_999_999 }), (prefix, rest) => {
      const text = prefix + String(rest).padStart(7, '0');
      expect(good(text).display).toBe(text);
      expect(good(good(text).e164)).toEqual(good(text));
    }),
  );
});

test('any text gives a phone or a refusal with a sentence', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 .]{0,16}$/)), (text) => {
      const phone = parsePhone(text);
      if (isRefusal(phone)) expect(problemText(phone).length).toBeGreaterThan(20);
      else expect(phone.e164).toMatch(/^\+84\d{9,10}$/);
    }),
  );
});

test('masks', () => {
  expect(maskPhone('+84901234567')).toBe('090 *** *567');
  expect(maskPhone('0901234567')).toBe('090 *** *567');
  expect(maskPhone('x')).toBe('***');
});
