import { describe, expect, it } from 'vitest';
import { testWeb } from '../../../../test/support/web.ts';
import { submitDossier } from '../../../modules/dossiers/index.ts';
import { filledDraft, insertAccount, ok, seedUnitAndCatalogue, submission } from '../../../modules/dossiers/testing.ts';
import { insertTestUnit } from '../../../modules/identity/testing.ts';
import { verifyAudit } from '../../../platform/audit/index.ts';
import { hidden } from '../../../portal/filings/testing.ts';
import { DOSSIERS } from '../../dossiers/paths.ts';
import { atDesk, words } from '../../testing.ts';
import { UNIT_CHOICE } from '../../unit-choice/paths.ts';
import { LEAVE } from './paths.ts';

// 23:40 of 3 November in Viet Nam: sessions live over the midnight that the test crosses.
const web = await testWeb('2026-11-03T16:40:00Z');
const { db, clock, platform } = web;
const unitId = await seedUnitAndCatalogue(db);
await insertTestUnit(db, 'u-khac', 'Phường Khác');
const leader = await atDesk(web, 'lanh.dao', { unitId, role: 'leader', name: 'Trần Văn An' });
const officer = await atDesk(web, 'can.bo', { unitId, role: 'officer', name: 'Lê Thị Bình' });
const helper = await atDesk(web, 'ho.tro', { unitId, role: 'helper', name: 'Phạm Minh Thư' });
const admin = await atDesk(web, 'quan.tri', { unitId, role: 'admin', name: 'Võ Thị Dung' });
const auditor = await atDesk(web, 'kiem.soat', { unitId, role: 'auditor' });
const elsewhere = await atDesk(web, 'noi.khac', { unitId: 'u-khac', role: 'leader' });

const days = (from: string, to: string) => {
  const parts = (name: string, [year = '', month = '', day = '']: string[]) => [
    [`${name}-day`, day],
    [`${name}-month`, month],
    [`${name}-year`, year],
  ];
  return [...parts('from', from.split('-')), ...parts('to', to.split('-'))];
};
const leave = (who: string, from: string, to: string, substitute = '', ...roles: string[]) => [
  ['who', who],
  ...days(from, to),
  ['substitute', substitute],
  ...roles.map((role) => ['roles', role]),
];
const sees = async () => (await helper.get(DOSSIERS)).status === 200;
const rows = () => db.selectFrom('staff_substitution').selectAll().execute();

async function newDossier(): Promise<string> {
  const accountId = await insertAccount(db, '+84912009999');
  const draft = await filledDraft(db, accountId, unitId, clock.now());
  return ok(await submitDossier({ db, ...submission(draft, { now: clock.now(), keys: platform.keys }) })).dossierId;
}

