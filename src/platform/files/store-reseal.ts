import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import type { KeyRing } from './keys.ts';
import { seal, unseal } from './seal.ts';
import type { SealedColumn } from './sealed-columns.ts';

const BATCH = 200;

/** How many texts of a column each key sealed. */
export async function countByKey(db: Db, { table, column }: SealedColumn): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select split_part(${sql.ref(column)}, '.', 2) as id, count(*) as count
    from ${sql.table(table)} where ${sql.ref(column)} is not null group by 1`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/**
 * Seals with the current key what an older one sealed, in small steps and each on its own: a kill loses nothing, and
 * a running server is not held up. A text that changes meanwhile is left alone: it was sealed anew by whoever changed it.
 * @returns how many were sealed
 */
export async function reseal(db: Db, keys: KeyRing, { table, column, key, context }: SealedColumn): Promise<number> {
  let done = 0;
  const [name, text] = [sql.table(table), sql.ref(column)];
  const keyTexts = sql.join(key.map((part) => sql`${sql.ref(part)}::text`));
  for (let after: string[] | null = null; ; ) {
    const { rows }: { rows: { key: string[]; sealed: string }[] } = await sql<{ key: string[]; sealed: string }>`
      select array[${keyTexts}] as key, ${text} as sealed from ${name}
      where ${text} not like ${`v1.${keys.current.id}.%`}
        and (${after}::text[] is null or array[${keyTexts}] > ${after}::text[])
      order by array[${keyTexts}] limit ${BATCH}`.execute(db);
    for (const row of rows) {
      const fresh = seal(keys, context(row.key), unseal(keys, context(row.key), row.sealed));
      const mine = key.map((part, at) => sql`${sql.ref(part)}::text = ${row.key[at]}`);
      const { numAffectedRows } = await sql`
        update ${name} set ${text} = ${fresh} where ${sql.join(mine, sql` and `)} and ${text} = ${row.sealed}`.execute(
        db,
      );
      done += Number(numAffectedRows ?? 0);
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return done;
    after = last.key;
  }
}
