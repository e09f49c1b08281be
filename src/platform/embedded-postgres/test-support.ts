import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, vi } from 'vitest';
import { processesIn, processStart } from './process-identity.ts';

export interface Opened {
  readonly child: ChildProcess;
  readonly port: number;
  /** The postmaster's pid at the start. */
  readonly server: number;
  query(text: string): Promise<unknown[]>;
  release(): Promise<void>;
  /** The end of the process, after `kill`. */
  ended(): Promise<void>;
}

interface Answer {
  failed?: string;
  rows?: unknown[];
  port?: number;
  server?: number;
}

const SCRIPT = fileURLToPath(new URL('test-child.ts', import.meta.url));

/** Data folders and processes for one test file; whatever a test leaves behind is ended and removed. */
export function processes() {
  // Whole servers are made and crashed here, on a machine that runs other tests beside.
  vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });
  const folders: string[] = [];
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  });
  afterAll(async () => {
    for (const folder of folders.splice(0)) {
      const cluster = join(folder, 'data', 'postgres');
      for (const pid of processesIn(realOf(cluster))) process.kill(pid, 'SIGKILL');
      await until(() => processesIn(realOf(cluster)).length === 0);
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return {
    folder(): string {
      folders.push(mkdtempSync(join(tmpdir(), 'baccau-embedded-')));
      return folders.at(-1) as string;
    },
    async open(dataDir: string, ...rest: string[]): Promise<Opened> {
      const child = fork(SCRIPT, [dataDir, ...rest], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
      children.push(child);
      child.setMaxListeners(0);
      const errors: string[] = [];
      child.stderr?.on('data', (part) => errors.push(String(part)));
      const answer = async (): Promise<Answer> => {
        const ended = once(child, 'exit').then(() => ({ failed: `ended: ${errors.join('')}` }));
        const said = await Promise.race([once(child, 'message').then(([message]) => message as Answer), ended]);
        if (said.failed !== undefined) throw new Error(said.failed);
        return said;
      };
      const { port = 0, server = 0 } = await answer();
      const ended = once(child, 'exit');
      const ask = (message: object) => {
        child.send(message);
        return answer();
      };
      return {
        child,
        port,
        server,
        query: async (text) => (await ask({ act: 'query', text })).rows ?? [],
        release: async () => {
          await ask({ act: 'release' });
        },
        ended: async () => {
          await ended;
        },
      };
    },
  };
}

export const isGone = (pid: number): boolean => processStart(pid) === null;

export async function until(condition: () => boolean, timeoutMs = 10_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
