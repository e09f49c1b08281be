import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSourceLine } from './index.ts';
import { readLines, type SourceLine } from './read-lines.ts';
import { madeUpLine } from './testing.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baccau-lines-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function linesOf(bytes: Uint8Array, name = 'f', longestLineBytes?: number): Promise<SourceLine[]> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return Array.fromAsync(readLines(path, longestLineBytes === undefined ? {} : { longestLineBytes }));
}

describe('lines of a file', () => {
  test('come with numbers, without mark, carriage returns and blank lines', async () => {
    const lines = await linesOf(Buffer.from('\ufeffmột\r\n\n  \nbốn\r\nnăm'));
    expect(lines.map((line) => [line.number, line.text])).toEqual([
      [1, 'một'],
      [4, 'bốn'],
      [5, 'năm'],
    ]);
  });

  test('are the same packed, whatever the name says, also across chunks', async () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `dòng ${i} ắ`).join('\n');
    const plain = await linesOf(Buffer.from(text), 'plain.gz');
    expect(plain).toHaveLength(30_000);
    expect(await linesOf(gzipSync(text), 'packed.ndjson')).toEqual(plain);
  });

  test('an empty file has none', async () => {
    expect(await linesOf(Buffer.alloc(0))).toEqual([]);
    expect(await linesOf(gzipSync(''))).toEqual([]);
  });

  test('broken characters spoil only their own line, which is still read', async () => {
    const bytes = Buffer.concat([Buffer.from(`${madeUpLine()}\n`), Buffer.from(madeUpLine()), Buffer.from('\nx')]);
    bytes[bytes.lastIndexOf('Thư viện xã') + 2] = 0xff;
    const lines = await linesOf(bytes);
    expect(lines.map((line) => line.fault)).toEqual([null, 'invalid-utf8', null]);
    const parsed = parseSourceLine(lines[1] as SourceLine);
    expect('accepted' in parsed && parsed.problems[0]?.code).toBe('invalid-utf8');
  });

  test('a line beyond the limit loses its text, not its neighbours', async () => {
    const lines = await linesOf(Buffer.from(`a\n${'b'.repeat(200_000)}\nc`), 'f', 1000);
    expect(lines).toEqual([
      { number: 1, text: 'a', fault: null },
      { number: 2, text: '', fault: 'too-long' },
      { number: 3, text: 'c', fault: null },
    ]);
  });

  test('a damaged archive gives what could be unpacked, then says so', async () => {
    const whole = gzipSync(Array.from({ length: 20_000 }, () => `dòng ${Math.random()}`).join('\n'));
    const lines = await linesOf(whole.subarray(0, whole.length / 2));
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.at(-1)).toMatchObject({ text: '', fault: 'damaged-archive' });
    expect(parseSourceLine(lines.at(-1) as SourceLine)).toHaveProperty('rejected');
  });

  test('a missing file is an error for the caller', async () => {
    await expect(Array.fromAsync(readLines(join(folder, 'absent')))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('stopping early lets go of the file', async () => {
    const path = join(folder, 'early');
    await writeFile(path, gzipSync('a\n'.repeat(100_000)));
    for await (const line of readLines(path)) {
      expect(line.text).toBe('a');
      break;
    }
  });
});
