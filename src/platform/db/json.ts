import { type RawBuilder, sql } from 'kysely';

/** A value for a `jsonb` column. */
export const json = <T>(value: T): RawBuilder<T> => sql`${JSON.stringify(value)}::jsonb`;
