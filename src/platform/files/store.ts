import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { isUuid, newId } from '../ids.ts';
import { type Bytes, decrypt, encrypt, FileDamaged, HEADER, sealedWith } from './crypt.ts';
import { type BlobStore, diskBlobs } from './disk.ts';
import type { KeyRing } from './keys.ts';

/** Practice mode is the same code on other files. */
export type Realm = 'real' | 'practice';

export interface FileStore {
  readonly blobs: BlobStore;
  readonly keys: KeyRing;
}

export interface StoredFile {
  readonly fileId: string;
  /** Bytes before encryption. */
  readonly size: number;
  /** SHA-256 of the bytes before encryption, hex. */
  readonly sha256: string;
}

export const filesFolder = (dataDir: string): string => join(dataDir, 'files');

export const openStore = (dataDir: string, keys: KeyRing): FileStore => ({
  blobs: diskBlobs(filesFolder(dataDir)),
  keys,
});

/** The end of a UUIDv7 is random, its beginning is the time: only the end spreads files over folders. */
export const blobName = (realm: Realm, fileId: string): string => `${realm}/${fileId.slice(-2)}/${fileId}`;

/** Realm and id are sealed into the file: a file copied over another's name does not open. */
const context = (realm: Realm, fileId: string): string => `${realm}|${fileId}`;

/**
 * Stores bytes encrypted, under a new random name. On the disk for good when it returns; the row that names the
 * file is written afterwards, so a crash between leaves a file without a row (swept by `doctor`), never the reverse.
 */
export async function putFile(store: FileStore, realm: Realm, source: Uint8Array | Bytes): Promise<StoredFile> {
  const fileId = newId();
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      hash.update(chunk);
      size += chunk.byteLength;
      yield chunk;
    }
  }
  await store.blobs.put(blobName(realm, fileId), encrypt(store.keys, context(realm, fileId), counted()));
  return { fileId, size, sha256: hash.digest('hex') };
}

/**
 * The file's bytes as a stream that fails, before it ends, when anything on the disk was changed.
 * @throws FileDamaged when there is no such file: the row that named it was right, so the disk is not
 */
export async function openFile(store: FileStore, realm: Realm, fileId: string): Promise<Readable> {
  const sealed = isUuid(fileId) ? await store.blobs.get(blobName(realm, fileId)) : null;
  if (!sealed) throw new FileDamaged(`File ${fileId} is missing`);
  const plain = Readable.from(decrypt(store.keys, context(realm, fileId), sealed), { objectMode: false });
  // A reader who goes away early must not leave the file open.
  plain.once('close', () => sealed.destroy());
  return plain;
}

/** The whole file, verified to its end. @throws FileDamaged */
export async function readFile(store: FileStore, realm: Realm, fileId: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await openFile(store, realm, fileId)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Whether there was one. */
export const deleteFile = (store: FileStore, realm: Realm, fileId: string): Promise<boolean> =>
  store.blobs.remove(blobName(realm, fileId));

/** Ids of all files of a realm: `doctor` compares them with the rows, a backup copies them. */
export async function* listFiles(store: FileStore, realm: Realm): AsyncGenerator<string> {
  for await (const name of store.blobs.list(realm)) yield name.slice(name.lastIndexOf('/') + 1);
}

/** Which key encrypted a file; null when it is gone. @throws FileDamaged */
export async function keyOfFile(store: FileStore, realm: Realm, fileId: string): Promise<string | null> {
  const start = await store.blobs.get(blobName(realm, fileId), HEADER);
  if (!start) return null;
  const id = sealedWith(Buffer.concat(await start.toArray()));
  if (id === null) throw new FileDamaged(`File ${fileId} has no header of this store`);
  return id;
}

/**
 * Encrypts a file anew with the current key, verified from its first byte to its last on the way; the old bytes are
 * replaced in one step, and readers who have them open go on reading them. A file that is removed meanwhile may come
 * back as one that no row names: `doctor` sweeps those. @throws FileDamaged, and the old bytes stay
 */
export async function encryptAnew(store: FileStore, realm: Realm, fileId: string): Promise<void> {
  const bound = context(realm, fileId);
  const sealed = await store.blobs.get(blobName(realm, fileId));
  if (sealed)
    await store.blobs.put(blobName(realm, fileId), encrypt(store.keys, bound, decrypt(store.keys, bound, sealed)));
}
