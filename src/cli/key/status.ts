import { withSystem } from '../database.ts';
import { openFiles } from '../files.ts';
import { EXIT, print } from '../output.ts';
import { keyUsage, needingOld } from './usage.ts';

/** `key status`: which keys there are and what each still opens; exit 0 when only the current one is needed. */
export const statusCommand = (options: { json?: boolean }): Promise<number> =>
  withSystem(async ({ config, database }) => {
    const { files, keys } = await openFiles(config, database.db);
    const uses = await keyUsage(database.db, files);
    const current = keys.current.id;
    const missing = uses.filter(({ keyId }) => !keys.byId(keyId));
    const needed = needingOld(uses, current);
    print(options, { current, keys: uses, needOld: needed, missing: missing.map(({ keyId }) => keyId) }, [
      ...uses.map(
        ({ keyId, texts, files: count }) =>
          `${keyId}${keyId === current ? ' (đang dùng)' : ''}: ${texts} ô dữ liệu, ${count} tệp`,
      ),
      ...missing.map(({ keyId }) => `Thiếu khoá ${keyId}: chép lại từ bản sao của tệp khoá.`),
      needed > 0 ? `Còn ${needed} mục cần khoá cũ: chạy “baccau key rotate”.` : 'Chỉ khoá đang dùng là cần.',
    ]);
    return needed === 0 ? EXIT.ok : EXIT.findings;
  });
