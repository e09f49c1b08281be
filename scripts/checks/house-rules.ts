/** House rules that no ready-made linter knows (STYLE.md). Prints every finding; exits 1 when there is one. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fromRoot, projectRoot } from '../../src/platform/paths.ts';
import { findings } from './rules.ts';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: projectRoot,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /^(src|test|bench|scripts|docs|db)\//.test(path) || !path.includes('/'));

let failed = false;
for (const path of new Set(files)) {
  let text: string;
  try {
    text = readFileSync(fromRoot(path), 'utf8');
  } catch {
    continue; // Deleted, not committed yet.
  }
  for (const finding of findings(path, text)) {
    console.error(`${path}${finding.line ? `:${finding.line}` : ''}: ${finding.message}`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
