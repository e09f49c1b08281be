/** Data made by the commit that first did the main job (test/fixtures/upgrade) live on in this version. */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { type OpenedSystem, openSystem } from '../src/cli/database.ts';
import { paperKeys } from '../src/cli/demo/fill-form.ts';
import { examine } from '../src/cli/doctor.ts';
import { openFiles } from '../src/cli/files.ts';
import { type AnswerValue, pinnedFiling, visiblePages } from '../src/modules/catalogue/index.ts';
import {
  attachPaper,
  citizenActing,
  findDraft,
  openDraft,
  savePage,
  submitDossier,
  trackDossier,
} from '../src/modules/dossiers/index.ts';
import { ok, posted } from '../src/modules/dossiers/testing.ts';
import { addPaper, storeUpload } from '../src/modules/papers/index.ts';
import { currentHomeUnit } from '../src/modules/units/index.ts';
import { verifyAudit } from '../src/platform/audit/index.ts';
import { checkFits, restoreBackup, verifyBackup } from '../src/platform/backup/index.ts';
import { emptyPlace, must, temporaryFolder } from '../src/platform/backup/testing.ts';
import { readConfig } from '../src/platform/config.ts';
import { migrate, plannedUpgrade, transact } from '../src/platform/db/index.ts';
import { readFile, readKeys } from '../src/platform/files/index.ts';
import { fromRoot } from '../src/platform/paths.ts';

interface Expected {
  readonly drafts: readonly {
    readonly accountId: string;
    readonly draftId: string;
    readonly saved: Readonly<Record<string, AnswerValue>>;
    readonly all: Readonly<Record<string, AnswerValue>>;
  }[];
  readonly dossiers: readonly {
    readonly code: string;
    readonly secret: string;
    readonly state: number;
    readonly dueAt: string;
  }[];
  readonly files: readonly { readonly fileId: string; readonly sha256: string }[];
}

const fixture = (name: string): string => fromRoot('test', 'fixtures', 'upgrade', name);
const expected: Expected = JSON.parse(readFileSync(fixture('expected.json'), 'utf8'));
const place = await emptyPlace();
const folder = temporaryFolder();
const keyFile = join(folder, 'test-key');
copyFileSync(fixture('test-key.txt'), keyFile);
// A checkout gives it the usual mode; the program refuses a key that others can read.
chmodSync(keyFile, 0o600);

/** The migrations of that commit. */
const then = join(folder, 'migrations');
mkdirSync(then);
for (const name of readdirSync(fromRoot('db', 'migrations')).filter((file) => file < '0010')) {
  copyFileSync(fromRoot('db', 'migrations', name), join(then, name));
}

const backup = must(await verifyBackup(fixture('data-0009.tar')));
const keys = must((await readKeys(keyFile, place.dataDir)) ?? { refused: 'no key', params: {} });
expect(await checkFits(backup, keys)).toBeNull();
must(await restoreBackup({ backup, ...place, migrationFolder: then }));

const env = { DATABASE_URL: place.ownerUrl, BACCAU_DATA: place.dataDir, BACCAU_KEY_FILE: keyFile };
const backups = join(folder, 'backups');
/** Tuesday, 10:00 in Viet Nam. */
const now = new Date('2026-11-24T03:00:00Z');
const newest = readdirSync(fromRoot('db', 'migrations')).filter((name) => name.endsWith('.sql')).length;

let opened: OpenedSystem | null = null;
afterAll(() => opened?.close());
async function system(): Promise<OpenedSystem> {
  opened ??= await openSystem(readConfig({ ...env, BACCAU_BACKUP_DIR: backups }), { max: 4 });
  return opened;
}
const store = async () => {
  const { config, database } = await system();
  return (await openFiles(config, database.db)).files;
};

it('is not upgraded without a backup: the start says what to set', async () => {
  expect(await plannedUpgrade(place.ownerUrl)).toEqual({ from: 9, to: newest });
  await expect(openSystem(readConfig(env))).rejects.toThrow(/Trước khi nâng cấp phải có bản sao lưu.*--no-backup/);
  expect(await plannedUpgrade(place.ownerUrl)).toEqual({ from: 9, to: newest });
});

