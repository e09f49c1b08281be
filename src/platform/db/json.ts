import { type RawBuilder, sql } from 'kysely';

/** A value for a `jsonb` column. */
export const json = (value: unknown): RawBuilder<unknown> => sql<unknown>`${JSON.stringify(value)}::jsonb`;
