import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pinned-node.js';

const FILES = ['vite.config.ts', 'svelte.config.js', 'package.json', 'package-lock.json'];

/** What the build was made from: paths, times and sizes (no contents: a start must not read all sources). */
export function sourceStamp(folder = root) {
  const hash = createHash('sha256');
  const add = (path) => {
    const { mtimeMs, size } = statSync(join(folder, path));
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  };
  const walk = (path) => {
    const entries = readdirSync(join(folder, path), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory()) walk(`${path}/${entry.name}`);
      else if (!entry.name.endsWith('.test.ts')) add(`${path}/${entry.name}`);
    }
  };
  for (const file of FILES) add(file);
  walk('src');
  return hash.digest('hex');
}

/** The stamp of the build in `dist/`, or null when there is no complete one (the stamp is part of what is renamed). */
export function builtStamp(folder = root) {
  try {
    return readFileSync(join(folder, 'dist', '.stamp'), 'utf8');
  } catch {
    return null;
  }
}
