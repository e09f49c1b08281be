import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { POSTGRES_MAJOR } from './binaries.ts';
import { EmbeddedPostgresError } from './error.ts';
import { giveTo } from './privileges.ts';
import { ADMIN, createDatabaseSql, createRolesSql, passwordsSql, type Secrets } from './roles.ts';
import { run } from './run.ts';
import { HOST_RULES } from './settings.ts';
import type { Place } from './shelter.ts';

/** @throws EmbeddedPostgresError when the folder holds something else or another major version's data. */
export function clusterExists(cluster: string): boolean {
  if (!existsSync(cluster)) return false;
  let version: string;
  try {
    version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch {
    if (readdirSync(cluster).length === 0) return false;
    throw new EmbeddedPostgresError(
      `Thư mục ${cluster} có dữ liệu lạ, không phải của PostgreSQL. Hãy chuyển nó đi nơi khác rồi chạy lại.`,
    );
  }
  if (version === POSTGRES_MAJOR) return true;
  throw new EmbeddedPostgresError(
    `Dữ liệu trong ${cluster} thuộc PostgreSQL ${version}, bản này chạy PostgreSQL ${POSTGRES_MAJOR}. ` +
      'Hãy chạy bản Bắc Cầu cũ để sao lưu, rồi phục hồi bằng bản này vào một thư mục mới.',
  );
}

/**
 * Makes the cluster with its roles and its database, all or nothing: in a folder aside, renamed when complete
 * and on disk. It never listens meanwhile: roles are made in single-user mode.
 */
export async function createCluster(place: Place, secrets: Secrets): Promise<void> {
  const { cluster, runner, binaries } = place;
  const aside = `${cluster}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  giveTo(runner.owner, aside);
  const made = await run(runner, binaries, binaries.initdb, [
    '--pgdata',
    aside,
    '--username',
    ADMIN,
    ...initArguments(),
  ]);
  if (made.code !== 0) throw failed('initdb', made.output);
  writeFileSync(join(aside, 'pg_hba.conf'), HOST_RULES);
  const statements = [...createRolesSql(secrets), ...createDatabaseSql()];
  await singleUser({ ...place, cluster: aside }, statements, ['-c', 'fsync=off']);
  await writeToDisk(place, aside);
  rmSync(cluster, { recursive: true, force: true }); // at most an empty folder
  renameSync(aside, cluster);
  syncFolder(dirname(cluster));
}

/** New passwords for existing data, when the file that held them was lost. The server must not run. */
export const resetPasswords = (place: Place, secrets: Secrets): Promise<void> =>
  singleUser(place, passwordsSql(secrets));

/** Code-point order from PostgreSQL itself: the same on every system and after every update of its C library. */
function initArguments(): string[] {
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  return [
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--auth-local=reject',
    '--auth-host=reject',
    '--no-instructions',
    '--no-sync', // once, when everything is there: see writeToDisk
  ];
}

/** Flushes the finished folder; on Linux with one call, since a thousand single ones take long on a busy disk. */
async function writeToDisk({ runner, binaries }: Place, folder: string): Promise<void> {
  const method = process.platform === 'linux' ? ['--sync-method=syncfs'] : [];
  const synced = await run(runner, binaries, binaries.initdb, ['--sync-only', ...method, '--pgdata', folder]);
  if (synced.code !== 0) throw failed('initdb --sync-only', synced.output);
}

async function singleUser(
  { runner, binaries, cluster }: Place,
  statements: string[],
  settings: string[] = [],
): Promise<void> {
  // Passwords must not reach the output when a statement fails.
  const quiet = ['-c', 'log_min_messages=error', '-c', 'log_min_error_statement=panic', '-c', 'log_statement=none'];
  // `-j`: a statement ends with a semicolon and an empty line.
  const input = statements.map((statement) => `${statement};\n\n`).join('');
  const done = await run(
    runner,
    binaries,
    binaries.postgres,
    ['--single', '-j', '-D', cluster, ...quiet, ...settings, 'postgres'],
    input,
  );
  if (done.code !== 0 || /\b(ERROR|FATAL|PANIC):/.test(done.output)) throw failed('postgres --single', done.output);
}

const failed = (program: string, output: string): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    `Không tạo được cơ sở dữ liệu kèm sẵn (${program}): ${output.trim().split('\n').slice(-5).join(' / ')}. ` +
      'Hãy kiểm tra dung lượng đĩa và quyền ghi của thư mục dữ liệu rồi chạy lại.',
  );

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
