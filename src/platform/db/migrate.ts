import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { fromRoot } from '../paths.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

export class MigrationError extends Error {}

/** Held exclusively while migrations change tables, and shared while a backup reads them. */
export const MIGRATION_LOCK = 7316001;

const FILE = /^(\d{4})_[a-z0-9_-]+\.sql$/;

export async function readMigrations(folder = fromRoot('db', 'migrations')): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => FILE.test(name)).sort();
  const migrations = await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${folder}/${name}`, 'utf8');
      return { number: Number(name.slice(0, 4)), name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
  migrations.forEach(({ name, number }, at) => {
    if (number !== at + 1) throw new MigrationError(`Migration ${name} should have number ${at + 1}`);
  });
  return migrations;
}

/**
 * Applies what is missing, forward only, each file in its own transaction under one lock.
 * @returns the names applied now. @throws MigrationError when the data is newer than the program or a file was altered.
 */
export async function migrate(ownerUrl: string, folder?: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'baccau migrate' });
  await client.connect();
  try {
    // Without work there is no lock: a command must not wait for the end of a long backup.
    if ((await countApplied(client, migrations)) === migrations.length) return [];
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await apply(client, migrations);
  } finally {
    await client.end();
  }
}

/** Where migrations are written down; the only thing that is made outside a migration. */
export async function createMigrationTable(client: pg.Client): Promise<void> {
  await client.query('create schema if not exists baccau');
  await client.query(
    `create table if not exists baccau.migration (
       number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`,
  );
  await client.query(`comment on table baccau.migration is 'reference: which migrations have been applied'`);
}

/**
 * The upgrade that `migrate` would do to data that are there; null = none, or no data yet.
 * @throws MigrationError as `migrate` does, so that nothing is prepared for an upgrade that is refused
 */
export async function plannedUpgrade(ownerUrl: string, folder?: string): Promise<{ from: number; to: number } | null> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'baccau migrate' });
  await client.connect();
  try {
    const applied = await countApplied(client, migrations);
    return applied > 0 && applied < migrations.length ? { from: applied, to: migrations.length } : null;
  } finally {
    await client.end();
  }
}

async function countApplied(client: pg.Client, migrations: Migration[]): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('baccau.migration') is not null as there`,
  );
  return rows[0]?.there ? checkApplied(client, migrations) : 0;
}

async function apply(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await createMigrationTable(client);
  const done = await checkApplied(client, migrations);
  const applied: string[] = [];
  for (const migration of migrations.slice(done)) {
    await applyOne(client, migration);
    applied.push(migration.name);
  }
  return applied;
}

/** @returns how many are applied. @throws MigrationError when they are not a beginning of ours */
async function checkApplied(client: pg.Client, migrations: Migration[]): Promise<number> {
  const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
    'select number, name, sha256 from baccau.migration order by number',
  );
  const newest = rows.at(-1);
  if (newest && newest.number > migrations.length) {
    throw new MigrationError(
      `Dữ liệu đã được nâng cấp bởi bản mới hơn (${newest.name}). Hãy chạy bản Bắc Cầu mới hơn; bản này không động vào dữ liệu.`,
    );
  }
  for (const row of rows) {
    const known = migrations[row.number - 1];
    if (known?.sha256 !== row.sha256) {
      throw new MigrationError(`Tệp di trú ${row.name} đã bị sửa sau khi áp dụng. Hãy lấy lại đúng bản mã nguồn.`);
    }
  }
  return rows.length;
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await applyInTransaction(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** One migration in the caller's transaction. @throws MigrationError */
export async function applyInTransaction(client: pg.Client, { number, name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query('set local search_path = baccau');
    await client.query(sql);
    await client.query('insert into baccau.migration (number, name, sha256) values ($1, $2, $3)', [
      number,
      name,
      sha256,
    ]);
  } catch (error) {
    throw new MigrationError(`Di trú ${name} thất bại: ${(error as Error).message}`, { cause: error });
  }
}
