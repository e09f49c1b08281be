/** A backup as the page shows it. */
export interface BackupRow {
  readonly key: string;
  readonly when: string;
  readonly kind: string;
  readonly ok: boolean;
  readonly file: string;
  readonly size: string;
  readonly holds: string;
  readonly took: string;
  readonly missing: number;
  readonly error: string | null;
}
