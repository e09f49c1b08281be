import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { testAuthority } from '../../../test/support/certificates.ts';
import { readConfig } from '../config.ts';
import { type ChannelForm, emptyForm, formOf, readSettings } from './settings-rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'baccau-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const http = (more: Partial<ChannelForm> = {}): ChannelForm => ({
  ...emptyForm(),
  kind: 'http',
  url: 'https://api.example.vn/sms',
  ...more,
});
const smpp = (more: Partial<ChannelForm> = {}): ChannelForm => ({
  ...emptyForm(),
  kind: 'smpp',
  host: 'smsc.example.vn',
  systemId: 'phuong',
  source: 'ChanhHiep',
  ...more,
});
const faults = (form: ChannelForm, secret = 'mat-ma') => {
  const read = readSettings(form, secret);
  return 'faults' in read ? read.faults.map(([field, { refused }]) => `${field} ${refused}`) : [];
};

describe('settings', () => {
  test.each([
    ['JSON', http()],
    ['a form', http({ bodyType: 'form', body: 'to={phone}&m={text}' })],
    ['GET', http({ method: 'GET', url: 'https://api.example.vn/?to={phone}&m={text}&k={secret}' })],
    ['a gateway on this machine', http({ url: 'http://127.0.0.1:13013/cgi-bin/sendsms' })],
    ['headers', http({ headers: 'Authorization: Bearer {secret}\nX-Brand: ChanhHiep' })],
    ['SMPP', smpp()],
    ['SMPP on this machine', smpp({ host: '127.0.0.1', tls: '', source: '8099' })],
  ])('%s are good, and stand in the form again as they were', (_name, form) => {
    const read = readSettings(form, 'mat-ma');
    if (!('settings' in read)) throw new Error(JSON.stringify(read));
    expect(readSettings(formOf(read.settings), 'mat-ma')).toEqual(read);
  });

  test.each([
    ['no kind', http({ kind: '' }), 'kind channel.kind'],
    ['no address', http({ url: 'api.example.vn' }), 'url channel.url'],
    ['a code in the clear', http({ url: 'http://api.example.vn/sms' }), 'url channel.url'],
    ['a phone that chooses the host', http({ url: 'https://{phone}.example.vn/{text}' }), 'url channel.url'],
    ['no place for the words', http({ body: '{"to":"{phone}"}' }), 'body channel.places'],
    ['no JSON', http({ body: '{"to":{phone},"text":{text}' }), 'body channel.body-json'],
    ['a header without a name', http({ headers: 'Bearer xyz' }), 'headers channel.headers'],
    ['an endless patience', http({ timeout: '600' }), 'timeout channel.timeout'],
    ['no certificate', http({ ca: 'xin chào' }), 'ca channel.ca'],
    ['SMPP in the clear', smpp({ tls: '' }), 'tls channel.smpp-in-clear'],
    ['a host with a scheme', smpp({ host: 'https://smsc.example.vn' }), 'host channel.host'],
    ['a port beyond', smpp({ port: '70000' }), 'port channel.port'],
    ['a long login', smpp({ systemId: 'mot-ten-dang-nhap-dai' }), 'systemId channel.system-id'],
    ['a brand with diacritics', smpp({ source: 'Chánh Hiệp' }), 'source channel.source'],
    ['no pace', smpp({ perSecond: '0' }), 'perSecond channel.rate'],
  ])('%s is refused', (_name, form, expected) => {
    expect(faults(form)).toContain(expected);
  });

  test('SMPP needs a password of its length, HTTP may do without', () => {
    expect(faults(smpp(), '')).toEqual(['secret channel.secret']);
    expect(faults(smpp(), 'mat-ma-qua-dai')).toEqual(['secret channel.secret']);
    expect(faults(http(), '')).toEqual([]);
  });
});

describe('the environment', () => {
  const base = { BACCAU_DATA: join(folder, 'data') };

  test('sets a channel, with its secret in a file', () => {
    const secret = join(folder, 'secret');
    writeFileSync(secret, 'mat-ma\n', { mode: 0o600 });
    const ca = join(folder, 'ca', 'ca.pem');
    testAuthority(join(folder, 'ca'));
    const { sms } = readConfig({
      ...base,
      BACCAU_SMS_KIND: 'smpp',
      BACCAU_SMS_HOST: 'smsc.example.vn',
      BACCAU_SMS_SYSTEM_ID: 'phuong',
      BACCAU_SMS_SOURCE: 'ChanhHiep',
      BACCAU_SMS_PER_SECOND: '20',
      BACCAU_SMS_SECRET_FILE: secret,
      BACCAU_SMS_CA_FILE: ca,
    });
    expect(sms).toMatchObject({ secret: 'mat-ma', settings: { kind: 'smpp', perSecond: 20, tls: true } });
    expect(sms?.settings.caPem).toContain('BEGIN CERTIFICATE');
  });

  test('that is wrong names the variable, never the secret', () => {
    const wrong = { ...base, BACCAU_SMS_KIND: 'smpp', BACCAU_SMS_HOST: 'x', BACCAU_SMS_SYSTEM_ID: 'phuong' };
    expect(() => readConfig({ ...wrong, BACCAU_SMS_SECRET: 'bi-mat-qua-dai' })).toThrow(/^BACCAU_SMS_SOURCE: /);
    const long = { ...wrong, BACCAU_SMS_SOURCE: 'A', BACCAU_SMS_SECRET: 'bi-mat-qua-dai' };
    expect(() => readConfig(long)).toThrow(/^BACCAU_SMS_SECRET: (?!.*bi-mat)/);
    expect(readConfig(base).sms).toBeNull();
  });
});
