import { spawn } from 'node:child_process';
import type { Binaries } from './binaries.ts';
import { environment } from './environment.ts';
import type { Runner } from './privileges.ts';

export interface Outcome {
  readonly code: number | null;
  /** Standard output and error together, in order of arrival. */
  readonly output: string;
}

/** Runs a program of the package to its end, with `input` on standard input. */
export function run(runner: Runner, binaries: Binaries, program: string, args: string[], input = ''): Promise<Outcome> {
  const { file, args: full, options } = runner.command(program, args);
  return new Promise((resolve, reject) => {
    const child = spawn(file, full, { ...options, cwd: '/', env: environment(binaries), stdio: 'pipe' });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.stdin.on('error', () => {}); // it ended before reading everything: the exit code tells
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(parts).toString('utf8') }));
    child.stdin.end(input);
  });
}
