import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { verifyAudit } from '../../platform/audit/index.ts';
import { transact } from '../../platform/db/index.ts';
import { isRefusal } from '../../platform/problem.ts';
import { demoStaffCodes } from './demo-staff.ts';
import { createStaff } from './manage-staff.ts';
import { staffSessionOf } from './sessions.ts';
import { disableStaff } from './staff-acts.ts';
import { staffSignIn } from './staff-sign-in.ts';
import { FROM, insertTestStaff, insertTestUnit, PASSWORD, testKeys } from './testing.ts';
import { stepAt, totpCode } from './totp.ts';

const { db, statements } = await testDatabase();
const start = new Date('2026-11-24T01:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
await insertTestUnit(db, 'unit-b', 'Phường Bình Thử');
await insertTestUnit(db, 'unit-a', 'Phường An Thử');

const attempt = (
  who: { totpSecret: string },
  login: string,
  now: Date,
  more: Partial<Parameters<typeof staffSignIn>[0]> = {},
) =>
  staffSignIn({
    db,
    keys: testKeys,
    now,
    login,
    password: PASSWORD,
    totp: totpCode(who.totpSecret, stepAt(now)),
    from: FROM,
    ...more,
  });

describe('staff sign-in', () => {
  it('opens a session for the first active unit by name, with the roles valid there today', async () => {
    const staff = await insertTestStaff(db, 'lan', [
      { unitId: 'unit-b', role: 'leader' },
      { unitId: 'unit-a', role: 'officer' },
      { unitId: 'unit-a', role: 'helper' },
      { unitId: 'unit-a', role: 'admin', validTo: '2026-11-24' },
    ]);
    const signedIn = await attempt(staff, ' LAN ', at(0));
    if (isRefusal(signedIn)) throw new Error(signedIn.refused);
    expect(signedIn.unitId).toBe('unit-a');
    const before = statements.count;
    const session = await staffSessionOf(db, signedIn.token, at(10));
    expect(statements.count - before).toBe(1);
    expect(session).toEqual({
      kind: 'staff',
      staffId: staff.staffId,
      login: 'lan',
      name: 'Người thử lan',
      unitId: 'unit-a',
      unitName: 'Phường An Thử',
      roles: ['officer', 'helper'],
      ownRoles: ['helper', 'officer'],
      standIns: [],
      severalUnits: true,
      expiresAt: at(10 * 3600),
    });
  });

  it('accepts an authenticator code once, also for parallel attempts', async () => {
    const staff = await insertTestStaff(db, 'minh', [{ unitId: 'unit-a', role: 'officer' }]);
    const results = await Promise.all(Array.from({ length: 4 }, () => attempt(staff, 'minh', at(100))));
    expect(results.filter((result) => !isRefusal(result))).toHaveLength(1);
    expect(await attempt(staff, 'minh', at(101))).toMatchObject({ refused: 'identity.staff-sign-in' });
    const earlier = { totp: totpCode(staff.totpSecret, stepAt(at(101)) - 1) };
    expect(await attempt(staff, 'minh', at(101), earlier)).toMatchObject({ refused: 'identity.staff-sign-in' });
    expect(isRefusal(await attempt(staff, 'minh', at(131)))).toBe(false);
  });

  it('answers alike to a wrong password, a wrong code and an unknown login', async () => {
    const staff = await insertTestStaff(db, 'hoa', [{ unitId: 'unit-a', role: 'officer' }]);
    const wrong = [
      await attempt(staff, 'hoa', at(200), { password: 'sai mật khẩu rồi' }),
      await attempt(staff, 'hoa', at(200), { totp: '' }),
      await attempt(staff, 'nobody', at(200)),
      await attempt(staff, "'; drop table staff; --", at(200)),
    ];
    for (const answer of wrong) expect(answer).toEqual({ refused: 'identity.staff-sign-in', params: {} });
  });

  it('tells a disabled person or one without a role only after both factors were right', async () => {
    const staff = await insertTestStaff(db, 'tam', [{ unitId: 'unit-a', role: 'officer' }]);
    const signedIn = await attempt(staff, 'tam', at(300));
    if (isRefusal(signedIn)) throw new Error(signedIn.refused);
    await transact(db, (tx) =>
      disableStaff(tx, { unitId: 'unit-a', staffId: staff.staffId, byStaffId: null, now: at(310) }),
    );
    expect(await staffSessionOf(db, signedIn.token, at(311))).toBeNull();
    expect(await attempt(staff, 'tam', at(340))).toMatchObject({ refused: 'identity.staff-disabled' });
    expect(await attempt(staff, 'tam', at(340), { password: 'x' })).toMatchObject({
      refused: 'identity.staff-sign-in',
    });
    const idle = await insertTestStaff(db, 'cuong', [{ unitId: 'unit-a', role: 'officer', validTo: '2026-06-01' }]);
    expect(await attempt(idle, 'cuong', at(300))).toMatchObject({ refused: 'identity.no-active-role' });
  });

  it('stops guessing after ten attempts on one login, whatever the address', async () => {
    const staff = await insertTestStaff(db, 'son', [{ unitId: 'unit-a', role: 'officer' }]);
    for (let n = 0; n < 10; n += 1) {
      const from = { ...FROM, address: `192.0.2.${n + 10}` };
      expect(await attempt(staff, 'son', at(400), { password: 'x', from })).toMatchObject({
        refused: 'identity.staff-sign-in',
      });
    }
    expect(await attempt(staff, 'son', at(400))).toMatchObject({
      refused: 'identity.staff-too-many',
      params: { minutes: 15 },
    });
    expect(isRefusal(await attempt(staff, 'son', at(400 + 901)))).toBe(false);
  });
});

describe('staff records', () => {
  it('refuses a taken or odd login and a weak password', async () => {
    const create = (login: string, password = PASSWORD) =>
      transact(db, (tx) =>
        createStaff(tx, { keys: testKeys, now: start, actor: 'system', login, fullName: 'X', password, roles: [] }),
      );
    expect(isRefusal(await create('new.one'))).toBe(false);
    expect(await create('New.One')).toMatchObject({ refused: 'identity.login-taken' });
    expect(await create('có dấu')).toMatchObject({ refused: 'identity.login-invalid' });
    expect(await create('other', 'ngắn')).toMatchObject({ refused: 'identity.password-weak' });
  });

  it('keeps no secret in clear', async () => {
    const { totpSecret } = await insertTestStaff(db, 'kin', [{ unitId: 'unit-a', role: 'helper' }]);
    const row = await db.selectFrom('staff').selectAll().where('login', '=', 'kin').executeTakeFirstOrThrow();
    expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(row.totp_sealed).not.toContain(totpSecret);
  });

  it('shows the demo a code that works, also right after one was used', async () => {
    await insertTestStaff(db, 'demo', [{ unitId: 'unit-a', role: 'helper' }], { isDemo: true });
    for (const _ of [1, 2]) {
      const [shown, ...others] = await demoStaffCodes(db, testKeys, at(600));
      expect(others).toEqual([]);
      expect(shown).toMatchObject({ login: 'demo', roles: ['helper'], secondsLeft: 30 });
      expect(isRefusal(await attempt({ totpSecret: '' }, 'demo', at(600), { totp: shown?.code ?? '' }))).toBe(false);
    }
    expect((await demoStaffCodes(db, testKeys, at(600)))[0]?.code).toBeNull();
  });

  it('leaves whole audit chains', async () => {
    expect((await verifyAudit(db)).faults).toEqual([]);
  });
});
