import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import { MAX_ATTEMPTS } from '../outbox/index.ts';

/** How one job of the installation stands, as pg-boss wrote it down (it keeps finished runs for seven days). */
export interface JobState {
  readonly name: string;
  /** Null: switched off. */
  readonly cron: string | null;
  readonly lastDone: Date | null;
  readonly lastFailed: Date | null;
  readonly failures: number;
  /** When the run that is under way began. */
  readonly runningSince: Date | null;
  /** Since when a run that is due waits for a worker. */
  readonly waitingSince: Date | null;
}

/** PostgreSQL: the table is not there, or not for this role. */
const ABSENT = new Set(['42P01', '42501', '3F000']);

/** All jobs by name; null while no worker ever ran on this database: pg-boss then has no tables yet. */
export async function jobStates(db: Db): Promise<readonly JobState[] | null> {
  try {
    const { rows } = await sql<JobState>`
      select q.name, min(s.cron) as cron,
        max(j.completed_on) filter (where j.state = 'completed') as "lastDone",
        max(j.completed_on) filter (where j.state = 'failed') as "lastFailed",
        count(j.id) filter (where j.state = 'failed') as failures,
        min(j.started_on) filter (where j.state = 'active') as "runningSince",
        min(j.start_after) filter (where j.state in ('created', 'retry')) as "waitingSince"
      from pgboss.queue q
      left join pgboss.schedule s on s.name = q.name
      left join pgboss.job j on j.name = q.name
      where not starts_with(q.name, '__') group by q.name order by q.name`.execute(db);
    return rows;
  } catch (error) {
    if (ABSENT.has((error as { code?: string }).code ?? '')) return null;
    throw error;
  }
}

/** What the page about operations asks of the database beside the jobs. */
export interface DataFacts {
  /** When the oldest news that still waits was written, of every unit. */
  readonly oldestNews: Date | null;
  /** News that was tried in vain too often. */
  readonly stuckNews: number;
  readonly lastGoodBackup: Date | null;
  /** When the database was last set up, restored or upgraded. */
  readonly since: Date;
  /** `17.5` */
  readonly postgres: string;
}

export async function dataFacts(db: Db): Promise<DataFacts> {
  const { rows } = await sql<DataFacts>`
    select min(created_at) filter (where attempts < ${MAX_ATTEMPTS}) as "oldestNews",
      count(*) filter (where attempts >= ${MAX_ATTEMPTS}) as "stuckNews",
      (select max(started_at) from backup_run where verified) as "lastGoodBackup",
      (select max(applied_at) from migration) as since,
      split_part(current_setting('server_version'), ' ', 1) as postgres
    from outbox_event where done_at is null`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('No answer about the data');
  return row;
}
