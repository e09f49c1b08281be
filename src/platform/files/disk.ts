import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Bytes } from './crypt.ts';
import { moveDurably, syncFolder, writeDurably } from './durable.ts';

/** Where sealed bytes lie: local disk today, S3 tomorrow. Names are `<realm>/<two letters>/<file id>`. */
export interface BlobStore {
  /** All or nothing: after an error, or a power cut, there is no blob of that name. */
  readonly put: (name: string, bytes: Bytes) => Promise<void>;
  /** Bytes as they lie there; null = there is none. */
  readonly size: (name: string) => Promise<number | null>;
  /** null = there is none. @param most bytes from the beginning; default all */
  readonly get: (name: string, most?: number) => Promise<Readable | null>;
  /** Whether there was one. */
  readonly remove: (name: string) => Promise<boolean>;
  readonly list: (prefix: string) => AsyncIterable<string>;
}

/** Blobs under a folder. Half-written ones lie in `.tmp`, from where they are never read. */
export function diskBlobs(folder: string): BlobStore {
  const path = (name: string): string => {
    if (!/^[a-z]+\/[0-9a-f]{2}\/[0-9a-f-]{36}$/.test(name)) throw new Error(`Not a blob name: ${name}`);
    return join(folder, name);
  };
  return {
    async put(name, bytes) {
      const target = path(name);
      const temporary = join(folder, '.tmp', randomUUID());
      await mkdir(dirname(temporary), { recursive: true, mode: 0o700 });
      try {
        await writeDurably(temporary, bytes);
        await moveDurably(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async get(name, most) {
      try {
        return (await open(path(name), 'r')).createReadStream({
          highWaterMark: 256 * 1024,
          ...(most !== undefined && { end: most - 1 }),
        });
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
    async size(name) {
      try {
        return (await stat(path(name))).size;
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
    async remove(name) {
      try {
        await rm(path(name));
        await syncFolder(dirname(path(name)));
        return true;
      } catch (error) {
        if (isAbsent(error)) return false;
        throw error;
      }
    },
    async *list(prefix) {
      for (const part of await readFolder(join(folder, prefix))) {
        for (const name of await readFolder(join(folder, prefix, part))) yield `${prefix}/${part}/${name}`;
      }
    },
  };
}

/** Removes what a kill left half-written; called at the start, before anything is written. */
export const sweepUnfinished = (folder: string): Promise<void> =>
  rm(join(folder, '.tmp'), { recursive: true, force: true });

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function readFolder(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}
