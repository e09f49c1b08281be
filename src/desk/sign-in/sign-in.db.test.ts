import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { testWeb } from '../../../test/support/web.ts';
import { createStaff, may, needStaff, type Role, staffOf } from '../../modules/identity/index.ts';
import { insertTestUnit, PASSWORD } from '../../modules/identity/testing.ts';
import { transact } from '../../platform/db/index.ts';

const { app, db, clock, platform } = await testWeb('2026-11-24T01:00:00Z');
await insertTestUnit(db, 'unit-a', 'Phường Thử');
for (const role of ['officer', 'helper'] as const) await create(role);

async function create(role: Role): Promise<void> {
  const roles = [{ unitId: 'unit-a', role, validFrom: '2026-01-01', validTo: null }];
  const person = {
    keys: platform.keys,
    now: clock.now(),
    actor: 'system',
    fullName: `Người ${role}`,
    password: PASSWORD,
  };
  await transact(db, (tx) => createStaff(tx, { ...person, login: role, roles, isDemo: true }));
}

const HOST = { host: 'localhost', origin: 'http://localhost' };
const post = (url: string, form: Record<string, string>, cookie = '') =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...HOST, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });

/** Code of a demo person as the mailbox page shows it. */
async function codeOf(login: string): Promise<string> {
  const { body } = await app.inject({ url: '/demo/hop-thu', headers: HOST });
  const row =
    body.split('<tr').find((part) => part.includes(`>${login}<`) || new RegExp(`>\\s*${login}\\b`).test(part)) ?? '';
  return /\b\d{6}\b/.exec(row.replace(/<[^>]*>/g, ' '))?.[0] ?? '';
}

describe('desk sign-in', () => {
  it('goes by password and the code of the trial’s mailbox to the page that was wanted', async () => {
    const totp = await codeOf('officer');
    expect(totp).toMatch(/^\d{6}$/);
    const wrong = await post('/desk/dang-nhap', { login: 'officer', password: 'x', totp });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.body).toContain('value="officer"');
    expect(wrong.body).not.toContain(`value="${totp}"`);
    const entered = await post('/desk/dang-nhap', { login: 'officer', password: PASSWORD, totp, tiep: '/desk/ho-so' });
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/desk/ho-so']);
    expect(entered.headers['set-cookie']).toMatch(/^baccau_s=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
    const out = await post('/desk/dang-xuat', {}, cookie);
    expect(out.headers.location).toBe('/desk/dang-nhap');
  });
});

describe('guards', () => {
  it('let exactly the roles in that the policy names', async () => {
    const { default: Fastify } = await import('fastify');
    const { default: cookies } = await import('@fastify/cookie');
    const guarded: FastifyInstance = Fastify();
    await guarded.register(cookies);
    const onRequest = needStaff(platform, 'dossier.work');
    guarded.get('/desk/x', { onRequest }, async (request) => ({ roles: staffOf(request).roles }));
    guarded.get('/desk/open', async (request) => ({ roles: staffOf(request).roles }));
    for (const login of ['officer', 'helper'] as const) {
      clock.advance(60_000);
      const entered = await post('/desk/dang-nhap', { login, password: PASSWORD, totp: await codeOf(login) });
      const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
      const answer = await guarded.inject({ url: '/desk/x', headers: { cookie } });
      expect(answer.statusCode).toBe(may({ roles: [login] }, 'dossier.work') ? 200 : 403);
      expect((await guarded.inject({ url: '/desk/open', headers: { cookie } })).statusCode).toBe(500);
    }
    const stranger = await guarded.inject({ url: '/desk/x?a=1' });
    expect([stranger.statusCode, stranger.headers.location]).toEqual([303, '/desk/dang-nhap?tiep=%2Fdesk%2Fx%3Fa%3D1']);
    await guarded.close();
  });
});
