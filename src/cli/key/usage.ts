import type { Db } from '../../platform/db/index.ts';
import { countByKey, type FileStore, keyOfFile, listFiles, type Realm } from '../../platform/files/index.ts';
import { SEALED_COLUMNS } from './sealed.ts';

export const REALMS: readonly Realm[] = ['real', 'practice'];

export interface KeyUse {
  readonly keyId: string;
  readonly texts: number;
  readonly files: number;
}

/** What each key still opens: sealed texts and files. Reads the first bytes of every file. */
export async function keyUsage(db: Db, files: FileStore): Promise<KeyUse[]> {
  const uses = new Map<string, { texts: number; files: number }>();
  const of = (id: string) => {
    const use = uses.get(id) ?? { texts: 0, files: 0 };
    uses.set(id, use);
    return use;
  };
  for (const id of files.keys.ids) of(id);
  for (const column of SEALED_COLUMNS) {
    for (const [id, count] of await countByKey(db, column)) of(id).texts += count;
  }
  for (const realm of REALMS) {
    for await (const fileId of listFiles(files, realm)) {
      const id = await keyOfFile(files, realm, fileId);
      if (id) of(id).files += 1;
    }
  }
  return [...uses].map(([keyId, use]) => ({ keyId, ...use }));
}

/** How many things need another key than the current one. */
export const needingOld = (uses: readonly KeyUse[], currentId: string): number =>
  uses.filter(({ keyId }) => keyId !== currentId).reduce((sum, { texts, files }) => sum + texts + files, 0);
