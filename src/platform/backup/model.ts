/** The format's number: raised when an older program could not read a newer file. */
export const FORMAT = 1;

export const KIND = 'baccau-backup';

/** Members that are not tables or files. */
export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';
export const SEAL = 'SHA256SUMS.hmac';

/**
 * Tables whose rows stay out. Sessions, one-time codes and one-time links would let whoever holds an old backup, or
 * the machine it is restored on, act as somebody who once signed in there; counters of attempts and the list of
 * backups speak of this machine only. Everybody signs in anew after a restore.
 */
export const ROWS_STAY_OUT: ReadonlySet<string> = new Set([
  'session',
  'one_time_code',
  'staff_invitation',
  'throttle',
  'backup_run',
]);

/** Written by the migrations themselves on the restored side. */
export const MIGRATION_TABLE = 'migration';

export interface MigrationMark {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

export interface TableEntry {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Bytes of the COPY text before compression, and their SHA-256. */
  readonly bytes: number;
  readonly sha256: string;
  readonly parts: number;
}

export interface Manifest {
  readonly kind: typeof KIND;
  readonly format: number;
  readonly createdAt: string;
  readonly installationId: string;
  /** Keys that sealed something in here; the keys themselves are never in a backup. */
  readonly keyIds: readonly string[];
  readonly postgres: string;
  readonly migrations: readonly MigrationMark[];
  /** In the order in which they can be filled again. */
  readonly tables: readonly TableEntry[];
  readonly leftOut: readonly string[];
  readonly files: { readonly count: number; readonly bytes: number; readonly missing: readonly string[] };
}

export type BackupKind = 'scheduled' | 'manual' | 'before-upgrade';

/** What a finished backup is, for the record and for people. */
export interface Taken {
  readonly path: string;
  readonly sizeBytes: number;
  /** SHA-256 of the whole file, to compare copies on other disks. */
  readonly sha256: string;
  readonly rows: number;
  readonly fileCount: number;
  /** Files that rows name and the disk does not have: the backup is complete but for them. */
  readonly missing: readonly string[];
  readonly startedAt: Date;
  readonly finishedAt: Date;
}
