import { setTimeout as sleep } from 'node:timers/promises';
import { processStart } from './process-identity.ts';

const EVERY_MS = 200;

export interface Keeper {
  pid(): number;
  /** Ends the watch; waits for a restart that is under way. */
  stop(): Promise<void>;
}

/**
 * Looks after a server that may be killed under us (out of memory, an operator's hand): `restart` brings it back on
 * the same port, so that pools reconnect by themselves. Keeps trying; does not keep the process alive.
 */
export function keepAlive(pid: number, log: (message: string) => void, restart: () => Promise<number>): Keeper {
  let current = pid;
  let start = processStart(pid);
  let work: Promise<void> | null = null;

  const look = async () => {
    log('PostgreSQL kèm sẵn đã dừng bất ngờ; đang khởi động lại…');
    try {
      current = await restart();
      start = processStart(current);
      log('PostgreSQL kèm sẵn đã chạy lại.');
    } catch (error) {
      log(`Chưa khởi động lại được PostgreSQL kèm sẵn: ${(error as Error).message}`);
      await sleep(1000, undefined, { ref: false });
    }
  };
  const timer = setInterval(() => {
    if (work || (start !== null && processStart(current) === start)) return;
    work = look().finally(() => {
      work = null;
    });
  }, EVERY_MS);
  timer.unref();

  return {
    pid: () => current,
    stop: async () => {
      clearInterval(timer);
      await work;
    },
  };
}
