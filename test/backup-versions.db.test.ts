/** Embedded PostgreSQL 17 → an installed server → embedded again, by the commands and with logins without special rights. */
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../src/cli/main.ts';
import { temporaryFolder } from '../src/platform/backup/testing.ts';
import { fromRoot } from '../src/platform/paths.ts';
import { installedVersions, startInstalled } from './support/installed-postgres.ts';

const versions = installedVersions();
if (versions.length === 0) {
  console.log('Not run: backup and restore between PostgreSQL versions (no server below /usr/lib/postgresql).');
}

const folder = temporaryFolder();
chmodSync(folder, 0o755);
const keyFile = join(folder, 'test-key');
copyFileSync(fromRoot('test', 'fixtures', 'upgrade', 'test-key.txt'), keyFile);
chmodSync(keyFile, 0o600);
const fixture = fromRoot('test', 'fixtures', 'upgrade', 'data-0009.tar');

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

interface Said {
  readonly code: number;
  // biome-ignore lint/suspicious/noExplicitAny: the JSON of whichever command ran
  readonly json: any;
  readonly errors: string;
}

/** Runs a command as a person would, with its settings. */
async function run(env: Record<string, string>, ...args: string[]): Promise<Said> {
  for (const name of ['DATABASE_URL', 'BACCAU_BACKUP_DIR', 'DATABASE_APP_URL']) vi.stubEnv(name, '');
  for (const [name, value] of Object.entries({ BACCAU_KEY_FILE: keyFile, ...env })) vi.stubEnv(name, value);
  const out: string[] = [];
  const errors: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => errors.push(String(text)) > 0);
  try {
    const code = await main([...args, '--json']);
    return { code, json: out.length > 0 ? JSON.parse(out.join('')) : null, errors: errors.join('') };
  } finally {
    vi.restoreAllMocks();
  }
}

/** A database of a login that may make roles and nothing more, as a hosted server gives it. */
async function plainDatabase(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('create role chu_du_lieu login createrole');
  await client.query('create database hanh_chinh owner chu_du_lieu');
  await client.end();
  const url = new URL(adminUrl);
  url.username = 'chu_du_lieu';
  url.pathname = '/hanh_chinh';
  return url.href;
}

const filesIn = (data: string): string[] =>
  readdirSync(join(data, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const bytesOf = (data: string): Record<string, string> =>
  Object.fromEntries(filesIn(data).map((path) => [path.slice(data.length), readFileSync(path).toString('base64')]));

const contents = ({ json }: Said): string[] =>
  json.tables.map(
    ({ name, rows, sha256 }: { name: string; rows: number; sha256: string }) => `${name} ${rows} ${sha256}`,
  );

describe.runIf(versions.length > 0).each(versions)('PostgreSQL %s', (version) => {
  it('takes the embedded 17’s backup and gives it back, the same to the last byte', { timeout: 240_000 }, async () => {
    const server = await startInstalled(version);
    try {
      const embedded = { BACCAU_DATA: join(folder, `first-${version}`) };
      const hosted = {
        BACCAU_DATA: join(folder, `second-${version}`),
        DATABASE_URL: await plainDatabase(server.adminUrl),
      };
      const again = { BACCAU_DATA: join(folder, `third-${version}`) };
      const [first, second, third] = [1, 2, 3].map((n) => join(folder, `backup-${n}-${version}.tar`)) as [
        string,
        string,
        string,
      ];

      expect(await run(embedded, 'restore', fixture)).toMatchObject({ code: 0, json: { clean: true, files: 5 } });
      expect(await run(embedded, 'backup', first)).toMatchObject({ code: 0, json: { missing: [], fileCount: 5 } });
      expect(await run(hosted, 'restore', first)).toMatchObject({ code: 0, json: { clean: true, upgraded: [] } });
      expect(await run(hosted, 'backup', second)).toMatchObject({ code: 0 });
      expect(await run(again, 'restore', second)).toMatchObject({ code: 0, json: { clean: true } });
      expect(await run(again, 'backup', third)).toMatchObject({ code: 0 });

      const verified: Said[] = [];
      for (const file of [first, second, third]) verified.push(await run({}, 'backup', 'verify', file));
      const [one, two, three] = verified.map(contents);
      expect(verified.map(({ json }) => Number.parseInt(json.postgres, 10))).toEqual([17, Number(version), 17]);
      expect(two).toEqual(one);
      expect(three).toEqual(one);
      expect(bytesOf(hosted.BACCAU_DATA)).toEqual(bytesOf(embedded.BACCAU_DATA));
      expect(bytesOf(again.BACCAU_DATA)).toEqual(bytesOf(embedded.BACCAU_DATA));
      expect(filesIn(again.BACCAU_DATA)).toHaveLength(5);
    } finally {
      await server.stop();
    }
  });
});

it('refuses without the key, and leaves the folder as it was', async () => {
  const data = join(folder, 'without-key');
  const said = await run({ BACCAU_DATA: data, BACCAU_KEY_FILE: '' }, 'restore', fixture);
  expect(said).toMatchObject({ code: 3, json: null });
  expect(said.errors).toContain('thiếu khoá mã số cad1e69bb31de264');
  expect([existsSync(data), existsSync(`${data}.key`)]).toEqual([false, false]);
});

it('says how to name the file', async () => {
  expect(await run({}, 'backup')).toMatchObject({ code: 2, errors: expect.stringContaining('baccau backup /mnt') });
});
