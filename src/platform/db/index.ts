export { json } from './json.ts';
export { type Migration, migrate, plannedUpgrade } from './migrate.ts';
export { type OpenedDb, openDb } from './open.ts';
export { transact } from './transact.ts';
export type { Db, Tx } from './types.ts';
