/** Backups that were cut, changed, planted or belong elsewhere: each refused with its sentence, and nothing changed. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packTar, type TarEntry, unpackTar } from 'modern-tar';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { keyRing, putFile, randomKey } from '../files/index.ts';
import { isRefusal, problemText } from '../problem.ts';
import { sealOf } from './manifest.ts';
import { printSums } from './member-rules.ts';
import { MANIFEST, SEAL, SUMS } from './model.ts';
import { checkFits } from './restore.ts';
import { takeBackup } from './take.ts';
import { codeOf, emptyPlace, must, restoreInto, temporaryFolder, testInstallation } from './testing.ts';
import { verifyBackup } from './verify.ts';

const here = await testInstallation();
await here.storePaper('01978a00-0000-7000-8000-000000000001', Buffer.from('Ảnh giấy khai sinh'));
const folder = temporaryFolder();
const good = join(folder, 'good.tar');
must(await takeBackup(here.source, good));
const bytes = await readFile(good);
const place = await emptyPlace();

let counter = 0;
async function written(content: Uint8Array): Promise<string> {
  counter += 1;
  const path = join(folder, `changed-${counter}.tar`);
  await writeFile(path, content);
  return path;
}

type Members = Map<string, Buffer>;

/** A backup with other members, with hashes that agree and, when the keys are given, a seal. */
async function forged(change: (members: Members) => void, keys: typeof here.keys | null = here.keys): Promise<string> {
  const members: Members = new Map(
    (await unpackTar(bytes)).map(({ header, data }) => [header.name, Buffer.from(data ?? [])]),
  );
  const seal = members.get(SEAL) ?? Buffer.alloc(0);
  change(members);
  members.delete(SUMS);
  members.delete(SEAL);
  const sums = Buffer.from(
    printSums(new Map([...members].map(([name, data]) => [name, createHash('sha256').update(data).digest('hex')]))),
  );
  members.set(SUMS, sums);
  members.set(SEAL, keys ? Buffer.from(sealOf(keys, sums)) : seal);
  return written(await packTar([...members].map(([name, data]) => entry(name, data))));
}

const entry = (name: string, data: Buffer): TarEntry => ({
  header: { name, size: data.length, type: 'file' },
  body: data,
});

function inManifest(change: (manifest: Record<string, unknown>) => void) {
  return (members: Members) => {
    const manifest = JSON.parse(members.get(MANIFEST)?.toString() ?? '');
    change(manifest);
    members.set(MANIFEST, Buffer.from(JSON.stringify(manifest)));
  };
}

/** Verify, fit, restore: as the command does. */
async function attempt(path: string, keys = here.keys, into = place): Promise<string> {
  const backup = await verifyBackup(path);
  if (isRefusal(backup)) return spoken(backup);
  return spoken((await checkFits(backup, keys)) ?? (await restoreInto(path, into)));
}

/** The code; the sentence must have every value filled in. */
function spoken(value: unknown): string {
  if (isRefusal(value)) expect(problemText(value)).not.toMatch(/[{}]/);
  return codeOf(value);
}

const client = new pg.Client({ connectionString: place.ownerUrl });
await client.connect();
afterAll(() => client.end());

async function expectNothingChanged(): Promise<void> {
  const { rows } = await client.query(
    `select nspname from pg_namespace where nspname in ('baccau', 'pgboss')
     union all select relname from pg_class where relnamespace = to_regnamespace('baccau')`,
  );
  expect(rows).toEqual([]);
  expect(await readdir(place.dataDir)).toEqual([]);
}

const flipped = (at: number): Uint8Array => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

it('is cut: at any place', async () => {
  for (const share of [0.02, 0.3, 0.6, 0.9]) {
    const cut = await written(bytes.subarray(0, Math.floor((bytes.length * share) / 512) * 512 + 100));
    expect(await attempt(cut)).toBe('backup.truncated');
  }
  // Between two members, where the archive itself looks whole.
  const members = await unpackTar(bytes);
  const whole = await packTar(
    members.slice(0, 5).map(({ header, data }) => entry(header.name, Buffer.from(data ?? []))),
  );
  expect(await attempt(await written(whole))).toBe('backup.truncated');
  await expectNothingChanged();
});

it('has one flipped bit: in a table, in a file, in the manifest, in the list of hashes, in the seal', async () => {
  const members = await unpackTar(bytes);
  for (const part of ['tables/installation', 'files/real', MANIFEST, SUMS, SEAL]) {
    const data = members.find(({ header }) => header.name.startsWith(part))?.data;
    expect(data?.length ?? 0).toBeGreaterThan(10);
    const at = bytes.indexOf(data ?? Buffer.alloc(1)) + 9;
    const code = await attempt(await written(flipped(at)));
    expect(['backup.damaged', 'backup.forged', 'backup.key-missing'], part).toContain(code);
  }
  await expectNothingChanged();
});

it('is no backup at all, or not there', async () => {
  expect(await attempt(await written(Buffer.from('Đây không phải bản sao lưu. '.repeat(100))))).toBe(
    'backup.not-a-backup',
  );
  expect(await attempt(await written(Buffer.alloc(0)))).toBe('backup.not-a-backup');
  expect(await attempt(await written(Buffer.alloc(10_240)))).toBe('backup.not-a-backup');
  expect(await attempt(join(folder, 'khong-co.tar'))).toBe('backup.not-found');
  expect(await attempt(folder)).toBe('backup.not-found');
  await expectNothingChanged();
});

