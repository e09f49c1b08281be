import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { testWeb } from '../../../../test/support/web.ts';
import { seedUnitAndCatalogue } from '../../../modules/dossiers/testing.ts';
import { httpGateway } from '../../../platform/messaging/testing.ts';
import { atDesk, words } from '../../testing.ts';
import { ADMIN } from '../paths.ts';
import { CODE_CHANNEL, CODE_CHANNEL_TEST, codeChannelOfKind } from './paths.ts';

const web = await testWeb('2026-11-24T03:00:00Z');
const unitId = await seedUnitAndCatalogue(web.db);
await sql`update installation set home_unit_id = ${unitId}`.execute(web.db);
const admin = await atDesk(web, 'quantri', { unitId, role: 'admin' });
const gateway = await httpGateway();
afterAll(() => gateway.close());

const typed = (more: Record<string, string> = {}) => ({
  kind: 'http',
  seen: '0',
  url: gateway.url,
  method: 'POST',
  bodyType: 'json',
  body: '{"to":"{phone}","text":"{text}"}',
  headers: 'Authorization: Bearer {secret}',
  success: '"CodeResult":"100"',
  secret: 'khoa-rat-bi-mat',
  phoneFormat: 'national',
  timeout: '2',
  ca: '',
  ...more,
});

describe('the page', () => {
  it('is the administrator’s, and asks for what the chosen kind needs', async () => {
    const officer = await atDesk(web, 'canbo', { unitId, role: 'officer' });
    expect((await officer.get(CODE_CHANNEL)).status).toBe(403);
    const http = await admin.get(CODE_CHANNEL);
    expect(http.html).toContain('name="url"');
    expect(http.html).not.toContain('name="systemId"');
    const smpp = await admin.get(codeChannelOfKind('smpp'));
    expect(smpp.html).toContain('name="systemId"');
    expect(words((await admin.get(ADMIN)).html)).toContain('Kênh tin nhắn');
  });

  it('shows what is wrong at its box and keeps what was typed, but for the secret', async () => {
    const answer = await admin.post(CODE_CHANNEL, typed({ url: 'http://elsewhere.example', timeout: '99' }));
    expect(answer.status).toBe(422);
    expect(words(answer.html)).toContain('Địa chỉ phải đầy đủ');
    expect(words(answer.html)).toContain('từ 1 đến 30');
    expect(answer.html).toContain('value="http://elsewhere.example"');
    expect(answer.html).not.toContain('khoa-rat-bi-mat');
  });

  it('saves in one transaction, and never shows the secret again', async () => {
    expect((await admin.post(CODE_CHANNEL_TEST, { phone: '0912345678' })).status).toBe(409);
    const saved = await admin.post(CODE_CHANNEL, typed());
    expect([saved.status, saved.location]).toEqual([303, `${CODE_CHANNEL}?xong=luu`]);
    const page = await admin.get(CODE_CHANNEL);
    expect(page.html).toContain(gateway.url);
    expect(page.html).not.toContain('khoa-rat-bi-mat');
    expect(words(page.html)).toContain('Đã có và không hiện lại');
    const { rows } = await sql<{ text: string }>`select c::text as text from code_channel c`.execute(web.db);
    expect(rows[0]?.text).not.toContain('khoa-rat-bi-mat');
  });

  it('reads with one statement beside the session', async () => {
    await admin.get(CODE_CHANNEL);
    const before = web.statements.count;
    await admin.get(CODE_CHANNEL);
    expect(web.statements.count - before).toBe(2);
  });
});

describe('a test message', () => {
  it('goes to the administrator’s phone by the saved channel', async () => {
    const sent = await admin.post(CODE_CHANNEL_TEST, { phone: '091 234 5678' });
    expect(sent.status).toBe(303);
    expect(JSON.parse(gateway.received.at(-1)?.body ?? '{}')).toMatchObject({ to: '0912345678' });
    expect(gateway.received.at(-1)?.headers.authorization).toBe('Bearer khoa-rat-bi-mat');
    expect(words((await admin.get(`${CODE_CHANNEL}?xong=gui`)).html)).toContain('đã nhận tin thử');
  });

  it('that fails says why, with the number still there', async () => {
    gateway.answer = { status: 401, body: '' };
    const failed = await admin.post(CODE_CHANNEL_TEST, { phone: '0912345678' });
    expect(failed.status).toBe(502);
    expect(words(failed.html)).toContain('Cổng tin nhắn từ chối (HTTP 401)');
    expect(failed.html).toContain('value="0912345678"');
    gateway.answer = { status: 200, body: '{"CodeResult":"100"}' };
    expect((await admin.post(CODE_CHANNEL_TEST, { phone: '02743822123' })).status).toBe(422);
  });
});

it('the secret does not travel to another receiver by itself', async () => {
  const { rows } = await sql<{ revision: number }>`select revision from code_channel`.execute(web.db);
  const seen = String(rows[0]?.revision);
  const moved = typed({ seen, secret: '', url: 'https://evil.example/sms' });
  const answer = await admin.post(CODE_CHANNEL, moved);
  expect(answer.status).toBe(422);
  expect(words(answer.html)).toContain('hãy nhập lại mật khẩu');
  // At the same receiver it stays.
  const same = await admin.post(CODE_CHANNEL, typed({ seen, secret: '', timeout: '3' }));
  expect(same.status).toBe(303);
  await admin.post(CODE_CHANNEL_TEST, { phone: '0912345678' });
  expect(gateway.received.at(-1)?.headers.authorization).toBe('Bearer khoa-rat-bi-mat');
});

it('an older version does not overwrite a newer one', async () => {
  const answer = await admin.post(CODE_CHANNEL, typed({ seen: '0' }));
  expect(answer.status).toBe(409);
  expect(words(answer.html)).toContain('người khác đã lưu một bản mới hơn');
});

it('an administrator of another unit sees whose it is, and changes nothing', async () => {
  const other = await atDesk(web, 'quantri2', { unitId: 'khac', role: 'admin' });
  const page = await other.get(CODE_CHANNEL);
  expect(words(page.html)).toContain('Đơn vị chủ quản');
  expect(page.html).not.toContain(gateway.url);
  expect((await other.post(CODE_CHANNEL, typed())).status).toBe(403);
  expect((await other.post(CODE_CHANNEL_TEST, { phone: '0912345678' })).status).toBe(403);
});
