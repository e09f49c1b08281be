import { type Db, openDb } from '../../platform/db/index.ts';
import {
  changeKeyFile,
  encryptAnew,
  FileDamaged,
  type FileStore,
  keyFileWith,
  keyOfFile,
  keyPath,
  listFiles,
  randomKey,
  reseal,
} from '../../platform/files/index.ts';
import { isRefusal, problemText } from '../../platform/problem.ts';
import { type OpenedSystem, withSystem } from '../database.ts';
import { openFiles } from '../files.ts';
import { CommandError, EXIT, print, progress } from '../output.ts';
import { SEALED_COLUMNS } from './sealed.ts';
import { keyUsage, needingOld, REALMS } from './usage.ts';

/** A running server looks at its key file this often; until then it may still seal with the old key. */
export const SETTLE_MS = 5_000;
const MOST_PASSES = 10;

/** `key rotate`: a new key first, then everything sealed anew, until no old key is needed. Goes on after a kill. */
export const rotateCommand = (options: { json?: boolean }): Promise<number> =>
  withSystem(async (system) => {
    const result = await rotate(system);
    print(options, result, [
      `Đã mã hoá lại ${result.texts} ô dữ liệu và ${result.files} tệp bằng khoá ${result.currentKey}.`,
      result.damaged > 0
        ? `${result.damaged} tệp hỏng nên chưa đổi được: xem các dòng ở trên, lấy lại từ bản sao lưu rồi chạy lại.`
        : 'Không còn gì cần khoá cũ. Các bản sao lưu cũ thì vẫn cần: cất một bản tệp khoá này, rồi chạy “baccau key retire”.',
    ]);
    return result.damaged === 0 ? EXIT.ok : EXIT.findings;
  });

export interface Rotation {
  readonly currentKey: string;
  readonly texts: number;
  readonly files: number;
  readonly damaged: number;
}

/** @param settleMs how long a running server may need to see the new key */
export async function rotate(system: OpenedSystem, settleMs = SETTLE_MS): Promise<Rotation> {
  const { config } = system;
  let { files } = await openFiles(config, system.database.db);
  // An earlier rotation that was cut short is finished first: no third key is needed for that.
  const unfinished = needingOld(await keyUsage(system.database.db, files), files.keys.current.id) > 0;
  if (!unfinished) {
    const refusal = await changeKeyFile(keyPath(config), (text) => keyFileWith(text, randomKey()));
    if (isRefusal(refusal)) throw new CommandError(problemText(refusal), EXIT.failed);
    ({ files } = await openFiles(config, system.database.db));
  }
  progress(`Khoá hiện dùng: ${files.keys.current.id}. Đang mã hoá lại…`);
  // The owner: the application may not rewrite everything that it may read.
  const owner = openDb({ url: system.ownerUrl, role: null, max: 2 });
  try {
    return await sealAll(owner.db, files, settleMs);
  } finally {
    await owner.close();
  }
}

async function sealAll(db: Db, files: FileStore, settleMs: number): Promise<Rotation> {
  const total = { texts: 0, files: 0, damaged: 0 };
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    let texts = 0;
    for (const column of SEALED_COLUMNS) texts += await reseal(db, files.keys, column);
    const written = await encryptAll(files);
    total.texts += texts;
    total.files += written.files;
    total.damaged = written.damaged;
    if (pass > 1 && texts + written.files === 0) break;
    // What a server sealed with the old key before it saw the new one is found by the next pass.
    await new Promise((resolve) => setTimeout(resolve, settleMs));
  }
  return { currentKey: files.keys.current.id, ...total };
}

async function encryptAll(files: FileStore): Promise<{ files: number; damaged: number }> {
  let done = 0;
  let damaged = 0;
  for (const realm of REALMS) {
    for await (const fileId of listFiles(files, realm)) {
      try {
        const id = await keyOfFile(files, realm, fileId);
        if (id === null || id === files.keys.current.id) continue;
        await encryptAnew(files, realm, fileId);
        done += 1;
        if (done % 500 === 0) progress(`${done} tệp…`);
      } catch (error) {
        if (!(error instanceof FileDamaged)) throw error;
        damaged += 1;
        progress(`Tệp ${fileId} hỏng: ${error.message}`);
      }
    }
  }
  return { files: done, damaged };
}
