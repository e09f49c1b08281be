import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  deleteFile,
  FileDamaged,
  keyRing,
  listFiles,
  openFile,
  openStore,
  putFile,
  type Realm,
  randomKey,
  readFile,
  sweepUnfinished,
} from './index.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'baccau-files-'));
afterAll(() => rmSync(dataDir, { recursive: true }));
const store = openStore(dataDir, keyRing(randomKey()));
const onDisk = (realm: Realm, id: string) => join(dataDir, 'files', realm, id.slice(-2), id);
async function realFiles(): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of listFiles(store, 'real')) ids.push(id);
  return ids;
}
const unfinished = () => (existsSync(join(dataDir, 'files/.tmp')) ? readdirSync(join(dataDir, 'files/.tmp')) : []);

test('a file goes in and comes out; on the disk nothing of it can be read', async () => {
  const plain = Buffer.from(`Giấy chứng sinh ${'dữ liệu cá nhân '.repeat(10_000)}`);
  const file = await putFile(store, 'real', plain);
  expect(file).toMatchObject({ size: plain.length, sha256: createHash('sha256').update(plain).digest('hex') });
  expect((await readFile(store, 'real', file.fileId)).equals(plain)).toBe(true);
  const sealed = readFileSync(onDisk('real', file.fileId));
  expect(sealed.includes('cá nhân')).toBe(false);
  expect(statSync(onDisk('real', file.fileId)).mode & 0o077).toBe(0);
  expect(unfinished()).toEqual([]);
});

test('streams in and out', async () => {
  const pieces = Array.from({ length: 40 }, () => randomBytes(10_000));
  const { fileId } = await putFile(store, 'practice', pieces);
  const out: Buffer[] = [];
  for await (const chunk of await openFile(store, 'practice', fileId)) out.push(chunk);
  expect(Buffer.concat(out).equals(Buffer.concat(pieces))).toBe(true);
});

test('a source that breaks leaves no file behind', async () => {
  const before = await realFiles();
  async function* broken() {
    yield randomBytes(200_000);
    throw new Error('connection lost');
  }
  await expect(putFile(store, 'real', broken())).rejects.toThrow('connection lost');
  expect(await realFiles()).toEqual(before);
  expect(unfinished()).toEqual([]);
});

test('the realms do not see each other, not even by a copy on the disk', async () => {
  const { fileId } = await putFile(store, 'practice', Buffer.from('tập'));
  await expect(readFile(store, 'real', fileId)).rejects.toThrow(FileDamaged);
  const other = await putFile(store, 'practice', Buffer.from('khác'));
  renameSync(onDisk('practice', other.fileId), onDisk('practice', fileId));
  await expect(readFile(store, 'practice', fileId)).rejects.toThrow(FileDamaged);
});

test('deleting says whether there was one; a deleted file is missing', async () => {
  const { fileId } = await putFile(store, 'real', Buffer.from('x'));
  expect(await realFiles()).toContain(fileId);
  expect(await deleteFile(store, 'real', fileId)).toBe(true);
  expect(await deleteFile(store, 'real', fileId)).toBe(false);
  await expect(openFile(store, 'real', fileId)).rejects.toThrow(/missing/);
});

test('a name that is no id never reaches the disk', async () => {
  for (const name of ['../../etc/passwd', '', 'a/b', '..']) {
    await expect(openFile(store, 'real', name)).rejects.toThrow(FileDamaged);
    await expect(deleteFile(store, 'real', name)).rejects.toThrow('Not a blob name');
  }
});

test('a reader who leaves early closes the file', async () => {
  const { fileId } = await putFile(store, 'real', randomBytes(3_000_000));
  for (let i = 0; i < 30; i++) {
    const stream = await openFile(store, 'real', fileId);
    if (i % 2) for await (const _ of stream) break;
    else stream.destroy();
  }
  if (process.platform !== 'linux') return;
  await expect
    .poll(() =>
      readdirSync('/proc/self/fd')
        .map(target)
        .filter((path) => path.includes(fileId)),
    )
    .toEqual([]);
});

test('what a kill left half-written is swept', async () => {
  await putFile(store, 'real', Buffer.from('x'));
  writeFileSync(join(dataDir, 'files/.tmp/left'), 'x');
  await sweepUnfinished(join(dataDir, 'files'));
  expect(unfinished()).toEqual([]);
});

function target(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return '';
  }
}
