import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal } from '../../platform/problem.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { type InvitationForm, readInvitation } from './invitation-rules.ts';
import { cancelInvitation, invitationLink, inviteStaff, openInvitationOf, renewStaff } from './invitations.ts';
import { staffSessionOf } from './sessions.ts';
import { disableStaff, enableStaff, endRole, grantRole } from './staff-acts.ts';
import { staffPerson } from './staff-person.ts';
import { staffSignIn } from './staff-sign-in.ts';
import { FROM, insertTestStaff, insertTestUnit, testKeys as keys, PASSWORD } from './testing.ts';
import { stepAt, totpCode } from './totp.ts';

const { db } = await testDatabase();
const start = new Date('2026-11-24T01:00:00Z');
const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
await insertTestUnit(db, 'unit-a', 'Phường An Thử');
await insertTestUnit(db, 'unit-b', 'Phường Bình Thử');

const form: InvitationForm = {
  fullName: ' Lê  Thị Thử ',
  phone: '0901 234 567',
  roles: ['officer', 'helper', 'wizard'],
  validFrom: '2026-11-24',
  validTo: '',
};
const values = readInvitation(form);
if (Array.isArray(values)) throw new Error('the form is good');

async function invited(now = at(0)) {
  const invitationId = newId();
  const asked = { keys, now, actor: 'system', unitId: 'unit-a', invitationId, values: values as never };
  await transact(db, (tx) => inviteStaff(tx, asked));
  const link = await invitationLink(db, keys, { unitId: 'unit-a', invitationId, now });
  if (isRefusal(link)) throw new Error(link.refused);
  return { ...link, invitationId, again: () => transact(db, (tx) => inviteStaff(tx, asked)) };
}

async function accept(token: string, login: string, now: Date, more: { password?: string; code?: string } = {}) {
  const open = await openInvitationOf(db, keys, token, now);
  const code = isRefusal(open) ? '123456' : totpCode(open.totpSecret, stepAt(now));
  return acceptInvitation({ db, keys, now, token, login, password: PASSWORD, code, from: FROM, ...more });
}

const acts = async () =>
  (await db.selectFrom('audit_entry').select('act').where('unit_id', '=', 'unit-a').orderBy('seq').execute()).map(
    ({ act }) => act,
  );

