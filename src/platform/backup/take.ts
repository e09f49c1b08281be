import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { BackupConfig } from '../config/backups.ts';
import type { Db } from '../db/index.ts';
import type { FileStore } from '../files/index.ts';
import { isRefusal, problemText, type Refusal } from '../problem.ts';
import { PARTIAL } from './archive-write.ts';
import { backupDue } from './due-rules.ts';
import type { BackupKind, Taken } from './model.ts';
import { refuseBackup } from './problems.ts';
import { reasonOf } from './refused.ts';
import { beforeUpgradeName, scheduledName, toRemove, upgradesToRemove } from './rotation-rules.ts';
import { recordFailed, recordTaken, scheduledPast } from './store-runs.ts';
import { verifyBackup } from './verify.ts';
import { writeBackup } from './write-backup.ts';

export interface Source {
  readonly ownerUrl: string;
  readonly files: FileStore;
  readonly clock: Clock;
}

/** Writes a backup and reads it back: what cannot be read is no backup. */
export async function takeBackup(source: Source, path: string): Promise<Taken | Refusal> {
  const taken = await writeBackup({ ...source, path });
  if (isRefusal(taken)) return taken;
  const verified = await verifyBackup(path);
  if (!isRefusal(verified)) return taken;
  // Left there, it would look like a backup to a person, and push good ones out of the rotation.
  await rm(path, { force: true });
  return verified;
}

export async function takeBeforeUpgrade(
  source: Source,
  { folder, level }: { folder: string; level: number },
): Promise<Taken | Refusal> {
  const ready = await prepare(folder, source.clock.now());
  if (ready) return ready;
  const taken = await takeBackup(source, join(folder, beforeUpgradeName(source.clock.now(), level)));
  if (!isRefusal(taken)) await remove(folder, upgradesToRemove);
  return taken;
}

/** Takes the daily backup when it is due, removes what has had its time, and writes down how it went. */
export async function takeScheduled(
  db: Db,
  source: Source,
  { folder, at, keep }: BackupConfig,
): Promise<Taken | Refusal | null> {
  const startedAt = source.clock.now();
  if (!backupDue(startedAt, at, await scheduledPast(db))) return null;
  const taken =
    (await prepare(folder, startedAt)) ?? (await takeBackup(source, join(folder, scheduledName(startedAt))));
  await record(db, 'scheduled', taken, { startedAt, finishedAt: source.clock.now() });
  // Only after a good one: a backup that fails for a month must not see the good ones rotated away.
  if (!isRefusal(taken)) await remove(folder, (names) => toRemove(names, keep));
  return taken;
}

export const record = (
  db: Db,
  kind: BackupKind,
  taken: Taken | Refusal,
  times: { startedAt: Date; finishedAt: Date },
): Promise<void> =>
  isRefusal(taken) ? recordFailed(db, kind, times, problemText(taken)) : recordTaken(db, kind, taken, true);

/** Makes the folder, and removes what a killed run left half-written more than a day ago. */
async function prepare(folder: string, now: Date): Promise<Refusal | null> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(folder)) {
      if (!name.endsWith(PARTIAL)) continue;
      const { mtimeMs } = await stat(join(folder, name));
      if (now.getTime() - mtimeMs > 86_400_000) await rm(join(folder, name), { force: true });
    }
    return null;
  } catch (error) {
    return refuseBackup('no-folder', { folder, reason: reasonOf(error) });
  }
}

async function remove(folder: string, which: (names: string[]) => string[]): Promise<void> {
  for (const name of which(await readdir(folder))) await rm(join(folder, name), { force: true });
}
