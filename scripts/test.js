// `npm test`: checks, build, then every test; one list for a laptop and for CI.
// `--checks-only` stops before the tests (npm run check).
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onPinnedNode, root } from './pinned-node.js';

const bin = join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
const REPORT = join(root, 'test-results', 'vitest.json');

/** The list. Each is a command; every one runs even when an earlier one failed, so that one run shows all. */
const CHECKS = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'svelte-check', ['--threshold', 'warning', '--fail-on-warnings', '--output', 'human']],
  ['boundaries', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'src']],
  ['dead code', 'knip', []],
  ['house rules', 'node', ['scripts/checks/house-rules.ts']],
  ['schema snapshot', 'node', ['scripts/db-snapshot.ts', '--check']],
  ['build', 'node', ['scripts/build.js', '--if-stale']],
  ['API snapshot', 'node', ['scripts/openapi.ts', '--check']],
  ['permission matrix', 'node', ['scripts/permission-matrix.ts', '--check']],
];

function run(name, command, args) {
  const started = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return status === 0;
}

function runTests() {
  rmSync(REPORT, { force: true });
  const ok = run('tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]);
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8'));
    return { ok, passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { ok: false, passed: 0, failed: 1 };
  }
}

function main() {
  const checksOnly = process.argv.includes('--checks-only');
  // Without a browser the journeys cannot run: say so at once, not after the checks.
  if (!checksOnly && !run('tools', 'node', ['scripts/ensure-tools.js'])) {
    console.log('0 passed, 1 failed');
    return 1;
  }
  const checks = CHECKS.map((check) => run(...check));
  let passed = checks.filter(Boolean).length;
  let failed = checks.length - passed;
  let ok = failed === 0;
  if (!checksOnly) {
    const tests = runTests();
    passed += tests.passed;
    failed += tests.failed;
    ok = ok && tests.ok;
  }
  console.log(`${passed} passed, ${ok ? failed : Math.max(failed, 1)} failed`);
  return ok ? 0 : 1;
}

if (await onPinnedNode(fileURLToPath(import.meta.url))) process.exitCode = main();