describe('absence and substitution', () => {
  it('is open to administrators and leaders, who each reach it from their first page', async () => {
    expect((await leader.get('/desk')).html).toContain(`href="${LEAVE}"`);
    expect((await admin.get('/desk/admin')).html).toContain(`href="${LEAVE}"`);
    expect((await leader.get('/desk/admin')).status).toBe(403);
    const page = await leader.get(LEAVE);
    expect([page.status, page.statements]).toEqual([200, 2]);
    for (const other of [officer, helper, auditor]) expect((await other.get(LEAVE)).status).toBe(403);
  });

  it('keeps what was typed when it is wrong, and says what is', async () => {
    const wrong = await leader.post(
      LEAVE,
      leave(officer.staffId, '2026-11-05', '2026-11-04', helper.staffId, 'officer'),
    );
    expect(wrong.status).toBe(422);
    expect(words(wrong.html)).toContain('Ngày vắng cuối cùng chưa đúng');
    expect(wrong.html).toContain(`value="${officer.staffId}" selected`);
    const nobody = await leader.post(LEAVE, leave('', '2026-11-05', '2026-11-06'));
    expect(words(nobody.html)).toContain('Chưa chọn người vắng mặt');
  });

  it.each([
    ['oneself', () => [officer.staffId, leader.staffId, 'officer']],
    ['the absent person', () => [officer.staffId, officer.staffId, 'officer']],
    ['an auditor', () => [officer.staffId, auditor.staffId, 'officer']],
    ['somebody of another unit', () => [officer.staffId, elsewhere.staffId, 'officer']],
    ['more than the absent person holds', () => [officer.staffId, helper.staffId, 'leader']],
    ['what a leader may not hand on', () => [admin.staffId, helper.staffId, 'admin']],
    ['an unknown role', () => [officer.staffId, helper.staffId, 'king']],
    ['no role', () => [officer.staffId, helper.staffId]],
  ])('refuses %s as substitute', async (_what, form) => {
    const [who = '', substitute = '', ...roles] = form();
    const refused = await leader.post(LEAVE, leave(who, '2026-11-03', '2026-11-04', substitute, ...roles));
    expect(refused.status).toBe(422);
    expect(await rows()).toEqual([]);
    expect(await db.selectFrom('staff_leave').selectAll().execute()).toEqual([]);
  });

  it('lends the role for its days in Viet Nam only, marks the acts, and ends at once when it is ended', async () => {
    const id = await newDossier();
    expect(await sees()).toBe(false);
    const form = leave(officer.staffId, '2026-11-04', '2026-11-05', helper.staffId, 'officer');
    const entered = await leader.post(LEAVE, form);
    expect(entered.status).toBe(303);
    const page = words((await leader.get(entered.location)).html);
    expect(page).toContain('Vắng từ 04/11/2026 đến hết 05/11/2026');
    expect(page).toContain('Phạm Minh Thư làm thay: Cán bộ một cửa');
    expect((await leader.post(LEAVE, form)).status).toBe(422);
    expect((await elsewhere.get(entered.location.split('?')[0] ?? '')).status).toBe(404);
    expect((await elsewhere.post(`${entered.location.split('?')[0]}/huy`)).status).toBe(404);
    // 16:59:59Z is the last second of 3 November in Viet Nam.
    for (const [instant, may] of [
      ['2026-11-03T16:59:59Z', false],
      ['2026-11-03T17:00:00Z', true],
    ] as const) {
      clock.set(instant);
      await helper.get('/desk');
      expect([instant, await sees()]).toEqual([instant, may]);
    }
    const shown = await helper.get(`${DOSSIERS}/${id}`);
    expect(words(shown.html)).toContain('Người hỗ trợ · thay Lê Thị Bình (Cán bộ một cửa)');
    const received = await helper.post(`${DOSSIERS}/${id}/tiep-nhan`, { version: hidden(shown.html, 'version') });
    expect(received.status).toBe(303);
    expect(words((await helper.get(received.location)).html)).toContain('Phạm Minh Thư (thay Lê Thị Bình)');
    const act = await db
      .selectFrom('dossier_action')
      .select(['actor_id', 'actor_name', 'data'])
      .where('kind', '=', 'receive')
      .executeTakeFirstOrThrow();
    expect(act).toMatchObject({ actor_id: helper.staffId, data: { standsInFor: officer.staffId } });
    const entry = await db
      .selectFrom('audit_entry')
      .select('actor')
      .where('act', '=', 'dossier.receive')
      .executeTakeFirstOrThrow();
    expect(entry.actor).toBe(`staff:${helper.staffId}/for:${officer.staffId}`);
    // Never handed on by the substitute: that office is not theirs, and the pages of leave are not an officer's.
    expect((await helper.get(LEAVE)).status).toBe(403);

    const [lent] = await rows();
    const path = `${LEAVE}/${lent?.leave_id}`;
    expect((await elsewhere.post(`${path}/lam-thay/${lent?.substitution_id}/ket-thuc`)).status).toBe(404);
    expect(await sees()).toBe(true);
    clock.set('2026-11-03T17:05:00Z');
    expect((await leaderAgain()).status).toBe(303);
    expect(await sees()).toBe(false);

    async function leaderAgain() {
      return leader.post(`${path}/lam-thay/${lent?.substitution_id}/ket-thuc`);
    }
  });

  it('ends with the leave, and with the absent person’s own role', async () => {
    const [first] = await rows();
    const path = `${LEAVE}/${first?.leave_id}`;
    const again = [
      ['substitute', helper.staffId],
      ['roles', 'officer'],
    ];
    expect((await leader.post(`${path}/lam-thay`, again)).status).toBe(303);
    expect(await sees()).toBe(true);
    const role = { unit_id: unitId, staff_id: officer.staffId, role: 'officer' };
    const ofOfficer = (validTo: string | null) =>
      db
        .updateTable('staff_role')
        .set({ valid_to: validTo })
        .where('unit_id', '=', role.unit_id)
        .where('staff_id', '=', role.staff_id)
        .execute();
    await ofOfficer('2026-11-04');
    expect(await sees()).toBe(false);
    await ofOfficer(null);
    expect(await sees()).toBe(true);
    expect((await leader.post(`${path}/huy`)).location).toContain('xong=huy');
    expect(await sees()).toBe(false);
    expect((await leader.post(`${path}/huy`)).status).toBe(409);
    expect((await leader.post(`${path}/lam-thay`, again)).status).toBe(409);
  });
});

describe('working for several units', () => {
  it('shows the choice to people of several units only, and only units with a role today', async () => {
    clock.set('2026-11-04T02:00:00Z');
    const both = await atDesk(web, 'hai.noi', { unitId, role: 'officer', name: 'Ngô Văn Hai' });
    expect((await both.get('/desk')).html).not.toContain(UNIT_CHOICE);
    expect((await both.post(UNIT_CHOICE, { unit: 'u-khac' })).status).toBe(403);
    const grant = {
      unit_id: 'u-khac',
      staff_id: both.staffId,
      role: 'leader',
      valid_from: '2026-11-01',
      valid_to: null,
    };
    await db.insertInto('staff_role').values(grant).execute();
    expect((await both.get('/desk')).html).toContain(UNIT_CHOICE);
    const choice = await both.get(UNIT_CHOICE);
    expect([choice.status, choice.statements]).toEqual([200, 2]);
    expect(words(choice.html)).toMatch(/Phường Chánh Hiệp.*Đang làm việc tại đây/);
    expect((await both.post(UNIT_CHOICE, { unit: 'u-hcm' })).status).toBe(403);
    expect((await both.post(UNIT_CHOICE, { unit: 'u-khac' })).location).toBe('/desk');
    expect(words((await both.get('/desk')).html)).toContain('Phường Khác');
    const entries = await db
      .selectFrom('audit_entry')
      .select(['unit_id', 'act'])
      .where('act', 'like', 'staff.unit-%')
      .orderBy('act')
      .execute();
    expect(entries).toEqual([
      { unit_id: 'u-khac', act: 'staff.unit-entered' },
      { unit_id: unitId, act: 'staff.unit-left' },
    ]);
    // The role there ends: so does the session, since its unit is no longer theirs.
    await db
      .updateTable('staff_role')
      .set({ valid_to: '2026-11-04' })
      .where('unit_id', '=', 'u-khac')
      .where('staff_id', '=', both.staffId)
      .execute();
    expect((await both.get('/desk')).status).toBe(303);
  });

  it('leaves whole audit chains', async () => {
    expect((await verifyAudit(db)).faults).toEqual([]);
  });
});
