import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { insertAccount, seedUnitAndCatalogue, submitted, testKeys } from '../../modules/dossiers/testing.ts';
import { createStaff, inviteStaff } from '../../modules/identity/index.ts';
import { sealCitizenNo } from '../../modules/identity/secrets.ts';
import { PASSWORD } from '../../modules/identity/testing.ts';
import { readConfig } from '../../platform/config.ts';
import { transact } from '../../platform/db/index.ts';
import {
  changeKeyFile,
  keyFileWith,
  keyRing,
  liveKeyRing,
  openStore,
  putFile,
  randomKey,
  readFile,
  type StoredFile,
  unseal,
} from '../../platform/files/index.ts';
import { printKey } from '../../platform/files/keys.ts';
import { newId } from '../../platform/ids.ts';
import { keepPreview } from '../../platform/import-preview/index.ts';
import { sealChannelSecret } from '../../platform/messaging/index.ts';
import { isRefusal } from '../../platform/problem.ts';
import type { OpenedSystem } from '../database.ts';
import { openFiles } from '../files.ts';
import { retire } from './retire.ts';
import { rotate } from './rotate.ts';
import { SEALED_COLUMNS } from './sealed.ts';
import { keyUsage, needingOld } from './usage.ts';

const database = await testDatabase();
const { db } = database;
const NOW = new Date('2026-11-24T03:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'baccau-rotate-'));
const keyFile = join(folder, 'khoa');
const config = readConfig({ BACCAU_DATA: join(folder, 'data'), BACCAU_KEY_FILE: keyFile });
const system: OpenedSystem = {
  config,
  database,
  auditor: database.as('baccau_auditor'),
  appUrl: database.ownerUrl,
  ownerUrl: database.ownerUrl,
  role: null,
  close: async () => {},
};
const PLAIN = Buffer.from('GIẤY CHỨNG SINH'.repeat(9000));
let papers: StoredFile[] = [];
const oldStore = openStore(config.dataDir, testKeys);
const currentId = async () => (await openFiles(config, db)).keys.current.id;
const usage = async () => keyUsage(db, (await openFiles(config, db)).files);

beforeAll(async () => {
  writeFileSync(keyFile, `# khoá của phường\n${printKey(testKeys.current)}\n`, { mode: 0o600 });
  const unitId = await seedUnitAndCatalogue(db);
  const account = await insertAccount(db, '+84912345678');
  await submitted(db, account, unitId);
  const staff = await transact(db, (tx) =>
    createStaff(tx, {
      keys: testKeys,
      now: NOW,
      actor: 'system',
      login: 'lan',
      fullName: 'Nguyễn Thị Lan',
      password: PASSWORD,
      roles: [{ unitId, role: 'officer', validFrom: '2026-01-01', validTo: null }],
      isDemo: false,
    }),
  );
  if (isRefusal(staff)) throw new Error(staff.refused);
  const { staffId } = staff;
  await sql`update account set citizen_no_sealed = ${sealCitizenNo(testKeys, account, '074198000001')}
    where account_id = ${account}`.execute(db);
  await sql`insert into code_channel (unit_id, secret_sealed) values (${unitId}, ${sealChannelSecret(testKeys, unitId, 'mat-ma')})`.execute(
    db,
  );
  const values = {
    fullName: 'Trần Thị Mẫu',
    phone: null,
    roles: ['officer' as const],
    validFrom: '2026-11-01',
    validTo: null,
  };
  await transact(db, (tx) =>
    inviteStaff(tx, { keys: testKeys, now: NOW, actor: 'system', unitId, invitationId: newId(), values }),
  );
  const preview = {
    unitId,
    previewId: newId(),
    staffId,
    kind: 'neighbourhoods',
    fileName: 'a.csv',
    rows: [],
    now: NOW,
  };
  await transact(db, (tx) => keepPreview(tx, testKeys, preview));
  papers = [];
  for (let n = 0; n < 5; n += 1) papers.push(await putFile(oldStore, 'real', PLAIN));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every sealed column of the database is declared, and has a row here', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'baccau' and column_name like '%\\_sealed' order by 1`.execute(db);
  expect(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(rows.map(({ name }) => name));
  for (const { table, column } of SEALED_COLUMNS) {
    const found = await sql<{ count: number }>`
      select count(${sql.ref(column)}) as count from ${sql.table(table)}`.execute(db);
    expect([table, column, (found.rows[0]?.count ?? 0) > 0]).toEqual([table, column, true]);
  }
});

test('a rotation that was killed after the new key is gone on with, not begun again', async () => {
  expect(await changeKeyFile(keyFile, (text) => keyFileWith(text, randomKey()))).toBeNull();
  const second = await currentId();
  expect(second).not.toBe(testKeys.current.id);
  expect(needingOld(await usage(), second)).toBeGreaterThan(SEALED_COLUMNS.length + papers.length - 1);
  const { retired, needed } = await retire(system);
  expect([retired, needed > 0]).toEqual([[], true]);
  const done = await rotate(system, 10);
  expect(done).toMatchObject({ currentKey: second, damaged: 0, files: papers.length });
  expect(done.texts).toBeGreaterThanOrEqual(SEALED_COLUMNS.length);
  expect(needingOld(await usage(), second)).toBe(0);
});

test('beside a running server: what it writes with the old key meanwhile is found, and it reads everything', async () => {
  // The server's ring is read from the file when it meets a key that it does not know, or looks.
  const server = liveKeyRing((await openFiles(config, db)).keys, keyFile);
  const store = openStore(config.dataDir, server);
  const before = server.current.id;
  const rotation = rotate(system, 400);
  await expect.poll(async () => readFileSync(keyFile, 'utf8').split('\n').length, { timeout: 5000 }).toBe(5);
  const late = await putFile(store, 'real', PLAIN);
  expect(server.current.id).toBe(before);
  const done = await rotation;
  expect(done.currentKey).not.toBe(before);
  for (const { fileId } of [...papers, late]) expect(await readFile(store, 'real', fileId)).toEqual(PLAIN);
  expect(server.current.id).toBe(done.currentKey);
  expect(needingOld(await usage(), done.currentKey)).toBe(0);
});

test('old keys are retired, everything opens with the new one alone, and the file keeps its owner’s words', async () => {
  const current = await currentId();
  const { retired } = await retire(system);
  expect(retired).toHaveLength(2);
  expect(readFileSync(keyFile, 'utf8')).toContain('# khoá của phường');
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  const { keys, files } = await openFiles(config, db);
  expect(keys.ids).toEqual([current]);
  for (const { table, column, key, context } of SEALED_COLUMNS) {
    const { rows } = await sql<{ key: string[]; sealed: string }>`
      select array[${sql.join(key.map((part) => sql`${sql.ref(part)}::text`))}] as key, ${sql.ref(column)} as sealed
      from ${sql.table(table)} where ${sql.ref(column)} is not null`.execute(db);
    for (const row of rows) expect(unseal(keys, context(row.key), row.sealed)).not.toBe('');
  }
  for (const { fileId } of papers) expect(await readFile(files, 'real', fileId)).toEqual(PLAIN);
  await expect(readFile(oldStore, 'real', papers[0]?.fileId ?? '')).rejects.toThrow('not in the key file');
  expect(await retire(system)).toEqual({ retired: [], needed: 0 });
});

test('a damaged file is named and left as it is', async () => {
  const [{ fileId } = { fileId: '' }] = papers;
  const path = join(config.dataDir, 'files', 'real', fileId.slice(-2), fileId);
  const bytes = readFileSync(path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const done = await rotate(system, 10);
  expect(done.damaged).toBe(1);
  expect(readFileSync(path)).toEqual(bytes);
  expect((await retire(system)).retired).toEqual([]);
});

test('a ring that follows its file ignores what is no key file', () => {
  const path = join(folder, 'song');
  const [first, second] = [randomKey(), randomKey()];
  writeFileSync(path, printKey(first));
  const ring = liveKeyRing(keyRing(first), path);
  writeFileSync(path, 'không phải khoá');
  expect([ring.refresh(), ring.current.id]).toEqual([false, first.id]);
  writeFileSync(path, `${printKey(second)}\n`);
  expect([ring.refresh(), ring.current.id, ring.ids]).toEqual([true, second.id, [second.id]]);
  // What it once knew still opens what it sealed.
  expect(ring.byId(first.id)).toBeDefined();
  expect(ring.byId('0'.repeat(16))).toBeUndefined();
});
