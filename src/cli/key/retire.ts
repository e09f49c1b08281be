import { changeKeyFile, keyFileWithout, keyPath, markOnly } from '../../platform/files/index.ts';
import { isRefusal, problemText } from '../../platform/problem.ts';
import { type OpenedSystem, withSystem } from '../database.ts';
import { openFiles } from '../files.ts';
import { CommandError, EXIT, print } from '../output.ts';
import { keyUsage, needingOld } from './usage.ts';

/** `key retire`: takes old keys out of the key file, only when nothing needs them any more. */
export const retireCommand = (options: { json?: boolean }): Promise<number> =>
  withSystem(async (system) => {
    const { retired, needed } = await retire(system);
    print(options, { retired, needed }, [
      needed > 0
        ? `Còn ${needed} mục cần khoá cũ. Hãy chạy “baccau key rotate” trước; chưa bỏ khoá nào.`
        : retired.length === 0
          ? 'Tệp khoá chỉ có khoá đang dùng; không có khoá nào để bỏ.'
          : `Đã bỏ ${retired.length} khoá cũ: ${retired.join(', ')}. Bản sao lưu làm trước hôm nay vẫn cần chúng: giữ bản tệp khoá cũ ở nơi an toàn cho đến khi không còn giữ các bản đó.`,
    ]);
    return needed === 0 ? EXIT.ok : EXIT.findings;
  });

export async function retire(system: OpenedSystem): Promise<{ retired: readonly string[]; needed: number }> {
  const { config } = system;
  const { files, keys } = await openFiles(config, system.database.db);
  const current = keys.current.id;
  const needed = needingOld(await keyUsage(system.database.db, files), current);
  const retired = needed > 0 ? [] : keys.ids.filter((id) => id !== current);
  if (retired.length === 0) return { retired, needed };
  // First the marker: a kill between leaves a key too many in the file, never one too few.
  await markOnly(config.dataDir, [current]);
  const refusal = await changeKeyFile(keyPath(config), (text) => keyFileWithout(text, new Set(retired)));
  if (isRefusal(refusal)) throw new CommandError(problemText(refusal), EXIT.failed);
  return { retired, needed };
}
