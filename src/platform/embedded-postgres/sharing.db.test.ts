import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { openEmbeddedPostgres } from './index.ts';
import { LOGINS } from './roles.ts';
import { isGone, processes } from './test-support.ts';

const { folder, open } = processes();

it('is shared by commands started at once; the last one to leave stops it', async () => {
  const data = join(folder(), 'data');
  const [one, two] = await Promise.all([open(data), open(data)]);
  expect(two.server).toBe(one.server);
  expect(two.port).toBe(one.port);
  await one.query('create table note (text text)');
  await one.release();
  await two.query(`insert into note values ('của lệnh thứ hai')`);
  const started = performance.now();
  await two.release();
  expect(performance.now() - started).toBeLessThan(2000);
  expect(isGone(one.server)).toBe(true);

  const again = await open(data);
  expect(await again.query('select text from note')).toEqual([{ text: 'của lệnh thứ hai' }]);
  await again.release();
});

it('gives each role its own login, keeps passwords to itself and listens on this machine only', async () => {
  const data = join(folder(), 'data');
  const embedded = await openEmbeddedPostgres({ dataDir: data, log: () => {} });
  try {
    const urls = ['superuserUrl', 'ownerUrl', 'appUrl', 'practiceUrl', 'retentionUrl', 'auditorUrl'] as const;
    const users = await Promise.all(urls.map((url) => ask(embedded[url], 'select current_user as is')));
    expect(users).toEqual([...LOGINS]);
    const secrets = join(data, 'postgres-run', 'secrets.json');
    expect(statSync(secrets).mode & 0o777).toBe(0o600);
    const wrong = embedded.appUrl.replace(/:[^:@/]+@/, ':sai@');
    await expect(ask(wrong, 'select 1 as is')).rejects.toThrow(/password authentication failed/);
    expect(
      await ask(embedded.superuserUrl, `select current_setting('fsync') || current_setting('data_checksums') as is`),
    ).toBe('onon');
    expect(await ask(embedded.superuserUrl, `select current_setting('unix_socket_directories') as is`)).toBe('');
    expect(await ask(embedded.appUrl, `select lower('ĐƯỜNG') || current_setting('TimeZone') as is`)).toBe('đườngUTC');
    expect(await ask(embedded.ownerUrl, `set role baccau_auditor; select current_user as is`)).toBe('baccau_auditor');
    const log = readFileSync(join(data, 'postgres-run', 'server.log'), 'utf8');
    for (const password of Object.values(JSON.parse(readFileSync(secrets, 'utf8'))))
      expect(log).not.toContain(password);
  } finally {
    await embedded.release();
    await embedded.release(); // harmless
  }
});

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results = [await client.query(text)].flat();
    return results.at(-1)?.rows[0].is;
  } finally {
    await client.end();
  }
}
