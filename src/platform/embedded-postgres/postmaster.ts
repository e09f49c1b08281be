import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesIn, processStart, workingFolder } from './process-identity.ts';

/** PostgreSQL's own note about a running server (`postmaster.pid`, lines 1, 4 and 8). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

export function readPostmaster(cluster: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Whether this pid lives and is the server of this cluster, not somebody who got the number later. */
export function isServing(cluster: string, pid: number): boolean {
  if (processStart(pid) === null) return false;
  const folder = workingFolder(pid);
  return folder === null || folder === cluster;
}

/** The server of this cluster that runs now, whoever started it. */
export function runningPostmaster(cluster: string): Postmaster | null {
  const noted = readPostmaster(cluster);
  return noted && isServing(cluster, noted.pid) ? noted : null;
}

/** Waits while a server recovers from a crash. @returns null when it ended or did not get ready in time. */
export async function untilReady(cluster: string, pid: number, timeoutMs: number): Promise<Postmaster | null> {
  const deadline = performance.now() + timeoutMs;
  while (processStart(pid) !== null && performance.now() < deadline) {
    const noted = readPostmaster(cluster);
    if (noted?.pid === pid && noted.ready) return noted;
    await sleep(10);
  }
  return null;
}

/**
 * When only the postmaster was killed, its helpers leave by themselves, soon but not at once. A new server beside
 * them would damage the data, so they must be gone first; what lingers is killed (the log makes that safe).
 */
export async function clearRemains(cluster: string, graceMs: number): Promise<void> {
  const deadline = performance.now() + graceMs;
  for (let remains = processesIn(cluster); remains.length > 0; remains = processesIn(cluster)) {
    if (performance.now() > deadline) for (const pid of remains) signal(pid, 'SIGKILL');
    await sleep(20);
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already.
  }
}

/** Fast shutdown; after `patienceMs` an immediate one, from which the next start recovers. */
export async function stopPostmaster(cluster: string, pid: number, patienceMs = 1200): Promise<void> {
  signal(pid, 'SIGINT');
  const started = performance.now();
  let pressed = false;
  while (processStart(pid) !== null) {
    const waited = performance.now() - started;
    if (waited > patienceMs && !pressed) {
      signal(pid, 'SIGQUIT');
      pressed = true;
    }
    if (waited > patienceMs + 5000) signal(pid, 'SIGKILL');
    await sleep(10);
  }
  await clearRemains(cluster, 500);
}
