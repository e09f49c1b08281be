import type { Binaries } from './binaries.ts';

/** A small, English environment: nothing of the caller's (PGDATA, locale, proxies) reaches PostgreSQL. */
export const environment = ({ libraryPath }: Pick<Binaries, 'libraryPath'>): Record<string, string> => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  TZ: 'UTC',
  LC_ALL: 'C',
  ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}),
});
