import { join } from 'node:path';

/** Where the embedded database keeps things, all below the data folder. */
export interface Layout {
  readonly dataDir: string;
  /** The cluster; a symbolic link when it had to live elsewhere (see `shelter.ts`). */
  readonly cluster: string;
  readonly secrets: string;
  readonly log: string;
  /** Held only while somebody starts, joins, leaves or stops. */
  readonly lock: string;
  /** One file for each process (and handle) that uses the server now. */
  readonly clients: string;
  /** Library links, when the package's own folder cannot be written. */
  readonly links: string;
}

export const layoutOf = (dataDir: string): Layout => ({
  dataDir,
  cluster: join(dataDir, 'postgres'),
  secrets: join(dataDir, 'postgres-run', 'secrets.json'),
  log: join(dataDir, 'postgres-run', 'server.log'),
  lock: join(dataDir, 'postgres-run', 'lock'),
  clients: join(dataDir, 'postgres-run', 'clients'),
  links: join(dataDir, 'postgres-run', 'lib'),
});
