import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Anything that can run a query: a pool or a transaction. */
export type Db = Kysely<Tables>;

/** A running transaction. Functions that must not run outside one demand this type. */
export type Tx = Transaction<Tables>;
