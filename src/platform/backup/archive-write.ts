import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createTarPacker } from 'modern-tar';
import { syncFolder } from '../files/index.ts';
import { refuseBackup } from './problems.ts';
import { Refused, reasonOf } from './refused.ts';

export interface ArchiveWriter {
  /** Adds a member of a known size, and remembers its SHA-256. @returns the hash */
  add(name: string, size: number, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string>;
  readonly sums: ReadonlyMap<string, string>;
  /** Down to the disk, then to its name: whoever finds the name finds the whole. */
  finish(): Promise<{ sizeBytes: number; sha256: string }>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

export const PARTIAL = '.dang-ghi';

/** A tar file readable by its owner only, written under a temporary name beside its own. */
export async function createArchive(path: string, at: Date): Promise<ArchiveWriter> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (exists) throw new Refused(refuseBackup('exists', { path }));
  const temporary = `${path}.${randomUUID()}${PARTIAL}`;
  const { readable, controller } = createTarPacker();
  const whole = createHash('sha256');
  let sizeBytes = 0;
  const written = pipeline(
    Readable.fromWeb(readable as Parameters<typeof Readable.fromWeb>[0]),
    async function* counted(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        whole.update(chunk);
        sizeBytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true, highWaterMark: 1024 * 1024 }),
  );
  // A failed write is told to whoever waits for the next member; alone it must not end the process.
  written.catch(() => {});
  const refused = (error: unknown) =>
    new Refused(refuseBackup('no-folder', { folder: dirname(path), reason: reasonOf(error) }));
  const sums = new Map<string, string>();
  return {
    sums,
    async add(name, size, chunks) {
      const hash = createHash('sha256');
      const writer = controller.add({ name, size, mtime: at, mode: 0o600, type: 'file' }).getWriter();
      for await (const chunk of chunks) {
        hash.update(chunk);
        await Promise.race([writer.write(chunk), written.then(() => {})]).catch((error) => {
          throw refused(error);
        });
      }
      await writer.close().catch((error) => {
        throw refused(error);
      });
      const sha256 = hash.digest('hex');
      sums.set(name, sha256);
      return sha256;
    },
    async finish() {
      controller.finalize();
      await written.catch((error) => {
        throw refused(error);
      });
      await rename(temporary, path);
      await syncFolder(dirname(path));
      return { sizeBytes, sha256: whole.digest('hex') };
    },
    async abandon() {
      controller.error(new Error('The backup was given up'));
      await written.catch(() => {});
      await rm(temporary, { force: true });
    },
  };
}
