import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import smpp from 'smpp';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { testAuthority } from '../../../../test/support/certificates.ts';
import type { SmppSettings } from '../settings.ts';
import { type ClosableChannel, SmsFailure } from '../sms-channel.ts';
import { type Smsc, smppSettings, smsc } from '../testing.ts';
import { type SmppTiming, smppChannel } from './channel.ts';
import { cut, encodeText, GSM7, UCS2 } from './text.ts';

const PHONE = '+84901234567';
const SHORT = 'Ma 123456 de dang nhap.';
const VIETNAMESE = 'Mã 123456 để đăng nhập Bắc Cầu. Mã dùng trong 5 phút. Không đọc mã cho người gọi điện.';
const folder = mkdtempSync(join(tmpdir(), 'baccau-smpp-'));
const centers: Smsc[] = [];
const channels: ClosableChannel[] = [];
afterEach(async () => {
  for (const channel of channels.splice(0)) await channel.close();
  for (const center of centers.splice(0)) await center.kill();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function center(port?: number, options?: Parameters<typeof smsc>[1]): Promise<Smsc> {
  const made = await smsc(port, options);
  centers.push(made);
  return made;
}

function channel(
  settings: SmppSettings,
  secret = 'mat-ma',
  timing: SmppTiming = { firstRetryMs: 20 },
): ClosableChannel {
  const made = smppChannel({ settings, secret }, timing);
  channels.push(made);
  return made;
}

const failure = async (work: Promise<void>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof SmsFailure) return error.message;
    throw error;
  }
  return 'sent';
};

/** The text as the phone puts it together. */
function assembled(peer: Smsc): string {
  return peer.submitted
    .map(({ short_message, message_payload, data_coding }) => {
      const { message } = (message_payload ?? short_message) as { message: Buffer | string };
      if (typeof message === 'string') return message;
      return data_coding === UCS2 ? smpp.encodings.UCS2.decode(message) : smpp.encodings.ASCII.decode(message);
    })
    .join('');
}

describe('a text', () => {
  test('of GSM letters is one octet each, Vietnamese is two', () => {
    expect(encodeText(SHORT)).toMatchObject({ dataCoding: GSM7, bytes: { length: SHORT.length } });
    expect(encodeText(VIETNAMESE)).toMatchObject({ dataCoding: UCS2, bytes: { length: VIETNAMESE.length * 2 } });
  });

  test('is cut only when it must be, and never through a character', () => {
    expect(cut(encodeText('a'.repeat(160)))).toHaveLength(1);
    expect(cut(encodeText('a'.repeat(161))).map(({ length }) => length)).toEqual([153, 8]);
    expect(cut(encodeText('ệ'.repeat(70)))).toHaveLength(1);
    expect(cut(encodeText('ệ'.repeat(71))).map(({ length }) => length)).toEqual([134, 8]);
    // € is escape and a letter; an emoji is two units.
    expect(cut(encodeText(`${'a'.repeat(152)}€${'a'.repeat(20)}`)).map(({ length }) => length)).toEqual([152, 22]);
    expect(cut(encodeText(`${'ệ'.repeat(66)}😀${'ệ'.repeat(9)}`)).map(({ length }) => length)).toEqual([132, 22]);
  });
});

describe('a message', () => {
  test('is sent by a transceiver under the brand, and taken', async () => {
    const peer = await center();
    await channel(smppSettings(peer.port)).sendSms(PHONE, SHORT);
    expect(peer.commands.slice(0, 2)).toEqual(['bind_transceiver', 'submit_sm']);
    expect(peer.submitted[0]).toMatchObject({
      source_addr: 'BacCau',
      source_addr_ton: 5,
      destination_addr: '84901234567',
      dest_addr_ton: 1,
      dest_addr_npi: 1,
      data_coding: GSM7,
    });
    expect(assembled(peer)).toBe(SHORT);
  });

  test('in Vietnamese goes in parts that the phone puts together', async () => {
    const peer = await center();
    await channel(smppSettings(peer.port)).sendSms(PHONE, VIETNAMESE);
    expect(peer.submitted).toHaveLength(2);
    const headers = peer.submitted.map(({ short_message }) => (short_message as { udh: Buffer[] }).udh[0]);
    const [first, second] = headers.map((header) => [...(header ?? [])]);
    // Element 0, three octets: reference (the same), parts, number.
    expect([first?.slice(0, 2), first?.slice(3), second?.slice(3)]).toEqual([
      [0, 3],
      [2, 1],
      [2, 2],
    ]);
    expect(first?.[2]).toBe(second?.[2]);
    expect(peer.submitted.map(({ esm_class }) => (esm_class as number) & 0x40)).toEqual([0x40, 0x40]);
    expect(assembled(peer)).toBe(VIETNAMESE);
  });

  test('or whole in message_payload, or without diacritics in one', async () => {
    const peer = await center();
    await channel(smppSettings(peer.port, { long: 'payload' })).sendSms(PHONE, VIETNAMESE);
    expect(peer.submitted).toHaveLength(1);
    expect(assembled(peer)).toBe(VIETNAMESE);
    await channel(smppSettings(peer.port, { unaccented: true })).sendSms(PHONE, VIETNAMESE);
    expect(peer.submitted).toHaveLength(2);
    expect(peer.submitted[1]?.data_coding).toBe(GSM7);
  });

  test('that the center refuses is a failure that says why', async () => {
    const peer = await center();
    const sms = channel(smppSettings(peer.port, { timeoutSeconds: 4 }));
    peer.statuses.push(0x45, 0x0b, 0x58);
    expect(await failure(sms.sendSms(PHONE, SHORT))).toBe('refused (SMPP 0x00000045)');
    expect(await failure(sms.sendSms(PHONE, SHORT))).toBe('number (SMPP 0x0000000B)');
    // Throttled once: a second later it is taken.
    expect(await failure(sms.sendSms(PHONE, SHORT))).toBe('sent');
    expect(peer.submitted).toHaveLength(4);
  });

  test('without an answer is a timeout', async () => {
    const peer = await center(0, { mute: true });
    expect(await failure(channel(smppSettings(peer.port, { timeoutSeconds: 1 })).sendSms(PHONE, SHORT))).toBe(
      'timeout (SMPP)',
    );
  });

  test('many at once keep to the agreed pace', async () => {
    const peer = await center();
    const sms = channel(smppSettings(peer.port, { perSecond: 20 }));
    const started = performance.now();
    await Promise.all(Array.from({ length: 11 }, () => sms.sendSms(PHONE, SHORT)));
    expect(performance.now() - started).toBeGreaterThan(450);
    expect(peer.commands.filter((command) => command === 'bind_transceiver')).toHaveLength(1);
  });
});

