import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';

export { type DataFacts, dataFacts, type JobState, jobStates } from './store.ts';

export interface CronJob {
  readonly name: string;
  /** Cron expression in Viet Nam time; null = switched off, also where an earlier start had scheduled it. */
  readonly cron: string | null;
  /** A run that takes longer counts as lost; pg-boss' own limit is 15 minutes. */
  readonly expireInSeconds?: number;
  readonly run: () => Promise<void>;
}

export interface Jobs {
  stop(): Promise<void>;
}

/** Starts pg-boss in its own schema (made by the first migration) and schedules the cron jobs. */
export async function startJobs(options: {
  url: string;
  role: string | null;
  jobs: readonly CronJob[];
  log: Logger;
}): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: options.url,
    schema: 'pgboss',
    createSchema: false,
    max: 2,
    application_name: 'baccau jobs',
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  });
  boss.on('error', (error) => options.log.error({ err: error }, 'jobs'));
  await boss.start();
  for (const job of options.jobs) {
    await boss.createQueue(job.name);
    if (job.cron === null) {
      await boss.unschedule(job.name);
      continue;
    }
    await boss.schedule(job.name, job.cron, null, {
      tz: 'Asia/Ho_Chi_Minh',
      ...(job.expireInSeconds ? { expireInSeconds: job.expireInSeconds } : {}),
    });
    await boss.work(job.name, { pollingIntervalSeconds: 30 }, async () => job.run());
  }
  return { stop: () => boss.stop({ graceful: false, close: true, timeout: 500 }) };
}
