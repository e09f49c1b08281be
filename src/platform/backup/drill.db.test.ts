/** The drill: what was saved while people worked is, restored elsewhere, one consistent state. */
import { createHash } from 'node:crypto';
import { readFile as readFromDisk, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { recountDossiers } from '../../modules/dossiers/index.ts';
import { insertAccount, seedUnitAndCatalogue, submitted, testKeys } from '../../modules/dossiers/testing.ts';
import { verifyAudit } from '../audit/index.ts';
import { type Db, json, transact } from '../db/index.ts';
import { deleteFile, openStore, readFile } from '../files/index.ts';
import { newId } from '../ids.ts';
import { takeBackup } from './take.ts';
import { codeOf, emptyPlace, must, restoreInto, temporaryFolder, testInstallation } from './testing.ts';
import { verifyBackup } from './verify.ts';

const here = await testInstallation();
const { db } = here;
const unitId = await seedUnitAndCatalogue(db);
const accounts = await Promise.all([1, 2, 3].map((n) => insertAccount(db, `+8491234567${n}`)));
const texts = ['Ảnh giấy khai sinh', 'Ảnh căn cước', 'x'.repeat(300_000)];
const papers = await Promise.all(texts.map((text) => here.storePaper(accounts[0] ?? '', Buffer.from(text))));
const folder = temporaryFolder();
const path = join(folder, 'drill.tar');

const count = async (from: Db, table: 'dossier' | 'audit_entry' | 'session' | 'one_time_code'): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(from);
  return rows[0]?.n ?? 0;
};

await transact(db, async (tx) => {
  const day = new Date('2026-11-03T03:00:00Z');
  await tx
    .insertInto('session')
    .values({
      token_hash: Buffer.from('a'),
      kind: 'citizen',
      account_id: accounts[0] ?? '',
      created_at: day,
      last_seen_at: day,
      expires_at: new Date('2036-01-01T00:00:00Z'),
    })
    .execute();
  await sql`insert into outbox_event (unit_id, event_id, topic, payload, created_at, next_attempt_at)
    values (${unitId}, ${newId()}, 'test', ${json({ text: 'tab\t, xuống dòng\n, \\N và “ngoặc”' })}, ${day}, ${day})`.execute(
    tx,
  );
});

/** Three people who file one dossier after the other until told to stop, and once more after that. */
let filing = true;
const writers = accounts.map(async (accountId) => {
  do await submitted(db, accountId, unitId);
  while (filing);
  await submitted(db, accountId, unitId);
});
while ((await count(db, 'dossier')) < 6) await new Promise((resolve) => setTimeout(resolve, 20));
const atStart = await count(db, 'dossier');
const taken = must(await takeBackup(here.source, path));
const atEnd = await count(db, 'dossier');
filing = false;
await Promise.all(writers);

const place = await emptyPlace();
const restored = must(await restoreInto(path, place));
const there = place.open();

it('saves one moment while others write', async () => {
  const kept = await count(there, 'dossier');
  expect(kept).toBeGreaterThanOrEqual(atStart);
  expect(kept).toBeLessThanOrEqual(atEnd);
  // Work went on while it ran and after it: the restored state is a past one, not the present.
  expect(await count(db, 'dossier')).toBeGreaterThan(kept);
  expect(restored).toMatchObject({ rows: taken.rows, files: 3, upgraded: [] });
});

it('restores a consistent state: numbers without gaps, states, lists, audit chains', async () => {
  expect((await recountDossiers(there)).map(({ name, wrong }) => [name, wrong])).toEqual([
    ['dossier-numbers', 0],
    ['dossier-states', 0],
    ['citizen-dossiers', 0],
  ]);
  const { chains, entries, faults } = await verifyAudit(there);
  expect(faults).toEqual([]);
  expect(chains).toBeGreaterThan(0);
  expect(entries).toBe(await allEntries(there));
  const { rows } = await sql<{ dossiers: number; acts: number; last: number }>`
    select (select count(*) from dossier) as dossiers, (select count(*) from audit_entry where act = 'dossier.submit') as acts,
      (select max(last_number) from dossier_counter) as last`.execute(there);
  expect(rows[0]).toEqual({ dossiers: rows[0]?.dossiers, acts: rows[0]?.dossiers, last: rows[0]?.dossiers });
});

const allEntries = async (from: Db): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from audit_entry) + (select count(*) from citizen_audit_entry) as n`.execute(from);
  return rows[0]?.n ?? 0;
};

it('brings the files back as they were, and they open with the key', async () => {
  const store = openStore(place.dataDir, here.keys);
  for (const [at, fileId] of papers.entries()) {
    const bytes = await readFile(store, 'real', fileId);
    expect(bytes.toString()).toBe(texts[at]);
    const name = join('files', 'real', fileId.slice(-2), fileId);
    expect(await digest(join(place.dataDir, name))).toBe(await digest(join(here.dataDir, name)));
  }
});

const digest = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFromDisk(file))
    .digest('hex');

it('leaves out what could let somebody in', async () => {
  expect(await count(db, 'session')).toBe(1);
  expect(await count(there, 'session')).toBe(0);
  expect(await count(there, 'one_time_code')).toBe(0);
});

it('keeps special characters, and the same installation', async () => {
  const texts = await Promise.all(
    [db, there].map((one) =>
      sql`select payload, (select installation_id from installation) as id from outbox_event where topic = 'test'`.execute(
        one,
      ),
    ),
  );
  expect(texts[1]?.rows).toEqual(texts[0]?.rows);
  expect(texts[1]?.rows).toHaveLength(1);
});

it('is readable by its owner only, carries no key, and can be saved and restored again', async () => {
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const bytes = await readFromDisk(path);
  const secret = Buffer.from(here.keys.current.secret);
  for (const form of [secret, Buffer.from(secret.toString('hex')), Buffer.from(secret.toString('base64'))]) {
    expect(bytes.includes(form)).toBe(false);
  }
  const second = join(folder, 'second.tar');
  const store = openStore(place.dataDir, here.keys);
  must(await takeBackup({ ownerUrl: place.ownerUrl, files: store, clock: here.source.clock }, second));
  const [first, again] = [must(await verifyBackup(path)), must(await verifyBackup(second))];
  expect(again.manifest.tables).toEqual(first.manifest.tables);
  // The key of the files, and the one with which the dossiers' secrets were sealed.
  expect(again.manifest.keyIds).toEqual([here.keys.current.id, testKeys.current.id].sort());
});

it('never overwrites', async () => {
  expect(codeOf(await takeBackup(here.source, path))).toBe('backup.exists');
});

it('says which files the disk has lost, and saves the rest', async () => {
  const lost = await here.storePaper(accounts[1] ?? '', Buffer.from('mất'));
  await deleteFile(here.files, 'real', lost);
  const partly = must(await takeBackup(here.source, join(folder, 'partly.tar')));
  expect(partly.missing).toEqual([lost]);
  expect(partly.fileCount).toBe(3);
});
