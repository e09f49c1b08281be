export { openDb, type OpenedDb } from './open.ts';
export type { Db, Tx } from './types.ts';
export { transact } from './transact.ts';
export { json } from './json.ts';
export { migrate, type Migration } from './migrate.ts';