it('names places outside: upwards, absolute, through a link, or simply not ours', async () => {
  const names = [
    '../../etc/cron.d/x',
    '/etc/passwd',
    'files/real/../../x',
    'files/real/ab/../../../../x',
    'tables/../x.copy.zst.0000',
    'tables/dossier".copy.zst.0000',
    'x',
  ];
  for (const name of names) {
    expect(await attempt(await forged((members) => members.set(name, Buffer.from('x')))), name).toBe('backup.strange');
  }
  const link: TarEntry = {
    header: { name: 'files/real/ab/01978a00-0000-7000-8000-0000000000ab', size: 0, type: 'symlink', linkname: '/etc' },
  };
  const planted = await packTar([link, ...(await unpackTar(bytes))]);
  expect(await attempt(await written(planted))).toBe('backup.strange');
  await expectNothingChanged();
});

it('was changed by somebody without the key, with hashes that agree', async () => {
  const change = (members: Members) => members.set('tables/staff.copy.zst.0000', Buffer.from('kẻ gian'));
  expect(await attempt(await forged(change, null))).toBe('backup.forged');
  const theirs = keyRing(randomKey());
  expect(await attempt(await forged(change, theirs))).toBe('backup.key-missing');
  await expectNothingChanged();
});

it('needs a key that is not here, and says which', async () => {
  const backup = must(await verifyBackup(good));
  const refusal = await checkFits(backup, keyRing(randomKey()));
  expect(refusal).toMatchObject({ refused: 'backup.key-missing', params: { ids: here.keys.current.id } });
  await expectNothingChanged();
});

it('finds the older keys that files and sealed columns need', async () => {
  const older = keyRing(randomKey());
  const { blobs } = here.files;
  const { fileId, size, sha256 } = await putFile({ blobs, keys: older }, 'real', Buffer.from('cũ'));
  await here.db
    .insertInto('paper')
    .values({
      account_id: '01978a00-0000-7000-8000-000000000001',
      paper_id: fileId,
      file_id: fileId,
      mime: 'image/jpeg',
      size_bytes: size,
      sha256,
      pages: 1,
      original_name: 'cu.jpg',
      created_at: new Date('2026-11-03T03:00:00Z'),
      added_by: 'x',
    })
    .execute();
  const path = join(folder, 'rotated.tar');
  must(await takeBackup(here.source, path));
  const backup = must(await verifyBackup(path));
  expect(backup.manifest.keyIds).toEqual([here.keys.current.id, older.current.id].sort());
  expect(await checkFits(backup, here.keys)).toMatchObject({ params: { ids: older.current.id } });
  expect(await checkFits(backup, keyRing(here.keys.current, older.current))).toBeNull();
});

it('comes from a newer program: another format, later migrations, other migrations', async () => {
  const newer = inManifest((manifest) => {
    manifest.format = 2;
    delete manifest.tables;
  });
  expect(await attempt(await forged(newer))).toBe('backup.newer');
  const later = inManifest((manifest) => {
    const list = manifest.migrations as unknown[];
    list.push({ number: list.length + 1, name: '9999_x_y.sql', sha256: 'a'.repeat(64) });
  });
  expect(await attempt(await forged(later))).toBe('backup.newer');
  const other = inManifest((manifest) => {
    (manifest.migrations as { sha256: string }[]).forEach((one) => {
      one.sha256 = 'b'.repeat(64);
    });
  });
  expect(await attempt(await forged(other))).toBe('backup.other-line');
  await expectNothingChanged();
});

it('is sealed, but its manifest and its members disagree', async () => {
  const drop = (members: Members) => members.delete('tables/unit.copy.zst.0000');
  expect(await attempt(await forged(drop))).toBe('backup.damaged');
  const columns = inManifest((manifest) => {
    const [table] = manifest.tables as { columns: string[] }[];
    table?.columns.push('x');
  });
  expect(await attempt(await forged(columns))).toBe('backup.damaged');
  const rows = inManifest((manifest) => {
    for (const table of manifest.tables as { rows: number }[]) table.rows += 1;
  });
  expect(await attempt(await forged(rows))).toBe('backup.unlike-after-restore');
  await expectNothingChanged();
});

it('loses its connection while files are copied: is whole all the same, and the program lives', async () => {
  const { blobs } = here.files;
  const cutting = {
    ...here.files,
    blobs: {
      ...blobs,
      async get(name: string) {
        await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'baccau backup'
          and datname = '${new URL(here.ownerUrl).pathname.slice(1)}'`);
        await new Promise((resolve) => setTimeout(resolve, 100));
        return blobs.get(name);
      },
    },
  };
  const path = join(folder, 'lost.tar');
  // The rows are read by then, so that the backup is whole all the same.
  expect(codeOf(await takeBackup({ ...here.source, files: cutting }, path))).toBe('done');
});

it('is to be restored over data, or over files', async () => {
  expect(await attempt(good, here.keys, { ...place, ownerUrl: here.ownerUrl })).toBe('backup.not-empty');
  expect(await attempt(good, here.keys, { ...place, dataDir: here.dataDir })).toBe('backup.files-not-empty');
  await expectNothingChanged();
  // And after all of this it still restores, over what a killed restore left behind.
  await mkdir(join(place.dataDir, 'files.dang-khoi-phuc-x', 'real'), { recursive: true });
  expect(await attempt(good)).toBe('done');
  expect(await readdir(place.dataDir)).toEqual(['files']);
  expect(await attempt(good)).toBe('backup.not-empty');
});
