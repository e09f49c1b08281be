import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder: found upwards, since this file runs from `src/` and from the bundle in `dist/`. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'baccau') return folder;
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder of Bắc Cầu was not found');
    folder = parent;
  }
}

export const projectRoot: string = findRoot();

export const fromRoot = (...parts: string[]): string => join(projectRoot, ...parts);

/** Folder of the shared test data that does not ship with the project (`BACCAU_SHARED`, else `../shared`). */
export const sharedData = (name: string): string =>
  join(process.env.BACCAU_SHARED ?? join(projectRoot, '..', 'shared'), 'data', name);
