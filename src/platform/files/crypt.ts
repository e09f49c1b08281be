import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey, type KeyRing } from './keys.ts';

/**
 * An encrypted file: header (magic `BCF1`, key id 8 bytes, salt 16 bytes), then chunks of 64 KiB, each with its
 * AES-256-GCM tag. The key is derived for the file from the salt; the nonce holds the chunk's number and
 * whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), and each
 * chunk is bound to header and context: cut, re-ordered, swapped or changed files do not open.
 */
const MAGIC = Buffer.from('BCF1');
const SALT = 16;
export const HEADER = MAGIC.length + 8 + SALT;
const TAG = 16;
export const CHUNK = 64 * 1024;

/** The bytes on disk are not what was written, or their key is not here. */
export class FileDamaged extends Error {}

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 7);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

export async function* encrypt(keys: KeyRing, context: string, plain: Bytes): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const header = Buffer.concat([MAGIC, Buffer.from(keys.current.id, 'hex'), salt]);
  const key = deriveKey(keys.current, 'baccau-file-v1', salt);
  const bound = Buffer.concat([header, Buffer.from(context)]);
  yield header;
  for await (const { chunk, index, last } of frames(plain, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(index, last));
    cipher.setAAD(bound);
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Yields only bytes that were verified. @throws FileDamaged at the first that were not, or at a missing end */
export async function* decrypt(keys: KeyRing, context: string, sealed: Bytes): AsyncGenerator<Buffer> {
  const { header, rest } = await takeHeader(sealed);
  const id = header.subarray(MAGIC.length, MAGIC.length + 8).toString('hex');
  const master = keys.byId(id);
  if (!master) throw new FileDamaged(`Encrypted with key ${id}, which is not in the key file`);
  const key = deriveKey(master, 'baccau-file-v1', header.subarray(-SALT));
  const bound = Buffer.concat([header, Buffer.from(context)]);
  for await (const { chunk, index, last } of frames(rest, CHUNK + TAG)) {
    yield openChunk(key, bound, nonce(index, last), chunk);
  }
}

function openChunk(key: Buffer, bound: Buffer, iv: Buffer, chunk: Buffer): Buffer {
  if (chunk.length < TAG) throw new FileDamaged('The file is cut');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv);
    decipher.setAAD(bound);
    decipher.setAuthTag(chunk.subarray(-TAG));
    return Buffer.concat([decipher.update(chunk.subarray(0, -TAG)), decipher.final()]);
  } catch {
    throw new FileDamaged('The file was changed, cut or belongs elsewhere');
  }
}

/** Cuts a stream into equal frames; the last one is known as such and may be shorter, or empty for an empty stream. */
async function* frames(source: Bytes, size: number): AsyncGenerator<{ chunk: Buffer; index: number; last: boolean }> {
  let parts: Buffer[] = [];
  let held = 0;
  let index = 0;
  for await (const piece of source) {
    let bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    // A full frame waits for one more byte: only then is it known not to be the last.
    while (held + bytes.length > size) {
      const need = size - held;
      yield { chunk: Buffer.concat([...parts, bytes.subarray(0, need)]), index: index++, last: false };
      bytes = bytes.subarray(need);
      parts = [];
      held = 0;
    }
    if (bytes.length > 0) {
      parts.push(bytes);
      held += bytes.length;
    }
  }
  yield { chunk: Buffer.concat(parts), index, last: true };
}

async function takeHeader(source: Bytes): Promise<{ header: Buffer; rest: AsyncGenerator<Uint8Array> }> {
  const iterator = toAsync(source);
  let head = Buffer.alloc(0);
  while (head.length < HEADER) {
    const { done, value } = await iterator.next();
    if (done) throw new FileDamaged('The file has no header');
    head = Buffer.concat([head, value]);
  }
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) {
    await iterator.return(undefined);
    throw new FileDamaged('Not a file of this store');
  }
  const [header, first] = [head.subarray(0, HEADER), head.subarray(HEADER)];
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield first;
    yield* iterator;
  }
  return { header, rest: rest() };
}

/** The key that a sealed file needs, read from its first bytes; null = not such a file. */
export function sealedWith(start: Uint8Array): string | null {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  if (bytes.length < HEADER || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  return bytes.subarray(MAGIC.length, MAGIC.length + 8).toString('hex');
}

async function* toAsync(source: Bytes): AsyncGenerator<Uint8Array> {
  yield* source;
}
