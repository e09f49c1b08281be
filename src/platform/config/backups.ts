import { resolve } from 'node:path';
import { parseTimeOfDay } from '../backup/due-rules.ts';
import { type Keep, parseKeep } from '../backup/rotation-rules.ts';
import { ConfigError, type Environment } from './error.ts';

export interface BackupConfig {
  readonly folder: string;
  /** Minute of the day in Viet Nam. */
  readonly at: number;
  readonly keep: Keep;
}

/** Daily backups; null = no folder is named, so none are scheduled. @throws ConfigError */
export function readBackups(env: Environment): BackupConfig | null {
  const folder = env.BACCAU_BACKUP_DIR?.trim();
  const at = parseTimeOfDay(env.BACCAU_BACKUP_AT?.trim() || '01:00');
  if (at === null) {
    throw new ConfigError(`BACCAU_BACKUP_AT="${env.BACCAU_BACKUP_AT}" phải là giờ trong ngày, ví dụ 01:00.`);
  }
  const keep = parseKeep(env.BACCAU_BACKUP_KEEP?.trim() || '7d 5w 12m');
  if (keep === null) {
    throw new ConfigError(
      `BACCAU_BACKUP_KEEP="${env.BACCAU_BACKUP_KEEP}" phải có dạng “7d 5w 12m”: giữ bản mới nhất của 7 ngày, 5 tuần, 12 tháng.`,
    );
  }
  return folder ? { folder: resolve(folder), at, keep } : null;
}
