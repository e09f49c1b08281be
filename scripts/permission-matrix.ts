/**
 * Writes `docs/permission-matrix.md` from the policy and the routes as they are; `--check` compares instead and exits 1
 * on a difference. Needs a build.
 */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fromRoot } from '../src/platform/paths.ts';

const path = fromRoot('docs', 'permission-matrix.md');
const text = execFileSync(process.execPath, [fromRoot('bin', 'baccau.js'), 'permissions'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
const current = await readFile(path, 'utf8').catch(() => '');
if (current !== text) {
  if (process.argv.includes('--check')) {
    console.error('docs/permission-matrix.md is out of date: run node scripts/permission-matrix.ts and review it');
    process.exitCode = 1;
  } else {
    await writeFile(path, text);
    console.error(`wrote ${path}`);
  }
}