it('is saved, then upgraded, and the list of backups says so', async () => {
  const { database } = await system();
  expect(await plannedUpgrade(place.ownerUrl)).toBeNull();
  const [name = ''] = readdirSync(backups);
  expect(name).toMatch(/^baccau-\d{8}T\d{6}Z-truoc-nang-cap-0009\.tar$/);
  const saved = must(await verifyBackup(join(backups, name)));
  const contents = (list: typeof saved) => list.manifest.tables.map(({ name: table, sha256 }) => `${table} ${sha256}`);
  // The restored data, saved again at their old level, are byte for byte those of the fixture.
  expect(contents(saved)).toEqual(contents(backup));
  const { rows } = await sql`select kind, verified, file_count as files from backup_run`.execute(database.db);
  expect(rows).toEqual([{ kind: 'before-upgrade', verified: true, files: expected.files.length }]);
});

it('cannot be opened by the old version any more: that says which way', async () => {
  await system();
  await expect(migrate(place.ownerUrl, then)).rejects.toThrow(/đã được nâng cấp bởi bản mới hơn/);
});

it('is well: doctor and audit chains', async () => {
  const checks = await examine(await system());
  expect(checks.filter(({ ok: well }) => !well)).toEqual([]);
  const { faults, chains, entries } = await verifyAudit((await system()).database.db);
  expect(faults).toEqual([]);
  expect([chains, entries].every((count) => count > 8)).toBe(true);
});

it('has every file, and each opens', async () => {
  const files = await store();
  const { createHash } = await import('node:crypto');
  for (const { fileId, sha256 } of expected.files) {
    expect(
      createHash('sha256')
        .update(await readFile(files, 'real', fileId))
        .digest('hex'),
    ).toBe(sha256);
  }
});

it.each(expected.dossiers)('$code is tracked with the secret of its receipt, due as promised', async (one) => {
  const { db } = (await system()).database;
  const { dossier } = ok(await trackDossier({ db, now, address: one.code }, one));
  expect([dossier.state, dossier.dueAt?.toISOString() ?? null]).toEqual([one.state, one.dueAt]);
});

describe.each(expected.drafts)('a draft left half filled ($draftId)', ({ accountId, draftId, saved, all }) => {
  it('has all its answers', async () => {
    const draft = await findDraft((await system()).database.db, accountId, draftId);
    expect(draft?.answers).toEqual(saved);
    expect(Object.keys(saved).length).toBeGreaterThan(2);
    expect(Object.keys(saved).length).toBeLessThan(Object.keys(all).length);
  });

  it('is continued and submitted', async () => {
    const { db } = (await system()).database;
    const files = await store();
    const acting = citizenActing(accountId, 'Huỳnh Thị Sen');
    const before = await findDraft(db, accountId, draftId);
    if (!before) throw new Error('The draft is gone');
    expect(await openDraft(db, accountId, draftId)).not.toBeNull();
    const { form } = await pinnedFiling(db, before);
    const attached = new Set(before.papers.map(({ componentKey }) => componentKey));
    for (const componentKey of paperKeys(form, all).filter((key) => !attached.has(key))) {
      const paper = ok(
        await storeUpload(files, {
          name: 'giay-to.jpg',
          bytes: await readFile(files, 'real', expected.files[0]?.fileId ?? ''),
        }),
      );
      await transact(db, async (tx) => {
        await addPaper(tx, accountId, paper, `citizen:${accountId}`, now);
        await attachPaper(tx, { accountId, draftId, componentKey, paperId: paper.paperId }, now);
      });
    }
    for (const { page } of visiblePages(form, all)) {
      ok(await savePage({ db, now, lang: 'vi', acting, draftId, pageKey: page.key, posted: typed(all) }));
    }
    const home = await currentHomeUnit(db, now);
    const input = {
      keys,
      now,
      acting,
      draftId,
      channel: 2 as const,
      home,
      accountPhone: '+84912000007',
      lang: 'vi' as const,
    };
    const { code } = ok(await submitDossier({ db, ...input, isDemo: false }));
    expect(code).toMatch(/-261124-/);
  });
});

/** What a browser posts; a year alone goes into the year's own box. */
const typed = (answers: Readonly<Record<string, AnswerValue>>): Record<string, string> => ({
  ...posted(answers),
  ...Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) =>
      typeof value === 'string' && /^\d{4}$/.test(value) ? [[`${key}-year`, value]] : [],
    ),
  ),
});

it('is still well after that', async () => {
  const checks = await examine(await system());
  expect(checks.filter(({ ok: well }) => !well)).toEqual([]);
});
