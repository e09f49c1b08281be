import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { environment } from './environment.ts';

/**
 * `plain`: as we are. `namespace`: in a user namespace where root has another number: the kernel still sees the same
 * user, so it also works below a folder that only root may enter. `switch`: as another user of the system.
 */
export type RunnerKind = 'plain' | 'namespace' | 'switch';

export interface UserIds {
  readonly uid: number;
  readonly gid: number;
}

/** A way to run PostgreSQL, which refuses to run as root. */
export interface Runner {
  readonly kind: RunnerKind;
  /** Who must own the cluster on disk; null = whoever we are. */
  readonly owner: UserIds | null;
  command(program: string, args: string[]): { file: string; args: string[]; options: Partial<UserIds> };
}

const NOBODY: UserIds = { uid: 65534, gid: 65534 };

/**
 * The ways to try, best first.
 * @param uid our user, @param passwd text of /etc/passwd: initdb insists that its user has a name
 */
export function runnersFor(uid: number, passwd: string): Runner[] {
  const users = passwd.split('\n').map((line) => line.split(':'));
  const named = users.find(([name]) => name === 'nobody') ?? users.find(([, , id]) => Number(id) > 0);
  const other = named ? { uid: Number(named[2]), gid: Number(named[3]) } : NOBODY;
  if (uid === 0) return [namespace(other, { uid: 0, gid: 0 }), switchTo(other)];
  const hasName = passwd === '' || users.some(([, , id]) => Number(id) === uid);
  return hasName ? [plain] : [namespace(other, null), plain];
}

const plain: Runner = { kind: 'plain', owner: null, command: (file, args) => ({ file, args, options: {} }) };

const namespace = ({ uid, gid }: UserIds, owner: UserIds | null): Runner => ({
  kind: 'namespace',
  owner,
  command: (program, args) => ({
    file: 'unshare',
    args: ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--', program, ...args],
    options: {},
  }),
});

const switchTo = (owner: UserIds): Runner => ({
  kind: 'switch',
  owner,
  command: (file, args) => ({ file, args, options: owner }),
});

/** Whether this way really works: it can enter the folder and run the program. */
export function works(runner: Runner, folder: string, binaries: Binaries): boolean {
  return canEnter(runner, folder) && canRun(runner, binaries);
}

export const canEnter = (runner: Runner, folder: string): boolean => probe(runner, 'cd -- "$1"', [folder]);

export const canRun = (runner: Runner, binaries: Binaries): boolean =>
  probe(
    runner,
    '"$1" --version && test -r "$2/share/postgresql/postgres.bki"',
    [binaries.postgres, binaries.native],
    binaries,
  );

function probe(
  runner: Runner,
  script: string,
  values: string[],
  binaries = { libraryPath: null as string | null },
): boolean {
  const { file, args, options } = runner.command('/bin/sh', ['-c', script, 'sh', ...values]);
  return spawnSync(file, args, { ...options, cwd: '/', env: environment(binaries), stdio: 'ignore' }).status === 0;
}

/** Gives a tree to the user that PostgreSQL will run as. The top is changed last: a change cut short is done again. */
export function giveTo(owner: UserIds | null, folder: string): void {
  if (!owner) return;
  const { uid, gid } = lstatSync(folder);
  if (uid === owner.uid && gid === owner.gid) return;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), owner.uid, owner.gid);
  }
  chownSync(folder, owner.uid, owner.gid);
}
