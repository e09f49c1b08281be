import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefusal, problemText, type Refusal } from '../problem.ts';
import { openStore, putFile } from './index.ts';
import { type KeyRing, printKey, randomKey } from './keys.ts';
import { type KeyOptions, loadKey } from './load-key.ts';

let folder: string;
let dataDir: string;
const demoKey = () => `${dataDir}.key`;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baccau-key-'));
  dataDir = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true }));

const load = (options: Partial<KeyOptions> = {}) => loadKey({ keyFile: null, dataDir, demoAllowed: true, ...options });
async function keys(options: Partial<KeyOptions> = {}): Promise<KeyRing> {
  const loaded = await load(options);
  if (isRefusal(loaded)) throw new Error(problemText(loaded));
  return loaded;
}
async function refusal(options: Partial<KeyOptions> = {}): Promise<Refusal> {
  const loaded = await load(options);
  if (!isRefusal(loaded)) throw new Error('expected a refusal');
  return loaded;
}
function keyFile(text: string, mode = 0o600): string {
  const path = join(folder, 'khoa');
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

test('the demo makes its key once, beside the data, readable by its owner only', async () => {
  const first = await keys();
  expect(statSync(demoKey()).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(dataDir, 'key-id'), 'utf8')).toBe(`${first.current.id}\n`);
  expect((await keys()).current.id).toBe(first.current.id);
});

test('two first starts at once end with one key', async () => {
  const rings = await Promise.all([keys(), keys()].map(async (ring) => (await ring).current.id));
  expect(new Set(rings).size).toBe(1);
});

test('a lost key is never made anew while data exist', async () => {
  const { current } = await keys();
  rmSync(demoKey());
  const lost = await refusal();
  expect(lost.refused).toBe('key.missing');
  expect(problemText(lost)).toContain(demoKey());
  expect(existsSync(demoKey())).toBe(false);

  // Also when the marker went too: the files or the database still tell.
  rmSync(join(dataDir, 'key-id'));
  expect((await refusal({ expectedKeyId: current.id })).refused).toBe('key.missing');
  const store = openStore(dataDir, { current, byId: () => current, ids: [current.id] });
  await putFile(store, 'real', Buffer.from('x'));
  expect((await refusal()).refused).toBe('key.missing');
});

test('another key is refused and named', async () => {
  const { current } = await keys();
  writeFileSync(demoKey(), printKey(randomKey()));
  const other = await refusal();
  expect(other).toMatchObject({ refused: 'key.other', params: { expected: current.id } });
  expect(problemText(other)).toMatch(/không phải là khóa của thư mục dữ liệu/);
});

test('an empty data folder with a database of another key is refused', async () => {
  expect((await refusal({ keyFile: keyFile(printKey(randomKey())), expectedKeyId: '0'.repeat(16) })).refused).toBe(
    'key.other',
  );
});

test('outside the demo a key file is needed', async () => {
  const needed = await refusal({ demoAllowed: false });
  expect(needed.refused).toBe('key.needed');
  expect(problemText(needed)).toMatch(/BACCAU_KEY_FILE/);
  expect(existsSync(demoKey())).toBe(false);
});

test('a given key file is used, and marked', async () => {
  const key = randomKey();
  expect((await keys({ keyFile: keyFile(printKey(key)), demoAllowed: false })).current.id).toBe(key.id);
  expect(existsSync(demoKey())).toBe(false);
});

test('a rotation keeps the old key in the file; dropping it too early is refused', async () => {
  const [old, fresh] = [randomKey(), randomKey()];
  await keys({ keyFile: keyFile(printKey(old)) });
  const ring = await keys({ keyFile: keyFile(`${printKey(fresh)}\n${printKey(old)}\n`) });
  expect(ring.current.id).toBe(fresh.id);
  expect((await refusal({ keyFile: keyFile(printKey(fresh)) })).params.expected).toBe(old.id);
});

test('a key file that is absent, exposed, inside the data or no key', async () => {
  expect((await refusal({ keyFile: join(folder, 'none') })).refused).toBe('key.not-found');
  expect((await refusal({ keyFile: keyFile(printKey(randomKey()), 0o644) })).refused).toBe('key.exposed');
  expect((await refusal({ keyFile: keyFile('mật khẩu') })).refused).toBe('key.invalid');
  mkdirSync(dataDir, { recursive: true });
  const inside = join(dataDir, 'khoa');
  writeFileSync(inside, printKey(randomKey()), { mode: 0o600 });
  expect((await refusal({ keyFile: inside })).refused).toBe('key.inside');
  expect((await refusal({ keyFile: folder })).refused).toMatch(/^key\.(exposed|not-found)$/);
});
