import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const onLinux = process.platform === 'linux';
let bootId: string | undefined;

/**
 * When a process started, as an opaque text; null when no such process lives (a zombie is dead).
 * A pid alone proves nothing: the kernel gives it to somebody else later, or again after a reboot.
 */
export function processStart(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (!onLinux) return startByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may itself hold brackets and blanks: fields count from the last one (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    bootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${bootId}/${fields[19]}`;
  } catch {
    return null;
  }
}

function startByPs(pid: number): string | null {
  const { stdout, status } = spawnSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state, ...start] = (stdout ?? '').trim().split(/\s+/);
  return status !== 0 || !state || state.startsWith('Z') ? null : start.join(' ');
}

export interface ProcessIdentity {
  readonly pid: number;
  readonly start: string;
}

export const thisProcess = (): ProcessIdentity => ({ pid: process.pid, start: processStart(process.pid) ?? '' });

export const isAlive = ({ pid, start }: ProcessIdentity): boolean => processStart(pid) === start;

/** Folder a process stands in; null when it is gone, may not be seen, or the system has no /proc. */
export function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** Every process that stands in this folder: PostgreSQL's processes stand in their cluster. Empty without /proc. */
export function processesIn(folder: string): number[] {
  if (!onLinux) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolder(pid) === folder && processStart(pid) !== null);
}
