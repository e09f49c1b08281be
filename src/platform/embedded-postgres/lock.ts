import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity.ts';

interface Owner extends ProcessIdentity {
  /** Names this one taking of the lock, so that nobody breaks a later one by mistake. */
  readonly nonce: string;
}

export interface HeldLock {
  release(): void;
}

export interface LockOptions {
  /** How long to wait for a living owner, in milliseconds. */
  readonly timeoutMs: number;
  /** Called once when somebody living holds the lock. */
  readonly onWait?: (pid: number) => void;
}

export class LockTimeout extends Error {
  readonly pid: number;
  constructor(path: string, pid: number) {
    super(`Process ${pid} holds ${path}`);
    this.pid = pid;
  }
}

/**
 * Takes a lock between processes (and within one); a dead owner's lock is broken.
 * The folder must exist. @throws LockTimeout when a living owner keeps it longer than `timeoutMs`.
 */
export async function takeLock(path: string, { timeoutMs, onWait }: LockOptions): Promise<HeldLock> {
  const deadline = performance.now() + timeoutMs;
  let told = false;
  for (;;) {
    const owner = tryTake(path);
    if (owner === null) return held(path);
    if (!told && owner !== 'changed') {
      told = true;
      onWait?.(owner.pid);
    }
    if (performance.now() > deadline) throw new LockTimeout(path, owner === 'changed' ? 0 : owner.pid);
    if (owner !== 'changed') await sleep(20);
  }
}

/** The lock if it is free at this moment, else null. */
export const takeLockNow = (path: string): HeldLock | null => (tryTake(path) === null ? held(path) : null);

function held(path: string): HeldLock {
  let mine = true;
  return {
    release: () => {
      if (mine) rmSync(path, { force: true });
      mine = false;
    },
  };
}

/** @returns null when taken, the living owner, or 'changed' when it is worth trying again at once. */
function tryTake(path: string): Owner | 'changed' | null {
  if (create(path)) return null;
  const owner = read(path);
  if (owner === null) return 'changed';
  if (isAlive(owner)) return owner;
  breakDead(path, owner);
  return 'changed';
}

/**
 * Removes a dead owner's lock. Two waiters must not both do it: the slower one would remove the faster one's
 * fresh lock. So the right to break this one taking is a lock of its own (which may be broken the same way).
 */
function breakDead(path: string, dead: Owner): void {
  const right = `${path}.break-${dead.nonce.slice(0, 8)}`;
  if (tryTake(right) !== null) return;
  try {
    if (read(path)?.nonce === dead.nonce) rmSync(path, { force: true });
  } finally {
    rmSync(right, { force: true });
  }
}

/** Appears with its content or not at all: written aside, then linked. */
function create(path: string): boolean {
  const nonce = randomUUID();
  const aside = `${path}.${nonce}`;
  writeFileSync(aside, JSON.stringify({ ...thisProcess(), nonce } satisfies Owner), { mode: 0o600 });
  try {
    linkSync(aside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function read(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    // A torn file (power cut) names nobody: its owner is dead.
    return { pid: 0, start: 'torn', nonce: 'torn' };
  }
}
