import { EmbeddedPostgresError } from './error.ts';
import { LockTimeout, takeLock } from './lock.ts';
import { READY_MS } from './server.ts';

/** Others may be making a cluster or recovering from a crash. */
const WAIT_MS = READY_MS + 60_000;
const TELL_AFTER_MS = 1000;

/** Start, join, leave and stop happen one at a time among all processes of a data folder. */
export async function underLock<T>(path: string, log: (message: string) => void, work: () => Promise<T>): Promise<T> {
  let note: NodeJS.Timeout | undefined;
  const onWait = (pid: number) => {
    note = setTimeout(() => log(`Đang đợi tiến trình ${pid} mở cơ sở dữ liệu…`), TELL_AFTER_MS);
  };
  const lock = await takeLock(path, { timeoutMs: WAIT_MS, onWait })
    .catch((error) => {
      if (!(error instanceof LockTimeout)) throw error;
      throw new EmbeddedPostgresError(
        `Tiến trình ${error.pid} giữ khoá ${path} quá lâu. Hãy dừng tiến trình đó rồi chạy lại.`,
      );
    })
    .finally(() => clearTimeout(note));
  try {
    return await work();
  } finally {
    lock.release();
  }
}
