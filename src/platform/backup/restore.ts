import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type Migration, readMigrations } from '../db/migrate.ts';
import type { KeyRing } from '../files/index.ts';
import type { Refusal } from '../problem.ts';
import { type ReadMember, readArchive } from './archive-read.ts';
import { checkSeal } from './manifest.ts';
import type { Manifest } from './model.ts';
import { refuseBackup } from './problems.ts';
import { answering, orRefuse, Refused } from './refused.ts';
import { openStaging, type Staging } from './staging.ts';
import { analyze, applyLater, beginRestore, fillTable, isAsSaved, isEmptyTarget, makeTables } from './store-restore.ts';
import { backupClient, type TableShape } from './store-snapshot.ts';
import type { Verified } from './verify.ts';

export interface RestoreOptions {
  readonly backup: Verified;
  readonly ownerUrl: string;
  readonly dataDir: string;
  /** For tests: another folder of migrations. */
  readonly migrationFolder?: string;
}

export interface Restored {
  readonly rows: number;
  readonly tables: number;
  readonly files: number;
  /** Migrations applied after the loading: the backup was older than the program. */
  readonly upgraded: readonly string[];
}

/** Whether this program and these keys can open a verified backup. Touches nothing. */
export async function checkFits(
  { manifest, sumsBytes, seal, path }: Verified,
  keys: KeyRing,
  migrationFolder?: string,
): Promise<Refusal | null> {
  const migrations = await readMigrations(migrationFolder);
  const newest = manifest.migrations.at(-1);
  if (newest && newest.number > migrations.length) return refuseBackup('newer', { what: newest.name });
  const other = manifest.migrations.find(({ number, sha256 }) => migrations[number - 1]?.sha256 !== sha256);
  if (other) return refuseBackup('other-line', { name: other.name });
  const missing = manifest.keyIds.filter((id) => !keys.byId(id));
  if (missing.length > 0) return refuseBackup('key-missing', { ids: missing.join(', ') });
  const sealed = checkSeal(keys, seal, sumsBytes);
  if (sealed.ok) return null;
  return sealed.known || sealed.keyId === ''
    ? refuseBackup('forged', { path, keyId: sealed.keyId || '?' })
    : refuseBackup('key-missing', { ids: sealed.keyId });
}

/**
 * Loads a verified backup that fits (`checkFits`) into an empty database and data folder: all of it or nothing.
 * Every member's hash is checked again while it is read, and every table is read back and compared.
 */
export const restoreBackup = (options: RestoreOptions): Promise<Restored | Refusal> =>
  answering(async () => {
    const client = backupClient(options.ownerUrl);
    await client.connect();
    let staging: Staging | null = null;
    try {
      await beginRestore(client);
      if (!(await isEmptyTarget(client))) throw new Refused(refuseBackup('not-empty'));
      staging = orRefuse(await openStaging(options.dataDir));
      const restored = await load(client, options, staging);
      await staging.moveIn();
      await client.query('commit');
      staging = null;
      await analyze(client, options.backup.manifest.tables);
      return restored;
    } catch (error) {
      // First the files: while the database is not committed they belong to nobody.
      await staging?.undo();
      throw error;
    } finally {
      await client.end();
    }
  });

async function load(
  client: pg.Client,
  { backup, migrationFolder }: RestoreOptions,
  staging: Staging,
): Promise<Restored> {
  const { manifest } = backup;
  const migrations = await readMigrations(migrationFolder);
  const level = manifest.migrations.length;
  const shapes = await makeTables(client, migrations.slice(0, level));
  orRefuse(sameTables(backup.path, manifest, shapes));
  await loadMembers(client, backup, staging);
  for (const table of manifest.tables) {
    if (!(await isAsSaved(client, table)))
      throw new Refused(refuseBackup('unlike-after-restore', { table: table.name }));
  }
  const later: readonly Migration[] = migrations.slice(level);
  return {
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    tables: manifest.tables.length,
    files: manifest.files.count,
    upgraded: await applyLater(client, later),
  };
}

function sameTables(path: string, { tables, leftOut }: Manifest, shapes: readonly TableShape[]): Refusal | true {
  const text = (list: readonly TableShape[]) =>
    JSON.stringify(list.map(({ name, columns }) => [name, [...columns].sort()]).sort());
  const expected = shapes.filter(({ name }) => !leftOut.includes(name));
  return text(expected) === text(tables) || refuseBackup('damaged', { path, member: 'manifest.json' });
}

/** One pass through the archive, in its order: tables, then files. */
async function loadMembers(client: pg.Client, { path, manifest, sums }: Verified, staging: Staging): Promise<void> {
  const members = new Cursor(readArchive(path), path, sums);
  for (const table of manifest.tables) {
    if (table.parts > 0) await fillTable(client, table, members.parts(table.name, table.parts));
  }
  for (let left = manifest.files.count; left > 0; left -= 1) {
    const { member, chunks } = await members.next();
    if (member.kind !== 'file') throw new Refused(refuseBackup('damaged', { path, member: 'files' }));
    await staging.put(member.blob, chunks);
  }
  await members.close();
}

/** Hands out members one after the other, and checks each against the list that was verified before. */
class Cursor {
  readonly #members: AsyncGenerator<ReadMember>;
  readonly #path: string;
  readonly #sums: ReadonlyMap<string, string>;

  constructor(members: AsyncGenerator<ReadMember>, path: string, sums: ReadonlyMap<string, string>) {
    this.#members = members;
    this.#path = path;
    this.#sums = sums;
  }

  #damaged(member: string): Refused {
    return new Refused(refuseBackup('damaged', { path: this.#path, member }));
  }

  async next(): Promise<ReadMember> {
    const { done, value } = await this.#members.next();
    if (done) throw this.#damaged('?');
    return { ...value, chunks: this.#checked(value) };
  }

  async *#checked({ name, chunks }: ReadMember): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
    if (hash.digest('hex') !== this.#sums.get(name)) throw this.#damaged(name);
  }

  async *parts(table: string, count: number): AsyncGenerator<Uint8Array> {
    for (let part = 0; part < count; part += 1) {
      const { member, name, chunks } = await this.next();
      if (member.kind !== 'table' || member.table !== table || member.part !== part) throw this.#damaged(name);
      yield* chunks;
    }
  }

  async close(): Promise<void> {
    await this.#members.return(undefined);
  }
}