describe('an invitation', () => {
  it('is read with every fault at once', () => {
    const wrong = readInvitation({
      fullName: ' ',
      phone: '12',
      roles: ['wizard'],
      validFrom: '2026-02-30',
      validTo: '',
    });
    expect(Array.isArray(wrong) && wrong.map(([field]) => field)).toEqual(['fullName', 'phone', 'roles', 'period']);
    expect(values).toEqual({
      fullName: 'Lê Thị Thử',
      phone: '+84901234567',
      roles: ['officer', 'helper'],
      validFrom: '2026-11-24',
      validTo: null,
    });
    const backwards = readInvitation({ ...form, validTo: '2026-11-24' });
    expect(Array.isArray(backwards) && backwards.map(([field]) => field)).toEqual(['period']);
  });

  it('lets one person in once, with the roles, signed in', async () => {
    const link = await invited();
    expect(await accept(link.token, 'co.dau á', at(1))).toMatchObject({ refused: 'identity.login-invalid' });
    expect(await accept(link.token, 'thu.le', at(1), { password: 'ngắn' })).toMatchObject({
      refused: 'identity.password-weak',
    });
    expect(await accept(link.token, 'thu.le', at(1), { code: '000000' })).toMatchObject({
      refused: 'identity.authenticator-wrong',
    });
    const both = await Promise.all([accept(link.token, 'thu.le', at(1)), accept(link.token, 'thu.le2', at(1))]);
    const [winner] = both.filter((one) => !isRefusal(one));
    expect(both.filter(isRefusal)).toEqual([{ refused: 'identity.invitation-gone', params: {} }]);
    const token = winner && !isRefusal(winner) ? (winner.sessionToken ?? '') : '';
    expect(await staffSessionOf(db, token, at(1))).toMatchObject({ unitId: 'unit-a', roles: ['officer', 'helper'] });
    expect(await accept(link.token, 'thu.le3', at(1))).toMatchObject({ refused: 'identity.invitation-gone' });
    expect(await acts()).toEqual(expect.arrayContaining(['staff.invited', 'staff.created']));
  });

  it('keeps the code that proved the authenticator from being used again', async () => {
    const link = await invited();
    const open = await openInvitationOf(db, keys, link.token, at(2));
    if (isRefusal(open)) throw new Error(open.refused);
    expect(isRefusal(await accept(link.token, 'mot.lan', at(2)))).toBe(false);
    const totp = totpCode(open.totpSecret, stepAt(at(2)));
    const signIn = { db, keys, now: at(2), login: 'mot.lan', password: PASSWORD, totp, from: FROM };
    expect(await staffSignIn(signIn)).toMatchObject({ refused: 'identity.staff-sign-in' });
    const later = new Date(at(2).getTime() + 60_000);
    const fresh = totpCode(open.totpSecret, stepAt(later));
    expect(isRefusal(await staffSignIn({ ...signIn, now: later, totp: fresh }))).toBe(false);
  });

  it('is one although the form was sent twice, ends after three days and when it is cancelled', async () => {
    const link = await invited();
    await link.again();
    const rows = await db.selectFrom('staff_invitation').select('invitation_id').execute();
    expect(rows.filter(({ invitation_id }) => invitation_id === link.invitationId)).toHaveLength(1);
    expect(isRefusal(await openInvitationOf(db, keys, link.token, at(71)))).toBe(false);
    expect(await openInvitationOf(db, keys, link.token, at(73))).toMatchObject({ refused: 'identity.invitation-gone' });
    const cancel = (unitId: string) =>
      transact(db, (tx) =>
        cancelInvitation(tx, { unitId, invitationId: link.invitationId, actor: 'system', now: at(3) }),
      );
    expect(await cancel('unit-b')).toMatchObject({ refused: 'identity.invitation-gone' });
    expect(await cancel('unit-a')).toBeUndefined();
    expect(await openInvitationOf(db, keys, link.token, at(4))).toMatchObject({ refused: 'identity.invitation-gone' });
    expect(await openInvitationOf(db, keys, `${link.token}x`, at(4))).toMatchObject({
      refused: 'identity.invitation-gone',
    });
  });

  it('shows neither token nor authenticator to who reads the table', async () => {
    const link = await invited();
    const open = await openInvitationOf(db, keys, link.token, at(1));
    const table = JSON.stringify(await db.selectFrom('staff_invitation').selectAll().execute());
    expect(table).not.toContain(link.token);
    expect(table).not.toContain(isRefusal(open) ? 'x' : open.totpSecret);
  });
});

describe('new secrets', () => {
  it('end the old password, the old authenticator and every session, and only theirs', async () => {
    const old = await insertTestStaff(db, 'quen.mat', [{ unitId: 'unit-a', role: 'officer' }]);
    const signIn = (now: Date, password: string, secret: string) =>
      staffSignIn({ db, keys, now, login: 'quen.mat', password, totp: totpCode(secret, stepAt(now)), from: FROM });
    const session = await signIn(at(0), PASSWORD, old.totpSecret);
    if (isRefusal(session)) throw new Error(session.refused);
    const invitationId = newId();
    const renew = (unitId: string) =>
      transact(db, (tx) =>
        renewStaff(tx, { keys, now: at(1), actor: 'system', unitId, invitationId, staffId: old.staffId }),
      );
    expect(await renew('unit-b')).toMatchObject({ refused: 'identity.staff-unknown' });
    await renew('unit-a');
    const link = await invitationLink(db, keys, { unitId: 'unit-a', invitationId, now: at(1) });
    if (isRefusal(link)) throw new Error(link.refused);
    const open = await openInvitationOf(db, keys, link.token, at(1));
    if (isRefusal(open)) throw new Error(open.refused);
    expect(open.login).toBe('quen.mat');
    expect(await staffSessionOf(db, session.token, at(0.1))).not.toBeNull();
    expect(isRefusal(await accept(link.token, 'ignored', at(1), { password: 'một câu khác hẳn' }))).toBe(false);
    expect(await staffSessionOf(db, session.token, at(0.1))).toBeNull();
    expect(await signIn(at(2), PASSWORD, old.totpSecret)).toMatchObject({ refused: 'identity.staff-sign-in' });
    expect(await signIn(at(2), 'một câu khác hẳn', old.totpSecret)).toMatchObject({
      refused: 'identity.staff-sign-in',
    });
    expect(isRefusal(await signIn(at(2), 'một câu khác hẳn', open.totpSecret))).toBe(false);
  });
});

