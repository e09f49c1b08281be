import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fromRoot } from '../src/platform/paths.ts';
import { sourceStamp } from './build-stamp.js';

/** A checkout in small: the real entry scripts, another "pinned Node" than the one that runs, a program that reports. */
const box = mkdtempSync(join(tmpdir(), 'baccau-launch-'));
const entry = join(box, 'bin', 'baccau.js');
const children: ChildProcess[] = [];
vi.setConfig({ testTimeout: 60_000 });

const PROGRAM = `export async function main(argv) {
  const heard = [];
  if (argv[0] === 'serve') for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => heard.push(name));
  console.log(JSON.stringify({ argv, pid: process.pid, parent: process.ppid, cwd: process.cwd() }));
  if (argv[0] === 'die') process.kill(process.pid, 'SIGTERM');
  if (argv[0] === 'serve') {
    while (heard.length === 0) await new Promise((go) => setTimeout(go, 20));
    await new Promise((go) => setTimeout(go, 300));
    console.log(heard.join());
  }
  return Number(argv[1] ?? 0);
}`;
const BUILD = `console.log('noise on standard output'); const { writeFileSync } = await import('node:fs');
const { sourceStamp } = await import('./build-stamp.js'); writeFileSync('dist/.stamp', sourceStamp());`;

const write = (path: string, text: string) => {
  mkdirSync(join(box, path, '..'), { recursive: true });
  writeFileSync(join(box, path), text);
};
const freshen = () => write('dist/.stamp', sourceStamp(box));

beforeAll(() => {
  for (const path of ['bin/baccau.js', 'scripts/pinned-node.js', 'scripts/build-stamp.js'])
    cpSync(fromRoot(path), join(box, path));
  const name = `node-${process.platform}-${process.arch}`;
  write('package.json', JSON.stringify({ name: 'baccau', type: 'module', optionalDependencies: { [name]: '0.0.1' } }));
  for (const path of ['package-lock.json', 'vite.config.ts', 'svelte.config.js', 'src/cli/main.ts']) write(path, '{}');
  write(`node_modules/${name}/package.json`, '{ "version": "0.0.1" }');
  write(`node_modules/${name}/bin/node`, `#!/bin/sh\nexec '${process.execPath}' "$@"\n`);
  chmodSync(join(box, 'node_modules', name, 'bin', 'node'), 0o755);
  write('scripts/build.js', BUILD);
  write('dist/server/main.js', PROGRAM);
  symlinkSync(entry, join(box, 'link'));
});
afterAll(() => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(box, { recursive: true, force: true });
});

it('runs on the pinned Node from any folder and by a link, and answers its exit code', () => {
  freshen();
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(box, 'link'), 'x', '3'], {
    cwd: '/',
    encoding: 'utf8',
  });
  const { argv, parent, cwd } = JSON.parse(stdout);
  expect({ argv, cwd, status, stderr }).toEqual({ argv: ['x', '3'], cwd: '/', status: 3, stderr: '' });
  expect(parent).not.toBe(process.pid);
});

it('passes on the signal that ended the program', () => {
  freshen();
  expect(spawnSync(process.execPath, [entry, 'die']).signal).toBe('SIGTERM');
});

it('builds when a source changed, and keeps standard output for the command', () => {
  freshen();
  utimesSync(join(box, 'src/cli/main.ts'), 1, 1);
  const { stdout, stderr } = spawnSync(process.execPath, [entry, 'x'], { encoding: 'utf8' });
  expect(JSON.parse(stdout).argv).toEqual(['x']);
  expect(stderr).toContain('noise on standard output');
  expect(readFileSync(join(box, 'dist/.stamp'), 'utf8')).toBe(sourceStamp(box));
});

it('stamps the sources in less than 50 ms', () => {
  const times = Array.from({ length: 10 }, () => {
    const started = performance.now();
    sourceStamp();
    return performance.now() - started;
  });
  expect(Math.min(...times)).toBeLessThan(50); // the best one: other tests run beside
});

/** Starts the serving program in a process group of its own. */
async function serve() {
  freshen();
  const child = spawn(process.execPath, [entry, 'serve'], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let text = '';
  child.stdout.on('data', (part) => {
    text += part;
  });
  await once(child.stdout, 'data');
  return { child, pid: child.pid as number, said: () => text.trim().split('\n') };
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  'lets the program hear %s once, sent to the group or to one process',
  async (name) => {
    for (const target of [-1, 1]) {
      const { child, pid, said } = await serve();
      process.kill(target * pid, name);
      await once(child.stdout, 'close');
      expect(said()[1]).toBe(name);
    }
  },
);

it('ends the program when the process that started it is killed', async () => {
  const { child, pid, said } = await serve();
  process.kill(pid, 'SIGKILL');
  await once(child.stdout, 'close');
  expect(said()[1]).toBe('SIGTERM');
});
