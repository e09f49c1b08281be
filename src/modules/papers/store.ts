import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';

export interface Paper {
  readonly accountId: string;
  readonly paperId: string;
  readonly fileId: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly pages: number;
  readonly originalName: string;
}

/** Inserts a paper; the same id again changes nothing. @returns whether it was new. */
export async function insertPaper(tx: Tx, paper: Paper, addedBy: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into paper (account_id, paper_id, file_id, mime, size_bytes, sha256, pages, original_name, created_at, added_by)
    values (${paper.accountId}, ${paper.paperId}, ${paper.fileId}, ${paper.mime}, ${paper.sizeBytes}, ${paper.sha256},
      ${paper.pages}, ${paper.originalName}, ${now}, ${addedBy})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

/** The owner's paper; others find nothing. */
export async function findPaper(db: Db, accountId: string, paperId: string): Promise<Paper | null> {
  const { rows } = await sql<Paper>`
    select account_id as "accountId", paper_id as "paperId", file_id as "fileId", mime, size_bytes as "sizeBytes", sha256, pages,
      original_name as "originalName"
    from paper where account_id = ${accountId} and paper_id = ${paperId} and removed_at is null`.execute(db);
  return rows[0] ?? null;
}

/** One row for each opening of a sensitive file (DESIGN §5.6); the person can see it. */
export async function insertPaperRead(
  db: Db,
  read: { accountId: string; readId: string; fileId: string; reader: string; at: Date },
): Promise<void> {
  await sql`insert into paper_read (account_id, read_id, file_id, reader, at)
    values (${read.accountId}, ${read.readId}, ${read.fileId}, ${read.reader}, ${read.at})`.execute(db);
}

export async function markPapersRemoved(
  tx: Tx,
  accountId: string,
  paperIds: readonly string[],
  now: Date,
): Promise<void> {
  if (paperIds.length === 0) return;
  await sql`update paper set removed_at = ${now}
    where account_id = ${accountId} and paper_id = any(${[...paperIds]}::uuid[]) and removed_at is null`.execute(tx);
}
