import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { dossierOfAccount, openSecret, seeDossier, trackDossier, unitOf, unitThen } from './index.ts';
import { insertAccount, MORNING, ok, seedUnitAndCatalogue, submitted, testKeys } from './testing.ts';

const { db, statements } = await testDatabase();
const unitId = await seedUnitAndCatalogue(db);
const hoa = await insertAccount(db, '+84912345678');
const { code, dossierId } = await submitted(db, hoa, unitId);
const view = await dossierOfAccount(db, hoa, unitId, dossierId);
const secret = view ? openSecret(testKeys, view) : '';
const now = MORNING;
const track = (address: string, typed: { code: string; secret: string }) => trackDossier({ db, now, address }, typed);

it('opens with code and secret as people type them, and shows no more than masked names', async () => {
  const typed = {
    code: ` ${code.toLowerCase().replaceAll('-', '–')} `,
    secret: `${secret.slice(0, 4).toLowerCase()} ${secret.slice(4)}`,
  };
  const { dossier } = ok(await track('192.0.2.1', typed));
  expect(dossier).toMatchObject({
    code,
    applicant: 'N. T. Hoa',
    subject: 'N. T. Hoa',
    state: 1,
    unitName: 'Phường Chánh Hiệp',
  });
  expect(JSON.stringify(dossier)).not.toMatch(/Nguyễn|0912345678|074198000001/);
});

it('says the same of a wrong secret, an unknown code and nonsense', async () => {
  const wrong = await track('192.0.2.2', { code, secret: 'AAAAAAAA' });
  const unknown = await track('192.0.2.2', { code: code.replace('0001', '0099'), secret });
  expect([wrong, unknown, await track('192.0.2.2', { code: 'xin chào', secret })]).toEqual(
    Array(3).fill({ refused: 'dossiers.tracking-not-found', params: {} }),
  );
});

it('stops guessing at one code from many addresses, and scanning of codes from one', async () => {
  const guesses = [];
  for (let n = 0; n < 21; n += 1)
    guesses.push(await track(`198.51.100.${n}`, { code: code.replace('0001', '0002'), secret: 'AAAAAAAA' }));
  expect(guesses.at(-1)).toMatchObject({ refused: 'platform.too-many' });
  const scans = [];
  for (let n = 0; n < 61; n += 1)
    scans.push(await track('203.0.113.1', { code: `T79.25.771-261103-${1000 + n}`, secret: 'AAAAAAAA' }));
  expect(scans.at(-1)).toMatchObject({ refused: 'platform.too-many' });
});

it('shows a page again with two statements', async () => {
  const before = statements.count;
  expect(await seeDossier(db, now, { code, secret })).toMatchObject({ code });
  expect(statements.count - before).toBe(2);
  expect(await seeDossier(db, now, { code, secret: '' })).toBeNull();
});

it('opens after the unit was renamed or ended, under the name that it had', async () => {
  await sql`with old as (update unit_version set valid_to = '2027-01-01' where unit_id = ${unitId} returning *)
    insert into unit_version (unit_id, valid_from, valid_to, code, name, search_name, parent_unit_id, source_ref)
    select unit_id, '2027-01-01', '2028-01-01', '99999', 'Phường Mới', 'phuong moi', parent_unit_id, 'test' from old`.execute(
    db,
  );
  expect(await seeDossier(db, now, { code, secret })).toMatchObject({ unitName: 'Phường Chánh Hiệp' });
  const later = new Date('2029-05-05T00:00:00Z');
  expect((await unitOf(db, unitId, null, later)).name).toBe('Phường Mới');
  // What is printed again bears the name of the day of reception.
  expect((await unitThen(db, unitId, null, { issued: MORNING, now: later })).name).toBe('Phường Chánh Hiệp');
});
