import type { Tx } from '../../platform/db/index.ts';
import { type FileStore, putFile } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { inspectUpload } from './intake.ts';
import { displayName } from './paper-rules.ts';
import { insertPaper, markPapersRemoved, type Paper } from './store.ts';

/** A file as sent; its name is only shown, never believed. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that was taken in and lies encrypted on the disk; nothing names it yet. */
export type NewPaper = Omit<Paper, 'accountId'>;

/**
 * Inspects an upload by its content and keeps what is fit to keep. Done before the transaction that names the file:
 * a crash between leaves a file without a row, never a row without a file.
 */
export async function storeUpload(files: FileStore, upload: Upload): Promise<NewPaper | Refusal> {
  const accepted = await inspectUpload(upload.bytes);
  if (isRefusal(accepted)) return accepted;
  const stored = await putFile(files, 'real', accepted.bytes);
  return {
    paperId: newId(),
    fileId: stored.fileId,
    mime: accepted.mime,
    sizeBytes: stored.size,
    sha256: stored.sha256,
    pages: accepted.kind === 'pdf' ? accepted.pages : 1,
    originalName: displayName(upload.name, accepted.kind),
  };
}

/**
 * Writes a paper into a person's store. The caller records the act (journal, audit) in the same transaction.
 * @param addedBy `citizen:<account id>` or `helper:<staff id>/<consent id>`
 */
export async function addPaper(tx: Tx, accountId: string, paper: NewPaper, addedBy: string, now: Date): Promise<void> {
  await insertPaper(tx, { accountId, ...paper }, addedBy, now);
}

/** Takes papers out of a person's store; their bytes go with the next clean-up. */
export const removePapers = (tx: Tx, accountId: string, paperIds: readonly string[], now: Date): Promise<void> =>
  markPapersRemoved(tx, accountId, paperIds, now);
