import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isGone, processes, until } from './test-support.ts';

const { folder, open } = processes();
const COUNT = 'select count(*)::int as rows from note';

// Making a cluster is the slow part: the tests share one, each leaving it stopped.
const data = join(folder(), 'data');

/** The data folder with one committed row, used by a living process. */
async function inUse() {
  const first = await open(data);
  await first.query('drop table if exists note; create table note (text text)');
  await first.query(`insert into note values ('đã ghi')`);
  return first;
}

it('survives kill -9 of everything', async () => {
  const first = await inUse();
  process.kill(first.server, 'SIGKILL');
  first.child.kill('SIGKILL');
  const next = await open(data);
  expect(next.server).not.toBe(first.server);
  expect(await next.query(COUNT)).toEqual([{ rows: 1 }]);
  await next.release();
  expect(isGone(next.server)).toBe(true);
});

it('survives kill -9 of Node: the next command uses the orphan server and stops it', async () => {
  const first = await inUse();
  first.child.kill('SIGKILL');
  await first.ended();
  const next = await open(data);
  expect(next.server).toBe(first.server);
  expect(await next.query(COUNT)).toEqual([{ rows: 1 }]);
  await next.release();
  expect(isGone(first.server)).toBe(true);
});

it('survives kill -9 of the server: brought back on the same port, for all who share it', async () => {
  const first = await inUse();
  const beside = await open(data);
  process.kill(first.server, 'SIGKILL');
  for (const user of [first, beside]) {
    let rows: unknown[] = [];
    await expect
      .poll(async () => (rows = await user.query(COUNT).catch(() => [])), { timeout: 20_000 })
      .toHaveLength(1);
    expect(rows).toEqual([{ rows: 1 }]);
  }
  await beside.release();
  await first.query(`insert into note values ('vẫn ghi được')`);
  await first.release();
});

it('stops the server when Ctrl-C ends a command that does not listen to it', async () => {
  const first = await inUse();
  first.child.kill('SIGINT');
  await first.ended();
  expect(first.child.signalCode).toBe('SIGINT');
  expect(isGone(first.server)).toBe(true);
});

it('is not misled by a note or a user file that names a pid which now belongs to somebody else', async () => {
  const first = await inUse();
  const note = readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8');
  await first.release();
  writeFileSync(join(data, 'postgres', 'postmaster.pid'), note.replace(/^\d+/, String(process.pid)));
  const user = join(data, 'postgres-run', 'clients', `${process.pid}-old.json`);
  writeFileSync(user, JSON.stringify({ pid: process.pid, start: 'before the reboot', port: 1 }));
  writeFileSync(join(data, 'postgres-run', 'lock'), JSON.stringify({ pid: process.pid, start: 'before', nonce: 'x' }));
  const next = await open(data);
  expect(await next.query(COUNT)).toEqual([{ rows: 1 }]);
  await next.release();
  expect(isGone(next.server)).toBe(true);
});

it('starts over when the first making was cut short', async () => {
  const fresh = join(folder(), 'data');
  mkdirSync(join(fresh, 'postgres.new', 'base'), { recursive: true });
  writeFileSync(join(fresh, 'postgres.new', 'PG_VERSION'), '17\n');
  const next = await open(fresh);
  expect(await next.query('select 1 as one')).toEqual([{ one: 1 }]);
  await next.release();
});

it('makes new passwords when their file is lost, also beside a running orphan', async () => {
  const first = await inUse();
  first.child.kill('SIGKILL');
  await first.ended();
  rmSync(join(data, 'postgres-run', 'secrets.json'));
  const next = await open(data);
  expect(await next.query(COUNT)).toEqual([{ rows: 1 }]);
  await next.release();
  await until(() => isGone(next.server));
});
