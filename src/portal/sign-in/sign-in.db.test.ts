import type { LightMyRequestResponse } from 'fastify';
import { describe, expect, it } from 'vitest';
import { testWeb } from '../../../test/support/web.ts';
import { insertTestUnit } from '../../modules/identity/testing.ts';
import { setHomeUnit } from '../../modules/units/index.ts';

const { app, db, clock, mailbox, statements } = await testWeb('2026-11-24T01:00:00Z');
await insertTestUnit(db, 'unit-a', 'Phường Thử');
await setHomeUnit(db, 'unit-a');

const HOST = { host: 'localhost', origin: 'http://localhost' };

const post = (url: string, form: Record<string, string>, cookie = '') =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...HOST, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
const get = (url: string, cookie = '') => app.inject({ url, headers: { ...HOST, cookie } });

const cookieOf = (response: LightMyRequestResponse) => String(response.headers['set-cookie']).split(';')[0] ?? '';
const lastCode = () => /\d{6}/.exec(mailbox.list()[0]?.text ?? '')?.[0] ?? '';
const codeIdOf = (response: LightMyRequestResponse) =>
  /[?&]c=([0-9a-f-]+)/.exec(String(response.headers.location))?.[1] ?? '';

async function signIn(phone: string, next = ''): Promise<LightMyRequestResponse> {
  const asked = await post('/dang-nhap', { phone, tiep: next });
  return post('/dang-nhap/ma', { c: codeIdOf(asked), code: lastCode(), tiep: next });
}

describe('sign-in pages', () => {
  it('lead a guarded page through phone and code and back to it', async () => {
    const guarded = await get('/tai-khoan/sua');
    expect([guarded.statusCode, guarded.headers.location]).toEqual([303, '/dang-nhap?tiep=%2Ftai-khoan%2Fsua']);
    const phonePage = await get('/dang-nhap?tiep=%2Ftai-khoan%2Fsua');
    expect(phonePage.body).toContain('name="tiep" value="/tai-khoan/sua"');
    const asked = await post('/dang-nhap', { phone: '0901 234 001', tiep: '/tai-khoan/sua' });
    expect(asked.statusCode).toBe(303);
    const codePage = await get(String(asked.headers.location));
    expect(codePage.body).toContain('090\u00a0***\u00a0*001');
    expect(codePage.body).not.toContain('234 001');
    const entered = await post('/dang-nhap/ma', { c: codeIdOf(asked), code: lastCode(), tiep: '/tai-khoan/sua' });
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/tai-khoan/sua']);
    expect(entered.headers['set-cookie']).toMatch(/^baccau_c=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await get('/tai-khoan/sua', cookieOf(entered))).statusCode).toBe(200);
  });

  it('never lead to another site', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const entered = await signIn('0901234002', next);
      expect(String(entered.headers.location)).toMatch(/^\/(?![/\\])/);
      clock.advance(15 * 60_000);
    }
  });

  it('keep what was typed and say what to do', async () => {
    const wrong = await post('/dang-nhap', { phone: '0901 23' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="0901 23"');
    const asked = await post('/dang-nhap', { phone: '0901234003' });
    const refused = await post('/dang-nhap/ma', { c: codeIdOf(asked), code: '12' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Bạn còn 4 lần thử');
    const again = await post('/dang-nhap/gui-lai', { c: codeIdOf(asked) });
    expect(again.headers.location).toContain('moi=1');
    expect((await post('/dang-nhap/ma', { c: codeIdOf(again), code: lastCode() })).headers.location).toBe('/tai-khoan');
  });

  it('answer alike for a known and an unknown phone', async () => {
    const ask = async (phone: string) => {
      const { statusCode, headers, body } = await post('/dang-nhap', { phone });
      return { statusCode, body, location: String(headers.location).replace(/c=[0-9a-f-]+/, 'c=…') };
    };
    expect(await ask('0901234003')).toEqual(await ask('0901234004'));
  });

  it('show nothing for a code that nobody asked for', async () => {
    expect((await get('/dang-nhap/ma?c=x')).headers.location).toBe('/dang-nhap');
    expect((await post('/dang-nhap/gui-lai', { c: 'x' })).statusCode).toBe(410);
  });

  it('refuse a post from another site', async () => {
    const headers = { ...HOST, origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' };
    const forged = await app.inject({ method: 'POST', url: '/dang-nhap', headers, payload: 'phone=0901234005' });
    expect(forged.statusCode).toBe(403);
  });
});

describe('account pages', () => {
  it('show, fill from a card and save the profile, within the budget of statements', async () => {
    const cookie = cookieOf(await signIn('0901234010'));
    await get('/tai-khoan', cookie);
    const before = statements.count;
    const empty = await get('/tai-khoan', cookie);
    expect(statements.count - before).toBeLessThanOrEqual(3);
    expect(empty.body).toContain('Tài khoản đã sẵn sàng');
    const cardQr = '074198000001||Nguyễn Thị <Thử|28021998|Nữ|Số 1 đường Thử|01012022';
    expect((await post('/tai-khoan/the-can-cuoc', { cardQr }, cookie)).statusCode).toBe(422);
    const filled = await post('/tai-khoan/the-can-cuoc', { cardQr: cardQr.replace('<', '') }, cookie);
    expect(filled.statusCode).toBe(200);
    expect(filled.body).toContain('value="Nguyễn Thị Thử"');
    expect(filled.body).toContain('value="074198000001"');
    const form = {
      fullName: 'Nguyễn Thị Thử',
      'dob-day': '28',
      'dob-month': '2',
      'dob-year': '1998',
      sex: 'nu',
      address: 'Số 1',
    };
    const doubted = await post('/tai-khoan/sua', { ...form, sex: 'nam', citizenNo: '074198000001' }, cookie);
    expect(doubted.statusCode).toBe(422);
    expect(doubted.body).toContain('name="citizenNoConfirmed"');
    const saved = await post('/tai-khoan/sua', { ...form, citizenNo: '074198000001' }, cookie);
    expect(saved.headers.location).toBe('/tai-khoan?luu=1');
    const page = await get('/tai-khoan', cookie);
    expect(page.body).toContain('074***…001');
    expect(page.body).not.toContain('198000001');
    expect((await get('/api/v1/me', cookie)).json()).toMatchObject({
      fullName: 'Nguyễn Thị Thử',
      dateOfBirth: '1998-02-28',
    });
  });

  it('refuse a post and the API without a session, and end at sign-out', async () => {
    const refused = await post('/tai-khoan/sua', {});
    expect([refused.statusCode, refused.body.includes('Mời đăng nhập lại')]).toEqual([401, true]);
    const api = await get('/api/v1/me');
    expect([api.statusCode, api.json().type]).toEqual([401, 'urn:baccau:problem:identity.signed-out']);
    const cookie = cookieOf(await signIn('0901234011'));
    expect((await get('/api/v1/me', cookie)).statusCode).toBe(200);
    const out = await post('/dang-xuat', {}, cookie);
    expect(out.headers['set-cookie']).toMatch(/^baccau_c=; .*Expires=Thu, 01 Jan 1970/);
    expect((await get('/api/v1/me', cookie)).statusCode).toBe(401);
  });

  it('greet in English', async () => {
    const cookie = cookieOf(await signIn('0901234012'));
    expect((await get('/tai-khoan?lang=en', cookie)).body).toContain('Your account');
  });
});
