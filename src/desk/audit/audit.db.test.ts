import { describe, expect, it } from 'vitest';
import { furnish } from '../../../test/support/matrix-world.ts';
import { testWeb } from '../../../test/support/web.ts';
import { seedUnitAndCatalogue } from '../../modules/dossiers/testing.ts';
import { insertTestStaff, insertTestUnit } from '../../modules/identity/testing.ts';
import { DOSSIERS } from '../dossiers/paths.ts';
import { profilePath, sessionPath } from '../help/paths.ts';
import { atDesk, insertTeam, words } from '../testing.ts';
import { AUDIT, AUDIT_CHAIN, AUDIT_READS, AUDIT_STAFF } from './paths.ts';

const web = await testWeb('2026-11-03T03:00:00Z');
const { db, clock, platform } = web;
const unitId = await seedUnitAndCatalogue(db);
await insertTestUnit(db, 'u-khac', 'Phường Khác');
const teamId = await insertTeam(web, unitId);
const officer = await atDesk(web, 'can.bo', { unitId, role: 'officer', name: 'Lê Hoàng Phúc' });
const helper = await atDesk(web, 'ho.tro', { unitId, role: 'helper', teamId, name: 'Phạm Minh Thư' });
const auditor = await atDesk(web, 'kiem.soat', { unitId, role: 'auditor', name: 'Đỗ Thị Kiểm' });
const elsewhere = await atDesk(web, 'noi.khac', { unitId: 'u-khac', role: 'auditor' });
const ids = await furnish(web, unitId, clock.now(), { staffId: helper.staffId, teamId });
const dossier = `${DOSSIERS}/${ids.dossierId}`;
const session = sessionPath(ids.helperSessionId);

const reads = () =>
  db
    .selectFrom('sensitive_read')
    .select(['staff_id', 'kind', 'subject', 'account_id', 'consent_id', 'route'])
    .where('unit_id', '=', unitId)
    .orderBy('read_id')
    .execute();

describe('a look at personal data', () => {
  it('of an officer at a dossier is one row with ids only, however often it is reloaded in ten minutes', async () => {
    await officer.get(DOSSIERS);
    expect(await reads()).toEqual([]);
    for (let again = 0; again < 3; again += 1) expect((await officer.get(dossier)).status).toBe(200);
    expect((await officer.get(`${dossier}/to-khai`)).status).toBe(200);
    const row = {
      staff_id: officer.staffId,
      kind: 'dossier',
      subject: `dossier:${ids.dossierId}`,
      account_id: ids.accountId,
      consent_id: null,
      route: '/desk/ho-so/:dossierId',
    };
    expect(await reads()).toEqual([row]);
    clock.advance(10 * 60_000);
    expect((await officer.get(`${dossier}/giay-tiep-nhan.pdf`)).status).toBe(200);
    expect(await reads()).toEqual([row, { ...row, route: '/desk/ho-so/:dossierId/giay-tiep-nhan.pdf' }]);
  });

  it('costs one statement beside the page', async () => {
    const first = await officer.get(dossier);
    expect(first.statements).toBeLessThanOrEqual(4);
  });

  it('at a paper, an account and a draft says which, and a helper’s names the consent', async () => {
    const before = (await reads()).length;
    expect((await officer.get(`${dossier}/tep/${ids.fileId}`)).status).toBe(200);
    expect((await helper.get(profilePath(ids.helperSessionId))).status).toBe(200);
    expect((await helper.get(`${session}/ho-so/nhap/${ids.draftId}/noi-dung`)).status).toBe(200);
    expect((await helper.get(`${session}/ho-so/nhap/${ids.draftId}/giay-to/${ids.paperId}`)).status).toBe(200);
    expect((await helper.get(`${session}/ho-so/${unitId}/${ids.dossierId}`)).status).toBe(200);
    const seen = (await reads()).slice(before);
    expect(seen.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['paper', `dossier:${ids.dossierId}/file:${ids.fileId}`],
      ['profile', `account:${ids.accountId}`],
      ['draft', `draft:${ids.draftId}`],
      ['paper', `draft:${ids.draftId}/paper:${ids.paperId}`],
      ['dossier', `dossier:${ids.dossierId}`],
    ]);
    const { consent_id: consent } = await db
      .selectFrom('helper_session')
      .select('consent_id')
      .where('unit_id', '=', unitId)
      .where('helper_session_id', '=', ids.helperSessionId)
      .executeTakeFirstOrThrow();
    expect(seen.map(({ consent_id }) => consent_id)).toEqual([null, consent, consent, consent, consent]);
    expect(seen.every(({ account_id }) => account_id === ids.accountId)).toBe(true);
  });

  it('that was refused is none', async () => {
    const before = (await reads()).length;
    expect((await elsewhere.get(dossier)).status).toBe(403);
    expect((await officer.get(`${DOSSIERS}/${ids.leaveId}`)).status).toBe(404);
    expect((await helper.get(`${session}/ho-so/nhap/${ids.leaveId}/noi-dung`)).status).toBe(404);
    expect((await reads()).length).toBe(before);
  });
});

