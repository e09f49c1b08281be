export { backupLate } from './due-rules.ts';
export { backupJob } from './job.ts';
export type { BackupKind, Manifest, Taken } from './model.ts';
export { refuseBackup } from './problems.ts';
export { checkFits, type Restored, restoreBackup } from './restore.ts';
export { type BackupHealth, type BackupRun, backupHealth, isRecorded, recentRuns } from './store-runs.ts';
export { installationKeyId } from './store-snapshot.ts';
export { record, type Source, takeBackup, takeBeforeUpgrade } from './take.ts';
export { type Verified, verifyBackup } from './verify.ts';
