import type { Readable } from 'node:stream';
import type { Db } from '../../platform/db/index.ts';
import { type FileStore, openFile } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import { insertPaperRead } from './store.ts';

/**
 * Opens a file that the caller has found to be the reader's to see, and records the reading first:
 * what is not recorded is not shown.
 * @param reader `citizen:<account id>`, `staff:<staff id>` or `helper:<staff id>/<consent id>`
 */
export async function openForReader(
  deps: { db: Db; files: FileStore; now: Date },
  file: { accountId: string; fileId: string },
  reader: string,
): Promise<Readable> {
  await insertPaperRead(deps.db, { ...file, readId: newId(), reader, at: deps.now });
  return openFile(deps.files, 'real', file.fileId);
}
