import type { Logger } from 'pino';
import type { BackupConfig } from '../config/backups.ts';
import type { Db } from '../db/index.ts';
import type { CronJob } from '../jobs/index.ts';
import { isRefusal, problemText } from '../problem.ts';
import { type Source, takeScheduled } from './take.ts';

/** Looked at this often: a machine that was off at the hour makes up for it when it is on. */
const EVERY_TEN_MINUTES = '*/10 * * * *';

/** The daily backup as a job of the worker; without a folder the job is switched off. */
export function backupJob(options: { db: Db; source: Source; backups: BackupConfig | null; log: Logger }): CronJob {
  const { db, source, backups, log } = options;
  return {
    name: 'backup',
    cron: backups ? EVERY_TEN_MINUTES : null,
    expireInSeconds: 6 * 3_600,
    run: async () => {
      if (!backups) return;
      const taken = await takeScheduled(db, source, backups);
      if (taken === null) return;
      if (isRefusal(taken)) log.error({ refused: taken.refused }, problemText(taken));
      else log.info({ bytes: taken.sizeBytes, rows: taken.rows, files: taken.fileCount }, 'backup taken');
    },
  };
}
