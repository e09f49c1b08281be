import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LockTimeout, takeLock, takeLockNow } from './lock.ts';
import { processStart, thisProcess } from './process-identity.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baccau-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const dead = (nonce: string) => JSON.stringify({ pid: process.pid, start: 'another boot', nonce });

it('lets one in at a time', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    const lock = await takeLock(path, { timeoutMs: 10_000 });
    inside += 1;
    most = Math.max(most, inside);
    await sleep(5);
    inside -= 1;
    lock.release();
    lock.release(); // twice must not free somebody else's
  };
  await Promise.all(Array.from({ length: 10 }, work));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

it('gives up on a living owner after the time given, and says who it is', async () => {
  takeLockNow(path);
  const waits: number[] = [];
  const late = takeLock(path, { timeoutMs: 50, onWait: (pid) => waits.push(pid) });
  await expect(late).rejects.toThrow(LockTimeout);
  expect(waits).toEqual([process.pid]);
  expect(takeLockNow(path)).toBeNull();
});

it.each(['', '{"pid":', dead('x')])('breaks the lock of a dead owner: %s', async (content) => {
  writeFileSync(path, content);
  const lock = await takeLock(path, { timeoutMs: 1000 });
  expect(takeLockNow(path)).toBeNull();
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

it('breaks it also when another breaker died half-way', async () => {
  writeFileSync(path, dead('first'));
  writeFileSync(`${path}.break-first`, dead('second'));
  (await takeLock(path, { timeoutMs: 1000 })).release();
  expect(readdirSync(folder)).toEqual([]);
});

it('knows a process by its start', () => {
  expect(processStart(process.pid)).toBe(thisProcess().start);
  expect(processStart(0)).toBeNull();
  expect(processStart(2 ** 30)).toBeNull();
});
