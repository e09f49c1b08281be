import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environment } from './environment.ts';
import { EmbeddedPostgresError } from './error.ts';
import { clearRemains, type Postmaster, untilReady } from './postmaster.ts';
import { settingArguments } from './settings.ts';
import type { Place } from './shelter.ts';

/** Crash recovery replays at most `max_wal_size`; two minutes are plenty even on a memory card. */
export const READY_MS = 120_000;
const ATTEMPTS = 8;
const LOG_BYTES = 5_000_000;

/**
 * Starts the server of a place where none runs. Call under the lock.
 * @param port the port to keep (somebody's pool knows it), or null for any free one
 * @throws EmbeddedPostgresError with the last lines of its log
 */
export async function startServer(place: Place, logFile: string, port: number | null): Promise<Postmaster> {
  await clearRemains(place.cluster, 5000);
  // Nobody stands in the cluster any more, so this note can only be a dead server's; its pid may be somebody else's now.
  if (process.platform === 'linux') rmSync(join(place.cluster, 'postmaster.pid'), { force: true });
  let last = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { server, said } = await launch(place, logFile, port ?? (await freePort()));
    if (server) return server;
    last = said;
    // The port may have been taken in between, or a dead server's memory may still be going away.
    if (!/could not bind|Address already in use|shared memory|lock file/i.test(said)) break;
    await sleep(100 * attempt);
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL kèm sẵn không khởi động được: ${last.trim().split('\n').slice(-4).join(' / ') || 'không rõ vì sao'}. ` +
      `Xem chi tiết trong ${logFile}, sửa nguyên nhân (thường là đĩa đầy hoặc quyền của thư mục) rồi chạy lại.`,
  );
}

async function launch({ runner, binaries, cluster }: Place, logFile: string, port: number) {
  turnLog(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const from = fstatSync(log).size;
  const { file, args, options } = runner.command(binaries.postgres, ['-D', cluster, ...settingArguments(port)]);
  // Its own session: Ctrl-C in the terminal of one user of the server must not stop it under the others.
  const child = spawn(file, args, {
    ...options,
    cwd: '/',
    env: environment(binaries),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const failed = new Promise<Error>((resolve) => child.once('error', resolve));
  if (child.pid === undefined) return { server: null, said: (await failed).message };
  child.unref();
  const server = await untilReady(cluster, child.pid, READY_MS);
  return { server, said: server ? '' : readFileSync(logFile).subarray(from).toString('utf8') };
}

/** Keeps one older log. */
function turnLog(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES) renameSync(logFile, `${logFile}.1`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