describe('a session', () => {
  test('with a wrong password is refused at once, each time, until the provider mends it', async () => {
    const peer = await center();
    const sms = channel(smppSettings(peer.port), 'sai', { firstRetryMs: 200 });
    expect(await failure(sms.sendSms(PHONE, SHORT))).toBe('refused (SMPP 0x0000000E)');
    expect(await failure(sms.sendSms(PHONE, SHORT))).toBe('refused (SMPP 0x0000000E)');
    expect(peer.commands.filter((command) => command === 'bind_transceiver')).toHaveLength(1);
    peer.password = 'sai';
    await expect.poll(() => failure(sms.sendSms(PHONE, SHORT)), { timeout: 2000 }).toBe('sent');
  });

  test('is taken up again after the center was killed and came back', async () => {
    const peer = await center();
    const sms = channel(smppSettings(peer.port));
    await sms.sendSms(PHONE, SHORT);
    await peer.kill();
    centers.pop();
    expect(await failure(channel(smppSettings(peer.port, { timeoutSeconds: 1 })).sendSms(PHONE, SHORT))).toContain(
      'unreachable (ECONNREFUSED)',
    );
    const waiting = sms.sendSms(PHONE, SHORT);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const again = await center(peer.port);
    await waiting;
    expect(again.submitted).toHaveLength(1);
    // The line that was cut is bound anew without a message asking for it.
    await again.kill();
    centers.pop();
    const third = await center(peer.port);
    await expect.poll(() => third.commands, { timeout: 3000 }).toContain('bind_transceiver');
  });

  test('asks a quiet line, and gives it up when nobody answers', async () => {
    const peer = await center(0, { mute: true });
    const sms = channel(smppSettings(peer.port, { timeoutSeconds: 1 }), 'mat-ma', { firstRetryMs: 20, enquireMs: 100 });
    expect(await failure(sms.sendSms(PHONE, SHORT))).toMatch(/timeout|unreachable/);
    expect(peer.commands).toContain('enquire_link');
    await expect
      .poll(() => peer.commands.filter((command) => command === 'bind_transceiver').length, { timeout: 3000 })
      .toBeGreaterThan(1);
  });

  test('answers what the center asks, and says good-bye', async () => {
    const peer = await center();
    const sms = channel(smppSettings(peer.port));
    await sms.sendSms(PHONE, SHORT);
    expect((await peer.ask('enquire_link', {})).command).toBe('enquire_link_resp');
    const receipt = { source_addr: '84901234567', destination_addr: 'BacCau', short_message: 'id:x stat:DELIVRD' };
    expect((await peer.ask('deliver_sm', receipt)).command).toBe('deliver_sm_resp');
    await sms.close();
    await expect.poll(() => peer.commands).toContain('unbind');
  });

  test('over TLS only with a center whose certificate is trusted', async () => {
    const authority = testAuthority(join(folder, 'ca'));
    const pair = authority.issue('smsc', { names: ['127.0.0.1'] });
    const tls = { cert: readFileSync(pair.cert, 'utf8'), key: readFileSync(pair.key, 'utf8') };
    const peer = await center(0, { tls });
    const settings = smppSettings(peer.port, { tls: true, timeoutSeconds: 1 });
    expect(await failure(channel(settings).sendSms(PHONE, SHORT))).toContain('unreachable');
    await channel({ ...settings, timeoutSeconds: 3, caPem: authority.ca() }).sendSms(PHONE, SHORT);
    expect(assembled(peer)).toBe(SHORT);
  });
});
