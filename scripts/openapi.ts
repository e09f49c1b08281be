/** Writes `openapi.json` from the routes as they are; `--check` compares instead and exits 1 on a difference. */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fromRoot } from '../src/platform/paths.ts';

const path = fromRoot('openapi.json');
const text = execFileSync(process.execPath, [fromRoot('bin', 'baccau.js'), 'openapi'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
const current = await readFile(path, 'utf8').catch(() => '');
if (current !== text) {
  if (process.argv.includes('--check')) {
    console.error('openapi.json is out of date: run node scripts/openapi.ts');
    process.exitCode = 1;
  } else {
    await writeFile(path, text);
    console.error(`wrote ${path}`);
  }
}
