import { sql } from 'kysely';
import pino from 'pino';
import { afterEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { fixedClock } from '../clock.ts';
import { transact } from '../db/index.ts';
import { keyRing, randomKey } from '../files/index.ts';
import { newId } from '../ids.ts';
import { createCodeChannel, sealChannelSecret } from './code-channel.ts';
import type { SmsAccess } from './settings.ts';
import { channelOfUnit, homeChannel, saveChannel } from './store.ts';
import { httpGateway, httpSettings, smppSettings, smsc } from './testing.ts';

const { db, statements, as } = await testDatabase();
const keys = keyRing(randomKey());
const clock = fixedClock('2026-11-24T03:00:00Z');
const UNIT = 'p-771';
const PHONE = '+84901234567';
const CODE = 'Mã 123456 để đăng nhập.';
await sql`update installation set home_unit_id = ${UNIT}`.execute(db);

const lines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
const counted: string[] = [];
const channel = createCodeChannel({
  db,
  keys,
  clock,
  log,
  fromEnvironment: null,
  onSend: (kind, result) => void counted.push(`${kind} ${result}`),
});
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function save({ settings, secret }: SmsAccess, unitId = UNIT): Promise<number | null> {
  const { row } = await channelOfUnit(db, unitId);
  const secretSealed = sealChannelSecret(keys, unitId, secret);
  const change = { unitId, settings, secretSealed, seen: row?.revision ?? 0, staffId: newId(), now: clock.now() };
  return transact(db, (tx) => saveChannel(tx, change));
}

test('without settings there is nothing to promise', async () => {
  expect(await channel.ready()).toBe(false);
  await expect(channel.sendSms(PHONE, CODE)).rejects.toThrow('chưa có kênh');
});

test('a change counts at the next message, in a program that goes on running', async () => {
  const gateway = await httpGateway();
  const center = await smsc();
  closing.push(gateway.close, center.kill, channel.close);
  expect(await save({ settings: httpSettings(gateway.url), secret: 'khoa-1' })).toBe(1);
  expect(await channel.ready()).toBe(true);
  await channel.sendSms(PHONE, CODE);
  expect(gateway.received[0]?.headers.authorization).toBe('Bearer khoa-1');
  expect(await save({ settings: httpSettings(gateway.url), secret: 'khoa-2' })).toBe(2);
  await channel.sendSms(PHONE, CODE);
  expect(gateway.received[1]?.headers.authorization).toBe('Bearer khoa-2');
  expect(await save({ settings: smppSettings(center.port), secret: 'mat-ma' })).toBe(3);
  await channel.sendSms(PHONE, CODE);
  await channel.sendSms(PHONE, CODE);
  expect(gateway.received).toHaveLength(2);
  expect(center.submitted).toHaveLength(2);
  expect(center.commands.filter((command) => command === 'bind_transceiver')).toHaveLength(1);
  // Back to HTTP: the session says good-bye.
  await save({ settings: httpSettings(gateway.url), secret: 'khoa-3' });
  await channel.sendSms(PHONE, CODE);
  await expect.poll(() => center.commands).toContain('unbind');
  expect(counted).toEqual(['http sent', 'http sent', 'smpp sent', 'smpp sent', 'http sent']);
});

test('success and failure are noted, and neither log nor table knows phone, text or secret', async () => {
  const gateway = await httpGateway();
  closing.push(gateway.close);
  await save({ settings: httpSettings(gateway.url), secret: 'khoa-rat-bi-mat' });
  gateway.answer = { status: 403, body: `no ${PHONE}` };
  await expect(channel.sendSms(PHONE, CODE)).rejects.toThrow('refused (HTTP 403)');
  expect(await homeChannel(db)).toMatchObject({ lastOkAt: null, lastFailure: 'refused (HTTP 403)' });
  gateway.answer = { status: 200, body: '{"CodeResult":"100"}' };
  clock.set?.('2026-11-24T03:00:10Z');
  await channel.sendSms(PHONE, CODE);
  const { rows } = await sql`select c::text as all from code_channel c`.execute(db);
  for (const text of [JSON.stringify(rows), lines.join('')]) {
    expect(text).not.toMatch(/901234567|123456|khoa-rat-bi-mat/);
  }
  expect(lines.join('')).toContain('code not sent');
});

test('one look-up a message, and a good one is noted at most once a minute', async () => {
  const gateway = await httpGateway();
  closing.push(gateway.close);
  await save({ settings: httpSettings(gateway.url), secret: '' });
  await channel.sendSms(PHONE, CODE);
  const before = statements.count;
  await channel.sendSms(PHONE, CODE);
  expect(statements.count - before).toBe(2);
  const { rows } = await sql<{ at: Date }>`select last_ok_at as at from code_channel`.execute(db);
  expect(rows[0]?.at).toEqual(clock.now());
});

test('another unit cannot set it, nor who saw an older version', async () => {
  const access = { settings: httpSettings('https://elsewhere.example/sms'), secret: 'x' };
  expect(await save(access, 'p-772')).toBeNull();
  const { row } = await channelOfUnit(db, UNIT);
  const old = { unitId: UNIT, settings: access.settings, secretSealed: 'x', staffId: newId(), now: clock.now() };
  expect(await transact(db, (tx) => saveChannel(tx, { ...old, seen: (row?.revision ?? 0) - 1 }))).toBeNull();
  expect((await homeChannel(db))?.revision).toBe(row?.revision);
});

test('the environment wins over the database', async () => {
  const gateway = await httpGateway();
  closing.push(gateway.close);
  const fromEnvironment = { settings: httpSettings(gateway.url), secret: 'moi-truong' };
  const automated = createCodeChannel({ db, keys, clock, log, fromEnvironment });
  await automated.sendSms(PHONE, CODE);
  expect(gateway.received[0]?.headers.authorization).toBe('Bearer moi-truong');
});

test('an auditor sees that it was changed, not what it holds', async () => {
  const auditor = as('baccau_auditor');
  await sql`select revision, changed_at, last_failure from code_channel`.execute(auditor.db);
  await expect(sql`select secret_sealed from code_channel`.execute(auditor.db)).rejects.toThrow('permission denied');
});
