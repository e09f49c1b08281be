import { expect, test } from 'vitest';
import { deriveKey, keyRing, makeKey, parseKeys, printKey, randomKey } from './keys.ts';

test('a printed key is read again, as base64 or hex', () => {
  const key = randomKey();
  expect(parseKeys(`${printKey(key)}\n`)?.current.id).toBe(key.id);
  expect(parseKeys(Buffer.from(key.secret).toString('hex'))?.current.id).toBe(key.id);
  expect(parseKeys(Buffer.from(key.secret).toString('base64url'))?.current.id).toBe(key.id);
});

test('the first line is current, later lines open old data, remarks are skipped', () => {
  const [fresh, old] = [randomKey(), randomKey()];
  const ring = parseKeys(`# khóa mới từ 2027\n${printKey(fresh)}\n\n${printKey(old)}\r\n`);
  expect(ring?.current.id).toBe(fresh.id);
  expect(ring?.byId(old.id)?.secret).toEqual(old.secret);
  expect(ring?.byId('0'.repeat(16))).toBeUndefined();
});

test.each(['', '# nothing', 'short', `${'a'.repeat(63)}`, 'mật khẩu của tôi dài hơn bốn mươi ba ký tự'])(
  'not a key file: %j',
  (text) => {
    expect(parseKeys(text)).toBeNull();
  },
);

test('one bad line spoils the file: half a key ring would lose data later', () => {
  expect(parseKeys(`${printKey(randomKey())}\nxyz`)).toBeNull();
});

test('purposes and salts give unrelated keys, the id tells nothing of the key', () => {
  const key = makeKey(Buffer.alloc(32, 7));
  expect(deriveKey(key, 'a')).toHaveLength(32);
  expect(deriveKey(key, 'a')).not.toEqual(deriveKey(key, 'b'));
  expect(deriveKey(key, 'a', Buffer.from('1'))).not.toEqual(deriveKey(key, 'a', Buffer.from('2')));
  expect(key.id).toMatch(/^[0-9a-f]{16}$/);
  expect(keyRing(key).ids).toEqual([key.id]);
});
