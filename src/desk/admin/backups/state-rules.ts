import { backupLate } from '../../../platform/backup/due-rules.ts';

/** How the backups of an installation stand, for the page, the checklist and the tests. */
export type BackupState = 'off' | 'waiting' | 'late' | 'good';

export interface BackupFacts {
  readonly configured: boolean;
  /** Start of the last backup that was read back without a fault. */
  readonly lastGood: Date | null;
  /** When the database was last set up, restored or upgraded. */
  readonly since: Date;
}

export function backupState({ configured, lastGood, since }: BackupFacts, now: Date): BackupState {
  if (!configured) return 'off';
  if (backupLate(now, lastGood && lastGood > since ? lastGood : since)) return 'late';
  return lastGood ? 'good' : 'waiting';
}
