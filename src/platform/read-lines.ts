import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

/**
 * One line of a file. `fault` tells what was wrong with its bytes: broken characters were replaced by �; a line
 * longer than the limit has no text; a damaged archive ends with one such line.
 */
export type SourceLine = {
  number: number;
  text: string;
  fault: null | 'invalid-utf8' | 'too-long' | 'damaged-archive';
};

/** 32 MiB: hundreds of times the longest real line; guards memory against a file that is no NDJSON. */
const LONGEST_LINE_BYTES = 32 * 1024 * 1024;

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/**
 * The lines of a plain or gzipped text file, one by one, with numbers from 1. Gzip is told by its first two bytes,
 * never by the file's name. CRLF and a byte order mark are dropped; blank lines are left out but numbered.
 *
 * @throws the file system's error where the file cannot be read (ENOENT, EACCES, EISDIR).
 */
export async function* readLines(
  path: string,
  options: { longestLineBytes?: number } = {},
): AsyncGenerator<SourceLine> {
  const limit = options.longestLineBytes ?? LONGEST_LINE_BYTES;
  let number = 0;
  let pieces: Buffer[] = [];
  let size = 0;
  const add = (piece: Buffer) => {
    size += piece.length;
    if (size <= limit) pieces.push(piece);
    else pieces = [];
  };
  const finish = (): SourceLine | null => {
    number += 1;
    const line =
      size > limit ? { number, text: '', fault: 'too-long' as const } : decode(number, Buffer.concat(pieces));
    pieces = [];
    size = 0;
    return line.fault === null && line.text.trim() === '' ? null : line;
  };

  try {
    for await (const chunk of await openBytes(path)) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        add(chunk.subarray(from, at));
        from = at + 1;
        const line = finish();
        if (line) yield line;
      }
      if (from < chunk.length) add(chunk.subarray(from));
    }
  } catch (error) {
    if (!isGunzipError(error)) throw error;
    const line = size > 0 ? finish() : null;
    if (line) yield line;
    yield { number: number + 1, text: '', fault: 'damaged-archive' };
    return;
  }
  const last = size > 0 ? finish() : null;
  if (last) yield last;
}

function decode(number: number, bytes: Buffer): SourceLine {
  const end = bytes.at(-1) === 13 ? bytes.length - 1 : bytes.length;
  const line = bytes.subarray(0, end);
  try {
    return { number, text: strict.decode(line), fault: null };
  } catch {
    return { number, text: lenient.decode(line), fault: 'invalid-utf8' };
  }
}

async function openBytes(path: string): Promise<AsyncIterable<Buffer>> {
  const file = await open(path, 'r');
  const head = Buffer.alloc(2);
  try {
    await file.read(head, 0, 2, 0);
  } finally {
    await file.close();
  }
  const source = createReadStream(path);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return source;
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  unpacked.on('close', () => source.destroy());
  return source.pipe(unpacked);
}

const isGunzipError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
