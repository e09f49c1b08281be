import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import { newId } from '../ids.ts';
import type { Past } from './due-rules.ts';
import type { BackupKind, Taken } from './model.ts';

export interface BackupRun {
  readonly runId: string;
  readonly kind: BackupKind;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly path: string | null;
  readonly sizeBytes: number | null;
  readonly sha256: string | null;
  readonly rowCount: number | null;
  readonly fileCount: number | null;
  readonly missingFiles: number | null;
  readonly verified: boolean;
  readonly error: string | null;
}

export const recordTaken = async (db: Db, kind: BackupKind, taken: Taken, verified: boolean): Promise<void> => {
  await sql`insert into backup_run (run_id, kind, started_at, finished_at, path, size_bytes, sha256, row_count, file_count,
      missing_files, verified)
    values (${newId()}, ${kind}, ${taken.startedAt}, ${taken.finishedAt}, ${taken.path}, ${taken.sizeBytes}, ${taken.sha256},
      ${taken.rows}, ${taken.fileCount}, ${taken.missing.length}, ${verified})`.execute(db);
};

/** @param error a sentence for people, without personal data */
export const recordFailed = async (
  db: Db,
  kind: BackupKind,
  times: { startedAt: Date; finishedAt: Date },
  error: string,
): Promise<void> => {
  await sql`insert into backup_run (run_id, kind, started_at, finished_at, error)
    values (${newId()}, ${kind}, ${times.startedAt}, ${times.finishedAt}, ${error})`.execute(db);
};

/** Whether the data are new enough to have the list of backups. */
export async function isRecorded(db: Db): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('backup_run') is not null as there`.execute(db);
  return rows[0]?.there ?? false;
}

/** The newest first, and how they stand: the last good one may be older than all of those. */
export async function recentRuns(db: Db, limit = 20): Promise<BackupHealth & { readonly runs: readonly BackupRun[] }> {
  const { rows } = await sql<BackupHealth & Partial<BackupRun>>`
    select h.*, r.* from (select (select max(started_at) from backup_run where verified) as "lastGood",
      (select max(applied_at) from migration) as since) h left join lateral (select run_id as "runId", kind, started_at as "startedAt", finished_at as "finishedAt", path,
      size_bytes as "sizeBytes", sha256, row_count as "rowCount", file_count as "fileCount",
      missing_files as "missingFiles", verified, error
    from backup_run order by started_at desc, run_id desc limit ${limit}) r on true`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('No answer about backups');
  const runs = rows.filter((one): one is BackupHealth & BackupRun => typeof one.runId === 'string');
  return { runs, lastGood: row.lastGood, since: row.since };
}

export async function scheduledPast(db: Db): Promise<Past> {
  const { rows } = await sql<Past>`
    select max(started_at) filter (where verified) as "lastGood", max(started_at) as "lastTry"
    from backup_run where kind = 'scheduled'`.execute(db);
  return rows[0] ?? { lastGood: null, lastTry: null };
}

export interface BackupHealth {
  /** Start of the last backup that was read back without a fault; null = none of this database as it stands here. */
  readonly lastGood: Date | null;
  /** When the database was last set up, restored or upgraded: from then a first backup is awaited. */
  readonly since: Date;
}

export async function backupHealth(db: Db): Promise<BackupHealth> {
  const { rows } = await sql<BackupHealth>`
    select (select max(started_at) from backup_run where verified) as "lastGood",
      (select max(applied_at) from migration) as since`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('No answer about backups');
  return row;
}
