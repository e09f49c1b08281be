import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { verifyAudit } from '../../platform/audit/index.ts';
import { transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal } from '../../platform/problem.ts';
import { requestSignIn, signIn } from './citizen-sign-in.ts';
import { profileOf, revealCitizenNo, updateProfile } from './profile.ts';
import type { ProfileValues } from './profile-rules.ts';
import { FROM, fakeSms, testKeys } from './testing.ts';

const { db, statements } = await testDatabase();
const now = new Date('2026-11-24T01:00:00Z');
const sms = fakeSms();
const VALUES: ProfileValues = {
  fullName: 'Nguyễn Thị Thử',
  dateOfBirth: '1998-02-28',
  sex: 'nu',
  citizenNo: '074198000001',
  address: 'Số 1 đường Thử',
};

async function newAccount(phone: string): Promise<string> {
  const asked = await requestSignIn({ db, sms, keys: testKeys, now, phone, address: FROM.address });
  if (isRefusal(asked)) throw new Error(asked.refused);
  const code = sms.lastCode();
  const done = await signIn({ db, keys: testKeys, now, codeId: asked.codeId, code, homeUnitId: 'unit-a', from: FROM });
  if (isRefusal(done)) throw new Error(done.refused);
  return done.accountId;
}

const update = (accountId: string, values: ProfileValues) =>
  transact(db, (tx) => updateProfile(tx, { keys: testKeys, accountId, values, actor: `citizen:${accountId}`, now }));

const reveal = (accountId: string) =>
  transact(db, (tx) => revealCitizenNo(tx, { keys: testKeys, accountId, actor: 'system', purpose: 'test', now }));

it('keeps the number sealed and shows its mask; a later change without a number keeps it', async () => {
  const accountId = await newAccount('0901000001');
  expect(await update(accountId, VALUES)).toBeUndefined();
  const before = statements.count;
  expect(await profileOf(db, accountId)).toEqual({
    accountId,
    phone: '+84901000001',
    fullName: 'Nguyễn Thị Thử',
    dateOfBirth: '1998-02-28',
    sex: 'nu',
    citizenNoMask: '074***…001',
    address: 'Số 1 đường Thử',
    createdAt: now,
    createdBy: 'citizen',
  });
  expect(statements.count - before).toBe(1);
  const row = await db.selectFrom('account').selectAll().where('account_id', '=', accountId).executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain('198000001');
  expect(row.home_unit_id).toBe('unit-a');
  await update(accountId, { ...VALUES, citizenNo: null, address: 'Số 2' });
  expect(await profileOf(db, accountId)).toMatchObject({ address: 'Số 2', citizenNoMask: '074***…001' });
  expect(await reveal(accountId)).toBe('074198000001');
});

it('does not open a number that was moved to another account', async () => {
  const [one, other] = [await newAccount('0901000002'), await newAccount('0901000003')];
  await update(one, VALUES);
  const { citizen_no_sealed } = await db
    .selectFrom('account')
    .select('citizen_no_sealed')
    .where('account_id', '=', one)
    .executeTakeFirstOrThrow();
  await db.updateTable('account').set({ citizen_no_sealed }).where('account_id', '=', other).execute();
  await expect(reveal(other)).rejects.toThrow();
});

it('audits each change and each reading of the number, without saying what it is', async () => {
  const accountId = await newAccount('0901000004');
  await update(accountId, VALUES);
  await reveal(accountId);
  const acts = await db
    .selectFrom('citizen_audit_entry')
    .select(['act', 'payload'])
    .where('account_id', '=', accountId)
    .orderBy('seq')
    .execute();
  expect(acts.map(({ act }) => act)).toEqual([
    'account.opened',
    'account.signed-in',
    'account.profile-changed',
    'account.citizen-no-read',
  ]);
  expect(JSON.stringify(acts)).not.toMatch(/Nguyễn|074198/);
  expect((await verifyAudit(db)).faults).toEqual([]);
});

it('refuses an account that does not exist', async () => {
  const accountId = newId();
  expect(await profileOf(db, accountId)).toMatchObject({ refused: 'identity.account-unknown' });
  expect(await update(accountId, VALUES)).toMatchObject({ refused: 'identity.account-unknown' });
  expect(await reveal(accountId)).toBeNull();
});
