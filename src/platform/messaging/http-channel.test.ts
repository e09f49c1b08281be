import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { testAuthority } from '../../../test/support/certificates.ts';
import { httpChannel } from './http-channel.ts';
import type { HttpSettings } from './settings.ts';
import { SmsFailure } from './sms-channel.ts';
import { type HttpGateway, httpGateway, httpSettings } from './testing.ts';

const PHONE = '+84901234567';
const TEXT = 'Mã 123456 để đăng nhập "Bắc Cầu" & hết.';
const SECRET = 'khoá/bí+mật"';
const folder = mkdtempSync(join(tmpdir(), 'baccau-sms-'));
const open: HttpGateway[] = [];
afterEach(async () => {
  for (const gateway of open.splice(0)) await gateway.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function gatewayAt(port?: number, tls?: { cert: string; key: string }) {
  const gateway = await httpGateway(port, tls);
  open.push(gateway);
  return gateway;
}

const channel = (settings: HttpSettings, secret = SECRET) => httpChannel({ settings, secret });

const failure = async (work: Promise<void>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof SmsFailure) return error.message;
    throw error;
  }
  return 'sent';
};

test('a JSON body holds exactly what was to be sent, whatever it is', async () => {
  const gateway = await gatewayAt();
  await channel(httpSettings(gateway.url), 'khoa').sendSms(PHONE, TEXT);
  const [got] = gateway.received;
  expect(got?.method).toBe('POST');
  expect(JSON.parse(got?.body ?? '')).toEqual({ to: '84901234567', text: TEXT });
  expect(got?.headers).toMatchObject({
    authorization: 'Bearer khoa',
    'content-type': 'application/json; charset=utf-8',
  });
});

test('a form and an address are quoted', async () => {
  const gateway = await gatewayAt();
  const form = { bodyType: 'form', body: 'phone={phone}&msg={text}&key={secret}', phoneFormat: 'national' } as const;
  await channel(httpSettings(gateway.url, form)).sendSms(PHONE, TEXT);
  expect(Object.fromEntries(new URLSearchParams(gateway.received[0]?.body))).toEqual({
    phone: '0901234567',
    msg: TEXT,
    key: SECRET,
  });
  const url = `${gateway.url}?to={phone}&text={text}&key={secret}`;
  await channel(httpSettings(url, { method: 'GET', body: '', phoneFormat: 'e164', unaccented: true })).sendSms(
    PHONE,
    TEXT,
  );
  const asked = new URL(gateway.received[1]?.path ?? '', gateway.url).searchParams;
  expect([asked.get('to'), asked.get('text'), asked.get('key')]).toEqual([
    PHONE,
    'Ma 123456 de dang nhap "Bac Cau" & het.',
    SECRET,
  ]);
});

test('a secret cannot break out of its header', async () => {
  const gateway = await gatewayAt();
  await channel(httpSettings(gateway.url), 'a\r\nx-evil: 1').sendSms(PHONE, TEXT);
  expect(gateway.received[0]?.headers['x-evil']).toBeUndefined();
});

test('what the gateway says is what is told', async () => {
  const gateway = await gatewayAt();
  const send = () => failure(channel(httpSettings(gateway.url)).sendSms(PHONE, TEXT));
  expect(await send()).toBe('sent');
  gateway.answer = { status: 401, body: 'no' };
  expect(await send()).toBe('refused (HTTP 401)');
  gateway.answer = { status: 429, body: '' };
  expect(await send()).toBe('busy (HTTP 429)');
  // Many gateways answer 200 to everything and say in the body that they did not send.
  gateway.answer = { status: 200, body: '{"CodeResult":"103","ErrorMessage":"not enough money"}' };
  expect(await send()).toContain('refused (HTTP 200');
  gateway.answer = { status: 302, body: '' };
  expect(await send()).toBe('refused (HTTP 302)');
  expect(gateway.received).toHaveLength(5);
});

test('a silent, a dead and a revived gateway', async () => {
  const gateway = await gatewayAt();
  const port = Number(new URL(gateway.url).port);
  const sms = channel(httpSettings(gateway.url, { timeoutSeconds: 1 }));
  gateway.answer = null;
  expect(await failure(sms.sendSms(PHONE, TEXT))).toBe('timeout (HTTP)');
  await gateway.close();
  open.pop();
  expect(await failure(sms.sendSms(PHONE, TEXT))).toBe('unreachable (ECONNREFUSED)');
  const revived = await gatewayAt(port);
  expect(await failure(sms.sendSms(PHONE, TEXT))).toBe('sent');
  expect(revived.received).toHaveLength(1);
});

test('over TLS only a gateway whose certificate is trusted gets the code', async () => {
  const authority = testAuthority(join(folder, 'ca'));
  const pair = authority.issue('gateway', { names: ['127.0.0.1'] });
  const gateway = await gatewayAt(0, { cert: readFileSync(pair.cert, 'utf8'), key: readFileSync(pair.key, 'utf8') });
  expect(await failure(channel(httpSettings(gateway.url)).sendSms(PHONE, TEXT))).toContain('unreachable');
  expect(gateway.received).toHaveLength(0);
  await channel(httpSettings(gateway.url, { caPem: authority.ca() })).sendSms(PHONE, TEXT);
  expect(gateway.received).toHaveLength(1);
});
