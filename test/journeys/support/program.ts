import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRoot } from '../../../src/platform/paths.ts';

export interface Program {
  readonly origin: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** Ends it as a user does (SIGTERM unless told); resolves when it has ended. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** First start of a new folder: build, initdb, migrations and the demo. */
const START_MS = 300_000;

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('No free port');
  return address.port;
}

export const newDataDir = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'baccau-journey-')), 'data');

export const removeDataDir = (dataDir: string): Promise<void> =>
  rm(join(dataDir, '..'), { recursive: true, force: true });

/**
 * Starts the program as a user does (`baccau start`) and waits until it answers.
 * @param env settings; with `BACCAU_ORIGIN` it is asked there (its authority must be trusted by this process)
 */
export async function startProgram(dataDir: string, env: Record<string, string> = {}): Promise<Program> {
  const port = env.PORT ?? (await freePort());
  const origin = env.BACCAU_ORIGIN ?? `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [fromRoot('bin', 'baccau.js'), 'start'], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      BACCAU_DATA: dataDir,
      DATABASE_URL: '',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await untilReady(origin, child, () => printed);
  return {
    origin,
    dataDir,
    process: child,
    output: () => printed,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}

async function untilReady(origin: string, child: ChildProcess, printed: () => string): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) break;
    try {
      if ((await fetch(`${origin}/readyz`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The program did not start:\n${printed()}`);
}
