import { describe, expect, it } from 'vitest';
import { testWeb } from '../../test/support/web.ts';
import { loadSupportTurnKinds } from '../modules/assistance/index.ts';
import { insertTestUnit } from '../modules/identity/testing.ts';
import { newId } from '../platform/ids.ts';
import { fromRoot } from '../platform/paths.ts';
import type { Browser } from '../portal/filings/testing.ts';
import { atDesk, insertTeam, words } from './testing.ts';

const web = await testWeb('2026-11-24T03:00:00Z');
const { db } = web;
await insertTestUnit(db, 'u-1', 'Phường Thử');
await insertTestUnit(db, 'u-2', 'Phường Khác');
await loadSupportTurnKinds(db, fromRoot('db', 'seed', 'support-turn-kinds.json'));
const teamId = await insertTeam(web, 'u-1');
const helper = await atDesk(web, 'ho.tro', { unitId: 'u-1', role: 'helper', teamId });
const officer = await atDesk(web, 'can.bo', { unitId: 'u-1', role: 'officer', teamId });
const auditor = await atDesk(web, 'kiem.soat', { unitId: 'u-1', role: 'auditor' });
const elsewhere = await atDesk(web, 'noi.khac', { unitId: 'u-2', role: 'officer' });
const TURNS = '/api/v1/support-turns';
const STATISTICS = '/api/v1/statistics/support-turns';
const parsed = ({ status, html }: { status: number; html: string }) => ({ status, json: JSON.parse(html) as unknown });
const get = async (visitor: Browser, url: string) => parsed(await visitor.get(url));
const post = async (visitor: Browser, body: object) => parsed(await visitor.postJson(TURNS, body));
const turn = { turnId: newId(), kind: 'vneid', place: 'home', minutes: 12, outcome: 'solved', note: 'cài lại' };

describe('/api/v1/support-turns', () => {
  it('takes a turn once, refuses another body under its key, and what is no turn', async () => {
    expect((await post(helper, turn)).json).toEqual({ turnId: turn.turnId, repeated: false });
    expect((await post(helper, turn)).json).toEqual({ turnId: turn.turnId, repeated: true });
    expect((await post(helper, { ...turn, minutes: 13 })).status).toBe(409);
    expect((await post(helper, { ...turn, turnId: newId(), kind: 'account-provincial' })).status).toBe(422);
    expect((await post(helper, { ...turn, turnId: newId(), minutes: 0 })).status).toBe(400);
    expect((await post(helper, { ...turn, turnId: newId(), accountId: newId() })).status).toBe(400);
    const offline = { ...turn, turnId: newId(), place: 'phone', endedAt: '2026-11-01T09:00:00+07:00' };
    expect((await post(helper, offline)).status).toBe(200);
  });

  it('lists the own unit’s turns without persons, to those who see figures', async () => {
    const listed = await get(officer, TURNS);
    expect(listed.json).toMatchObject({
      next: null,
      turns: [
        { channel: 'phone', localDate: '2026-11-01' },
        { channel: 'in-person', localDate: '2026-11-24', teamName: 'Đội hình tình nguyện' },
      ],
    });
    expect(JSON.stringify(listed.json)).not.toMatch(/staff|note|cài lại|accountId/);
    const page = await get(officer, `${TURNS}?limit=1`);
    const after = (page.json as { next: string }).next;
    expect((await get(officer, `${TURNS}?limit=1&after=${after}`)).json).toMatchObject({
      turns: [{ turnId: turn.turnId }],
    });
    expect((await get(elsewhere, TURNS)).json).toMatchObject({ turns: [] });
    expect((await get(helper, TURNS)).status).toBe(403);
    expect((await post(auditor, { ...turn, turnId: newId() })).status).toBe(403);
    expect((await web.app.inject({ url: TURNS })).statusCode).toBe(401);
    expect((await get(officer, `${TURNS}?from=2026-02-30`)).status).toBe(422);
  });
});

describe('figures', () => {
  it('say the same as API and as page, in one statement beside the session', async () => {
    const counted = await get(auditor, `${STATISTICS}?period=month&date=2026-11-30`);
    expect(counted.json).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-30',
      total: { turns: 2, minutes: 24, solved: 2, accountsOpened: 0, withDossier: 0 },
      byKind: [{ key: 'vneid', name: 'Cài và dùng VNeID', turns: 2 }],
      byTeam: [{ key: teamId, turns: 2 }],
    });
    const page = await officer.get('/desk/so-lieu?ky=thang&ngay=2026-11-30');
    expect(page.statements).toBeLessThanOrEqual(2);
    expect(words(page.html)).toMatch(/Tháng 11\/2026.*24 phút/);
    expect(words((await officer.get('/desk/so-lieu?ky=quy&ngay=2026-02-11')).html)).toContain('Quý 1 năm 2026');
    expect(words((await officer.get('/desk/so-lieu?ky=tuan&ngay=hom-qua')).html)).toContain('Tuần từ 23/11/2026');
    expect((await helper.get('/desk/so-lieu')).status).toBe(403);
  });
});
