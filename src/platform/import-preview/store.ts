import { sql } from 'kysely';
import { type Db, json, type Tx } from '../db/index.ts';
import { type KeyRing, type SealedColumn, seal, unseal } from '../files/index.ts';
import type { ListRow } from '../spreadsheet/index.ts';

/** How long a list waits for its confirmation. */
const KEPT_MS = 3_600_000;

export interface PreviewKey {
  readonly unitId: string;
  readonly previewId: string;
  /** Only who sent a list may see and confirm it. */
  readonly staffId: string;
  readonly kind: string;
}

/** Counts of what a confirmed list wrote. */
export interface Outcome {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
}

export interface Preview {
  readonly fileName: string;
  readonly rows: readonly ListRow[];
  /** Null until it was applied. */
  readonly outcome: Outcome | null;
}

const context = ({ unitId, previewId }: Pick<PreviewKey, 'unitId' | 'previewId'>) =>
  `import-preview:${unitId}/${previewId}`;

/** Keeps the rows of an upload, sealed, until they are confirmed or an hour has gone by. */
export async function keepPreview(
  tx: Tx,
  keys: KeyRing,
  preview: PreviewKey & { readonly fileName: string; readonly rows: readonly ListRow[]; readonly now: Date },
): Promise<void> {
  const { unitId, now } = preview;
  await sql`delete from import_preview where unit_id = ${unitId} and expires_at < ${now}`.execute(tx);
  await sql`
    insert into import_preview (unit_id, preview_id, kind, staff_id, file_name, rows_sealed, created_at, expires_at)
    values (${unitId}, ${preview.previewId}, ${preview.kind}, ${preview.staffId}, ${preview.fileName.slice(0, 200)},
      ${seal(keys, context(preview), JSON.stringify(preview.rows))}, ${now}, ${new Date(now.getTime() + KEPT_MS)})`.execute(
    tx,
  );
}

/** Null when it does not exist, is somebody else's, or its time is over. */
export async function findPreview(db: Db, keys: KeyRing, key: PreviewKey, now: Date): Promise<Preview | null> {
  const { rows } = await sql<{ fileName: string; sealed: string | null; outcome: Outcome | null }>`
    select file_name as "fileName", rows_sealed as sealed, outcome from import_preview
    where unit_id = ${key.unitId} and preview_id = ${key.previewId} and staff_id = ${key.staffId} and kind = ${key.kind}
      and expires_at > ${now}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const list = row.sealed ? (JSON.parse(unseal(keys, context(key), row.sealed)) as ListRow[]) : [];
  return { fileName: row.fileName, rows: list, outcome: row.outcome };
}

/** {@link findPreview} that holds it until the commit, so that a list is applied once. */
export async function lockPreview(tx: Tx, keys: KeyRing, key: PreviewKey, now: Date): Promise<Preview | null> {
  await sql`select from import_preview where unit_id = ${key.unitId} and preview_id = ${key.previewId} for update`.execute(
    tx,
  );
  return findPreview(tx, keys, key, now);
}

/** The list has done its work: its rows go, its counts stay for the page until the hour is over. */
export async function markApplied(tx: Tx, key: PreviewKey, outcome: Outcome, now: Date): Promise<void> {
  await sql`update import_preview set rows_sealed = null, applied_at = ${now}, outcome = ${json(outcome)}
    where unit_id = ${key.unitId} and preview_id = ${key.previewId}`.execute(tx);
}

/** Removes lists whose hour is over, of every unit. */
export async function removeExpiredPreviews(db: Db, now: Date): Promise<void> {
  await sql`delete from import_preview
    where unit_id = any(array(select distinct unit_id from import_preview where expires_at < ${now}))
      and expires_at < ${now}`.execute(db);
}

/** What a change of the key has to seal anew. */
export const previewsSealed: readonly SealedColumn[] = [
  {
    table: 'import_preview',
    column: 'rows_sealed',
    key: ['unit_id', 'preview_id'],
    context: ([unitId = '', previewId = '']) => context({ unitId, previewId }),
  },
];
