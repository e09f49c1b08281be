import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskBlobs, filesFolder, syncFolder } from '../files/index.ts';
import type { Refusal } from '../problem.ts';
import { refuseBackup } from './problems.ts';

const PREFIX = 'files.dang-khoi-phuc-';

/** Files of a restore lie beside their place until all is checked; then they move there in one step. */
export interface Staging {
  put(blob: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  moveIn(): Promise<void>;
  /** Takes back what `moveIn` did, or throws the prepared files away. */
  undo(): Promise<void>;
}

/** The place must hold no files: two installations' files in one folder could never be told apart. */
export async function openStaging(dataDir: string): Promise<Staging | Refusal> {
  const target = filesFolder(dataDir);
  if (await holdsFiles(target)) return refuseBackup('files-not-empty', { folder: target });
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  // What a killed restore left behind.
  for (const name of await readdir(dataDir)) {
    if (name.startsWith(PREFIX)) await rm(join(dataDir, name), { recursive: true, force: true });
  }
  const folder = join(dataDir, `${PREFIX}${randomUUID()}`);
  await mkdir(folder, { mode: 0o700 });
  const blobs = diskBlobs(folder);
  let movedIn = false;
  return {
    put: (blob, chunks) => blobs.put(blob, chunks),
    async moveIn() {
      await rm(join(folder, '.tmp'), { recursive: true, force: true });
      await rm(target, { recursive: true, force: true });
      await rename(folder, target);
      movedIn = true;
      await syncFolder(dirname(target));
    },
    undo: () => rm(movedIn ? target : folder, { recursive: true, force: true }),
  };
}

async function holdsFiles(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return entries.some((entry) => !entry.isDirectory());
}
