import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Binaries, binariesIn, makeLinks } from './binaries.ts';
import { EmbeddedPostgresError } from './error.ts';
import { canEnter, canRun, giveTo, type Runner, works } from './privileges.ts';

/** What the server will run with, after a way was found that works on this machine. */
export interface Place {
  readonly runner: Runner;
  readonly binaries: Binaries;
  /** Real folder of the cluster (it need not exist yet). */
  readonly cluster: string;
}

/**
 * Chooses how and where PostgreSQL runs. Started as root without user namespaces and below a folder that only root
 * may enter, programs and data go to `shelter`, and the data folder keeps a symbolic link.
 * @throws EmbeddedPostgresError when there is no way
 */
export function choosePlace(cluster: string, binaries: Binaries, runners: Runner[], shelter: string): Place {
  const real = realCluster(cluster);
  const runner = runners.find((candidate) => works(candidate, dirname(real), binaries));
  if (runner) return { runner, binaries, cluster: real };
  const other = runners.find((candidate) => candidate.kind === 'switch');
  try {
    if (other) {
      letThrough(dirname(real));
      if (works(other, dirname(real), binaries)) return { runner: other, binaries, cluster: real };
      return moveIn(other, cluster, binaries, shelter);
    }
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  }
  throw new EmbeddedPostgresError(
    'Không chạy được PostgreSQL kèm sẵn với quyền của người dùng này. Hãy chạy Bắc Cầu bằng một tài khoản thường ' +
      `(không phải root), đặt mã nguồn vào thư mục mà mọi tài khoản đi vào được (ví dụ /opt/baccau), cho phép ghi vào ` +
      `${shelter}, hoặc đặt DATABASE_URL để dùng máy chủ PostgreSQL có sẵn.`,
  );
}

/** Where the cluster really lies. A link may point to a folder that is not made yet, so only the parent is resolved. */
export function realCluster(cluster: string): string {
  const linked = lstatSync(cluster, { throwIfNoEntry: false })?.isSymbolicLink();
  const place = linked ? resolve(dirname(cluster), readlinkSync(cluster)) : cluster;
  return join(realpathSync(dirname(place)), basename(place));
}

/** The data folder itself may have been made closed (as `mkdtemp` does): others may pass through, not list it. */
const letThrough = (folder: string): void => chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011);

function moveIn(runner: Runner, cluster: string, binaries: Binaries, shelter: string): Place {
  mkdirSync(shelter, { recursive: true });
  chmodSync(shelter, 0o755);
  const ours = canRun(runner, binaries) ? binaries : copyBinaries(binaries, shelter);
  const real = realCluster(cluster);
  const place = canEnter(runner, dirname(real)) ? real : moveCluster(cluster, real, shelter);
  if (!works(runner, dirname(place), ours)) throw Object.assign(new Error('unreachable'), { code: 'EACCES' });
  return { runner, binaries: ours, cluster: place };
}

function copyBinaries(binaries: Binaries, shelter: string): Binaries {
  const manifest = JSON.parse(readFileSync(join(dirname(binaries.native), 'package.json'), 'utf8'));
  const folder = join(shelter, `${basename(manifest.name)}-${manifest.version}`);
  if (!existsSync(folder)) {
    const part = `${folder}.${process.pid}.part`;
    rmSync(part, { recursive: true, force: true });
    cpSync(binaries.native, join(part, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(part, join(part, 'spare'));
    openToAll(part);
    renameSync(part, folder);
  }
  return binariesIn(join(folder, 'native'), null);
}

/** Whatever the installing user's umask was, the server's user must be able to read and run the programs. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}

/** Each data folder gets a place of its own; what it already holds is copied, and the original kept aside. */
function moveCluster(cluster: string, real: string, shelter: string): string {
  const home = join(shelter, randomUUID());
  mkdirSync(home);
  chmodSync(home, 0o755);
  const place = join(home, 'postgres');
  const held = existsSync(join(real, 'PG_VERSION'));
  if (held) {
    cpSync(real, place, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    // The copy must be on disk before the original leaves its place.
    spawnSync('sync', { stdio: 'ignore' });
    renameSync(cluster, `${cluster}.moved-${basename(home)}`);
  }
  rmSync(cluster, { force: true, recursive: true }); // an old link or an empty folder
  symlinkSync(place, cluster);
  return place;
}

/** The cluster must belong to whom PostgreSQL runs as (ways may differ from start to start) and to nobody else. */
export function settleIn({ runner, cluster }: Place): void {
  chmodSync(cluster, 0o700);
  giveTo(runner.owner, cluster);
}
