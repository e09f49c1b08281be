import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bytes, CHUNK, decrypt, encrypt, FileDamaged } from './crypt.ts';
import { keyRing, randomKey } from './keys.ts';

const key = randomKey();
const keys = keyRing(key);
const HEADER = 28;
const FRAME = CHUNK + 16;

async function collect(source: Bytes): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}
const seal = (plain: Uint8Array) => collect(encrypt(keys, 'real|1', [plain]));
const open = (sealed: Uint8Array, context = 'real|1') => collect(decrypt(keys, context, [sealed]));

test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5])('%i bytes come back', async (size) => {
  const plain = randomBytes(size);
  const sealed = await seal(plain);
  expect(sealed.length).toBe(HEADER + size + 16 * Math.max(1, Math.ceil(size / CHUNK)));
  expect((await open(sealed)).equals(plain)).toBe(true);
});

test('however the bytes are cut into pieces on the way', async () => {
  const plain = randomBytes(2 * CHUNK + 77);
  const cut = (bytes: Buffer, sizes: number[]) => {
    const pieces: Buffer[] = [];
    for (let at = 0, i = 0; at < bytes.length; i++) {
      const size = sizes[i % sizes.length] ?? 1;
      pieces.push(bytes.subarray(at, at + size));
      at += size;
    }
    return pieces;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 5 }), async (sizes) => {
      const sealed = await collect(encrypt(keys, 'c', cut(plain, [...sizes, 5000])));
      const opened = await collect(decrypt(keys, 'c', cut(sealed, [...sizes, 7000])));
      expect(opened.equals(plain)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

describe('damage is noticed', async () => {
  const plain = randomBytes(3 * CHUNK);
  const sealed = await seal(plain);
  const [one, two, three] = [0, 1, 2].map((i) => sealed.subarray(HEADER + i * FRAME, HEADER + (i + 1) * FRAME)) as [
    Buffer,
    Buffer,
    Buffer,
  ];
  const head = sealed.subarray(0, HEADER);
  const other = await seal(plain);
  const cases: [string, Buffer][] = [
    ['empty', Buffer.alloc(0)],
    ['only a header', head],
    ['cut in a header', sealed.subarray(0, 20)],
    ['cut inside a chunk', sealed.subarray(0, -1)],
    ['cut at a chunk', Buffer.concat([head, one, two])],
    ['first chunk gone', Buffer.concat([head, two, three])],
    ['re-ordered', Buffer.concat([head, two, one, three])],
    ['repeated', Buffer.concat([head, one, one, two, three])],
    ['longer', Buffer.concat([sealed, Buffer.from('x')])],
    ['a chunk of another file', Buffer.concat([head, one, other.subarray(HEADER + FRAME, HEADER + 2 * FRAME), three])],
    ['header of another file', Buffer.concat([other.subarray(0, HEADER), one, two, three])],
    ['another magic', Buffer.concat([Buffer.from('XXXX'), sealed.subarray(4)])],
  ];
  test.each(cases)('%s', async (_, bytes) => {
    await expect(open(bytes)).rejects.toThrow(FileDamaged);
  });

  test('one bit anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        await expect(open(changed)).rejects.toThrow(FileDamaged);
      }),
      { numRuns: 40 },
    );
  });

  test('another place', async () => {
    await expect(open(sealed, 'practice|1')).rejects.toThrow(FileDamaged);
    await expect(open(sealed, 'real|2')).rejects.toThrow(FileDamaged);
  });

  test('what was read before the damage was right', async () => {
    const got: Buffer[] = [];
    const reading = (async () => {
      for await (const chunk of decrypt(keys, 'real|1', [Buffer.concat([head, one, two])])) got.push(chunk);
    })();
    await expect(reading).rejects.toThrow(FileDamaged);
    expect(Buffer.concat(got).equals(plain.subarray(0, CHUNK))).toBe(true);
  });
});

test('an old key in the ring opens its files; without it the error names it', async () => {
  const sealed = await seal(Buffer.from('cũ'));
  const fresh = randomKey();
  expect((await collect(decrypt(keyRing(fresh, key), 'real|1', [sealed]))).toString()).toBe('cũ');
  await expect(collect(decrypt(keyRing(fresh), 'real|1', [sealed]))).rejects.toThrow(key.id);
});