describe('an administrator', () => {
  const today = '2026-11-24';
  const act = (staffId: string, byStaffId: string, unitId = 'unit-b') => ({ unitId, staffId, byStaffId, now: at(0) });

  it('gives and ends roles of the own unit only, without overlaps', async () => {
    const admin = await insertTestStaff(db, 'b.admin', [{ unitId: 'unit-b', role: 'admin' }]);
    const person = await insertTestStaff(db, 'b.nguoi', [{ unitId: 'unit-b', role: 'helper' }]);
    const who = act(person.staffId, admin.staffId);
    const grant = (more: object) =>
      transact(db, (tx) =>
        grantRole(tx, { ...who, role: 'officer', validFrom: today, validTo: '2027-01-01', ...more }),
      );
    expect(await grant({ unitId: 'unit-a' })).toMatchObject({ refused: 'identity.staff-unknown' });
    expect(await grant({ role: 'king' })).toMatchObject({ refused: 'identity.roles-missing' });
    expect(await grant({ validTo: '2026-11-01' })).toMatchObject({ refused: 'identity.period-wrong' });
    expect(await grant({})).toBeUndefined();
    expect(await grant({ validFrom: '2026-12-31', validTo: '' })).toMatchObject({ refused: 'identity.role-overlaps' });
    expect(await grant({ validFrom: '2027-01-01', validTo: '' })).toBeUndefined();
    const end = (role: string, validFrom: string) => transact(db, (tx) => endRole(tx, { ...who, role, validFrom }));
    expect(await end('officer', 'no day')).toMatchObject({ refused: 'identity.role-unknown' });
    expect(await end('officer', '2020-01-01')).toMatchObject({ refused: 'identity.role-unknown' });
    expect(await end('helper', '2026-01-01')).toBeUndefined();
    const seen = await staffPerson(db, 'unit-b', person.staffId);
    expect(isRefusal(seen) || seen.roles).toContainEqual({ role: 'helper', validFrom: '2026-01-01', validTo: today });
  });

  it('cannot leave the unit without an administrator, nor lock out someone of another unit', async () => {
    await insertTestUnit(db, 'unit-c', 'Phường Cuối Thử');
    const first = await insertTestStaff(db, 'c.mot', [{ unitId: 'unit-c', role: 'admin' }]);
    const guest = await insertTestStaff(db, 'c.khach', [
      { unitId: 'unit-c', role: 'officer' },
      { unitId: 'unit-b', role: 'officer' },
    ]);
    const disable = (staffId: string, by: string) => transact(db, (tx) => disableStaff(tx, act(staffId, by, 'unit-c')));
    const endAdmin = (staffId: string, by: string) =>
      transact(db, (tx) => endRole(tx, { ...act(staffId, by, 'unit-c'), role: 'admin', validFrom: '2026-01-01' }));
    expect(await disable(first.staffId, first.staffId)).toMatchObject({ refused: 'identity.not-yourself' });
    expect(await endAdmin(first.staffId, first.staffId)).toMatchObject({ refused: 'identity.not-yourself' });
    expect(await disable(first.staffId, guest.staffId)).toMatchObject({ refused: 'identity.last-admin' });
    expect(await endAdmin(first.staffId, guest.staffId)).toMatchObject({ refused: 'identity.last-admin' });
    expect(await disable(guest.staffId, first.staffId)).toMatchObject({ refused: 'identity.staff-elsewhere' });
    const second = await insertTestStaff(db, 'c.hai', [{ unitId: 'unit-c', role: 'admin' }]);
    // Each ends the other at once: one of them stays.
    const ends = await Promise.all([endAdmin(first.staffId, second.staffId), endAdmin(second.staffId, first.staffId)]);
    expect(ends.filter(isRefusal)).toMatchObject([{ refused: 'identity.last-admin' }]);
    const third = await insertTestStaff(db, 'c.ba', [{ unitId: 'unit-c', role: 'helper' }]);
    expect(await disable(third.staffId, first.staffId)).toBeUndefined();
    expect(await transact(db, (tx) => enableStaff(tx, act(third.staffId, first.staffId, 'unit-c')))).toBeUndefined();
  });
});
