import pg from 'pg';
import type { Logger } from 'pino';
import { consumers } from './app.ts';
import { cleanUp } from './clean-up.ts';
import type { Clock } from './platform/clock.ts';
import type { OpenedDb } from './platform/db/index.ts';
import { type CronJob, startJobs } from './platform/jobs/index.ts';
import { deliverOutbox, OUTBOX_CHANNEL } from './platform/outbox/index.ts';

/** Without a notification (lost connection, back-off) the outbox is looked at this often. */
const SWEEP_MS = 2_000;

export interface WorkerOptions {
  readonly database: OpenedDb;
  readonly url: string;
  readonly role: string | null;
  readonly clock: Clock;
  readonly log: Logger;
  /** Jobs of the installation, beside those of every worker. */
  readonly jobs: readonly CronJob[];
}

/** Delivers the outbox as soon as the database tells of news, and runs the cron jobs. */
export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const { database, clock, log } = options;
  let stopped = false;
  let running: Promise<unknown> | null = null;
  let again = false;
  const deliver = (): void => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = deliverOutbox(database.db, consumers, clock.now())
      .catch((error) => log.error({ err: error }, 'outbox'))
      .finally(() => {
        running = null;
        if (again) {
          again = false;
          deliver();
        }
      });
  };
  const listener = await listen(options, deliver);
  const timer = setInterval(deliver, SWEEP_MS);
  deliver();
  const jobs = await startJobs({
    url: options.url,
    role: options.role,
    log,
    jobs: [{ name: 'clean-up', cron: '17 3 * * *', run: () => cleanUp(database.db, clock.now()) }, ...options.jobs],
  });
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.allSettled([listener.end(), jobs.stop(), running]);
    },
  };
}

/** Notifications only make delivery faster; the sweep makes it certain. So a lost listener is only logged. */
async function listen({ url, log }: WorkerOptions, onNews: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'baccau outbox' });
  client.on('error', (error) => log.warn({ err: error }, 'outbox listener lost; sweeping goes on'));
  client.on('notification', onNews);
  await client.connect();
  await client.query(`listen ${OUTBOX_CHANNEL}`);
  return client;
}
