import { statfs } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';

/** What the machine has left. Sizes in bytes. */
export interface MachineFacts {
  /** Of the disk that holds the data folder, for this user; null where the system does not tell. */
  readonly disk: { readonly free: number; readonly total: number } | null;
  readonly memory: { readonly free: number; readonly total: number; readonly ours: number };
  /** Seconds since this process began. */
  readonly uptime: number;
}

export async function machineFacts(dataDir: string): Promise<MachineFacts> {
  return {
    disk: await diskSpace(dataDir),
    memory: { free: freemem(), total: totalmem(), ours: process.memoryUsage.rss() },
    uptime: process.uptime(),
  };
}

export const diskSpace = (folder: string): Promise<MachineFacts['disk']> =>
  statfs(folder).then(
    ({ bavail, blocks, bsize }) => ({ free: bavail * bsize, total: blocks * bsize }),
    () => null,
  );
