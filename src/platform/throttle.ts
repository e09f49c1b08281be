import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './db/index.ts';

export interface ThrottleRule {
  /** What is counted, e.g. `sign-in-code:phone`. */
  readonly name: string;
  /** Hits allowed in one window. */
  readonly limit: number;
  readonly windowSeconds: number;
}

/**
 * Counts one attempt; false = too many. Committed on its own, so that a refused act still counts.
 * The key is stored hashed: a phone number or an address cannot be read from the table.
 */
export async function allow(db: Db, rule: ThrottleRule, key: string, now: Date): Promise<boolean> {
  const hashed = createHash('sha256').update(`${rule.name}\n${key}`).digest('base64url');
  const oldest = new Date(now.getTime() - rule.windowSeconds * 1000);
  const { rows } = await sql<{ hits: number }>`
    insert into throttle as t (key, window_start, hits) values (${hashed}, ${now}, 1)
    on conflict (key) do update set
      hits = case when t.window_start <= ${oldest} then 1 else t.hits + 1 end,
      window_start = case when t.window_start <= ${oldest} then ${now} else t.window_start end
    returning hits`.execute(db);
  return (rows[0]?.hits ?? 1) <= rule.limit;
}
