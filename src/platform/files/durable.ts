import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a folder's entries (new, renamed, removed files) survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders; there NTFS journals the entry.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a new file readable by its owner only, down to the disk. @throws when the path exists */
export async function writeDurably(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Moves a finished file to its name in one step: a reader sees the whole file or none. */
export async function moveDurably(from: string, to: string): Promise<void> {
  const firstMade = await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  for (let made = dirname(to); firstMade && made.length >= firstMade.length; made = dirname(made)) {
    await syncFolder(dirname(made));
  }
  await rename(from, to);
  await syncFolder(dirname(to));
}
