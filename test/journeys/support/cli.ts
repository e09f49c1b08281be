import { execFile } from 'node:child_process';
import { fromRoot } from '../../../src/platform/paths.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `baccau …` as a user runs it, on a data folder, beside a running program or alone. */
export const baccau = (dataDir: string, ...args: string[]): Promise<Ran> =>
  baccauWith({ BACCAU_DATA: dataDir }, ...args);

/** The same with more settings. */
export const baccauWith = (settings: Record<string, string>, ...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: '', ...settings };
    execFile(process.execPath, [fromRoot('bin', 'baccau.js'), ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }),
    );
  });