describe('the auditor', () => {
  it('sees the trail with names and codes, by act, person and day, through the role that only reads', async () => {
    // The session's use is written down once a minute: not counted here.
    await auditor.get('/desk');
    const asAuditor = platform.auditor.statements.count;
    const page = await auditor.get(AUDIT);
    expect(page.status).toBe(200);
    // The session's look-up and the record of the look; the page itself goes through the other role, in one.
    expect([page.statements, platform.auditor.statements.count - asAuditor]).toEqual([2, 1]);
    expect(words(page.html)).toMatch(/Nộp hồ sơ .* Hồ sơ T79/);
    expect(words(page.html)).toContain('Cán bộ đăng nhập Lê Hoàng Phúc');
    const only = await auditor.get(`${AUDIT}?viec=staff.signed-in&nguoi=${helper.staffId}`);
    const table = only.html.slice(only.html.indexOf('<tbody'));
    expect(words(table)).toContain('Phạm Minh Thư');
    expect(words(table)).not.toContain('Lê Hoàng Phúc');
    const day = (one: string) => `${AUDIT}?ngay-day=${one}&ngay-month=11&ngay-year=2026`;
    expect(words((await auditor.get(day('3'))).html)).toContain('Cán bộ đăng nhập');
    expect(words((await auditor.get(day('4'))).html)).toContain('Không có dòng nào');
    expect(words((await auditor.get(day('33'))).html)).toContain('Ngày chưa đúng');
  });

  it('turns pages without losing a line', async () => {
    for (let more = 0; more < 60; more += 1) await insertTestStaff(db, `them.${more}`, [{ unitId, role: 'helper' }]);
    const seen: string[] = [];
    let href = `${AUDIT}?viec=staff.created`;
    for (let pages = 0; href && pages < 5; pages += 1) {
      const { html } = await auditor.get(href);
      seen.push(...[...html.matchAll(/Cán bộ [0-9a-f]{8}/g)].map(([text]) => text));
      href = (/href="([^"]*truoc=[^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
    }
    const { count } = await db
      .selectFrom('audit_entry')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('unit_id', '=', unitId)
      .where('act', '=', 'staff.created')
      .executeTakeFirstOrThrow();
    expect(seen.length).toBe(count);
  });

  it('sees who looked, and is seen looking', async () => {
    const page = words((await auditor.get(AUDIT_READS)).html);
    expect(page).toMatch(/Xem nội dung hồ sơ Lê Hoàng Phúc Hồ sơ T79/);
    expect(page).toContain('Phạm Minh Thư (người hỗ trợ, có đồng ý)');
    expect(page).not.toContain('Nguyễn');
    const mine = (await reads()).filter(({ staff_id }) => staff_id === auditor.staffId);
    expect(mine.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['audit-trail', `unit:${unitId}`],
      ['read-list', `unit:${unitId}`],
    ]);
    const papers = await auditor.get(`${AUDIT_READS}?viec=paper`);
    expect(words(papers.html.slice(papers.html.indexOf('<tbody')))).not.toContain('Xem nội dung hồ sơ');
    expect(words((await elsewhere.get(AUDIT_READS)).html)).not.toContain('Lê Hoàng Phúc');
  });

  it('sees staff with the periods of their roles', async () => {
    const page = await auditor.get(AUDIT_STAFF);
    expect(words(page.html)).toMatch(/Lê Hoàng Phúc can.bo Cán bộ một cửa: từ 01\/01\/2026/);
    expect(page.html).not.toMatch(/<form[^>]*method="post"[^>]*kiem-soat/);
  });

  it('checks the chain on demand and is told where it was altered', async () => {
    expect(words((await auditor.get(AUDIT_CHAIN)).html)).toContain('Nhật ký toàn vẹn');
    const owner = web.as(null).db;
    await owner
      .updateTable('audit_entry')
      .set({ actor: 'staff:khac' })
      .where('unit_id', '=', unitId)
      .where('seq', '=', 2)
      .execute();
    expect(words((await auditor.get(AUDIT_CHAIN)).html)).toMatch(/Nhật ký có chỗ sai Sai ở mục 2: nội dung đã bị sửa/);
    expect(words((await elsewhere.get(AUDIT_CHAIN)).html)).toContain('Nhật ký toàn vẹn');
  });

  it('has nothing to write with', async () => {
    for (const path of [AUDIT, AUDIT_READS, AUDIT_STAFF, AUDIT_CHAIN])
      expect((await auditor.post(path)).status).toBe(404);
  });
});

describe('/api/v1/sensitive-reads', () => {
  const URL = '/api/v1/sensitive-reads';
  const parsed = async (visitor: typeof auditor, url: string) => {
    const { status, html } = await visitor.get(url);
    return { status, json: JSON.parse(html) as { reads: Record<string, unknown>[]; next: string | null } };
  };

  it('lists looks for auditors of the unit, newest first, page by page', async () => {
    const first = await parsed(auditor, `${URL}?limit=2`);
    expect(first.status).toBe(200);
    expect(first.json.reads).toHaveLength(2);
    const rest = await parsed(auditor, `${URL}?limit=500&before=${first.json.next}`);
    const all = await parsed(auditor, `${URL}?limit=500`);
    expect([...first.json.reads, ...rest.json.reads].length).toBe(all.json.reads.length);
    const [look] = (await parsed(auditor, `${URL}?kind=profile`)).json.reads;
    expect(look).toEqual({
      readId: expect.any(String),
      at: expect.stringMatching(/\+07:00$/),
      staffId: helper.staffId,
      staffName: 'Phạm Minh Thư',
      standsInForName: null,
      underConsent: true,
      kind: 'profile',
      subject: `account:${ids.accountId}`,
      dossierCode: null,
      accountId: ids.accountId,
      route: '/desk/ho-tro/:helperSessionId/tai-khoan',
    });
  });

  it('is closed to others and empty elsewhere', async () => {
    expect((await parsed(officer, URL)).status).toBe(403);
    const other = await parsed(elsewhere, URL);
    expect(other.json.reads.every(({ staffId }) => staffId === elsewhere.staffId)).toBe(true);
  });
});
