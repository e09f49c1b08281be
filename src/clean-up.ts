import { sql } from 'kysely';
import type { Db } from './platform/db/index.ts';
import { removeExpiredPreviews } from './platform/import-preview/index.ts';

const DAY_MS = 86_400_000;

/** Removes what may not be kept: expired sessions and codes, stale throttle windows, lists that nobody confirmed. */
export async function cleanUp(db: Db, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY_MS);
  await sql`delete from session where expires_at < ${now}`.execute(db);
  await sql`delete from one_time_code where expires_at < ${yesterday}`.execute(db);
  await sql`delete from throttle where window_start < ${yesterday}`.execute(db);
  await removeExpiredPreviews(db, now);
}
