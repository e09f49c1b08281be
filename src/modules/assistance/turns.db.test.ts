import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { verifyAudit } from '../../platform/audit/index.ts';
import { newId } from '../../platform/ids.ts';
import { fromRoot } from '../../platform/paths.ts';
import { isRefusal } from '../../platform/problem.ts';
import { insertTestUnit } from '../identity/testing.ts';
import { helpGivenTo, revokeConsent } from '../mandates/index.ts';
import { insertTestHelper, insertTestTeam, startTestHelp } from '../mandates/testing.ts';
import { finishHelp, kindsOn, listTurns, loadSupportTurnKinds, logSupportTurn, turnsOfHelper } from './index.ts';

const { db, as } = await testDatabase();
const now = new Date('2026-11-24T02:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const file = fromRoot('db', 'seed', 'support-turn-kinds.json');
await insertTestUnit(db, 'u-1', 'Phường Thử');
const team = { teamId: await insertTestTeam(db, 'u-1', 'Đội Thử'), name: 'Đội Thử' };
const helper = await insertTestHelper(db, 'thu.luot', { unitId: 'u-1', name: 'Phường Thử' }, team);
const by = { unitId: 'u-1', teamId: team.teamId, staffId: helper.staffId };
const input = { kind: 'vneid', place: 'home', channel: '', minutes: '12', outcome: 'solved', note: 'cài lại ứng dụng' };
const loaded = await loadSupportTurnKinds(db, file);
const countRows = async () => (await sql<{ n: number }>`select count(*) as n from support_turn`.execute(db)).rows[0]?.n;

describe('kinds', () => {
  it('are loaded once and are those of a day', async () => {
    expect(loaded).toBe(14);
    expect(await loadSupportTurnKinds(db, file)).toBe(0);
    const on = async (date: string) => (await kindsOn(db, date)).map(({ kind }) => kind);
    expect(await on('2023-05-06')).toEqual(expect.arrayContaining(['account-national', 'account-provincial', 'vneid']));
    expect(await on('2026-11-24')).not.toEqual(expect.arrayContaining(['account-national']));
    expect(await on('2026-07-19')).toContain('account-national');
    expect(await on('2026-11-24')).not.toContain('account-provincial');
  });
});

describe('a quick turn', () => {
  it('counts once, however often it is sent; another body under its key is refused', async () => {
    const turn = { db, now, turnId: newId(), input, by, endedAt: null };
    const answers = await Promise.all([logSupportTurn(turn), logSupportTurn(turn)]);
    expect(answers.map((one) => !isRefusal(one) && one.repeated).sort()).toEqual([false, true]);
    expect(await logSupportTurn({ ...turn, now: later(90) })).toEqual({ turnId: turn.turnId, repeated: true });
    expect(await logSupportTurn({ ...turn, input: { ...input, minutes: '13' } })).toMatchObject({
      refused: 'platform.key-reused',
    });
    expect(await countRows()).toBe(1);
  });

  it('may come weeks later from a phone that was offline, with the kinds of its own day', async () => {
    const old = { ...input, kind: 'account-national' };
    const log = { db, now, by, input: old };
    expect(await logSupportTurn({ ...log, turnId: newId(), endedAt: '2026-07-19T20:00:00+07:00' })).toMatchObject({
      repeated: false,
    });
    expect(await logSupportTurn({ ...log, turnId: newId(), endedAt: null })).toMatchObject({
      refused: 'assistance.turn-invalid',
    });
    expect(await logSupportTurn({ ...log, turnId: newId(), endedAt: '2026-12-24T02:00:00Z' })).toMatchObject({
      refused: 'assistance.ended-in-future',
    });
    expect(await turnsOfHelper(db, 'u-1', helper.staffId, '2026-07-19')).toEqual({ turns: 1, minutes: 12 });
  });

  it('is listed for its own unit only, without persons, page by page', async () => {
    const query = { unitId: 'u-1', from: '2026-01-01', to: '2027-01-01', limit: 1 };
    const [first] = await listTurns(db, query);
    const [second] = await listTurns(db, { ...query, after: first?.turnId });
    expect([first?.localDate, second?.localDate]).toEqual(['2026-07-19', '2026-11-24']);
    expect(await listTurns(db, { ...query, after: second?.turnId })).toEqual([]);
    expect(await listTurns(db, { ...query, unitId: 'u-2', limit: 10 })).toEqual([]);
    expect(Object.keys(first ?? {})).not.toEqual(expect.arrayContaining(['staffId']));
  });
});

describe('finishing a session of help', () => {
  const started = (phone: string) => startTestHelp(db, { helper, phone, purposes: ['account', 'file'], now });
  const finish = (helperSessionId: string, turnId = newId(), more = {}) =>
    finishHelp({ db, now: later(25), who: { ...by, helperSessionId }, turnId, input: { ...input, ...more } });

  it('ends it and records the turn with the account that was opened; again gives the same answer', async () => {
    const { helperSessionId, accountId } = await started('0914 000 001');
    const turnId = newId();
    expect(await finish(helperSessionId, turnId)).toEqual({ turnId, repeated: false });
    expect(await finish(helperSessionId, turnId)).toEqual({ turnId, repeated: true });
    expect(await finish(helperSessionId, turnId, { note: '' })).toMatchObject({ refused: 'platform.key-reused' });
    expect(await finish(helperSessionId)).toMatchObject({ refused: 'mandates.ended' });
    const row = await db.selectFrom('support_turn').selectAll().where('turn_id', '=', turnId).executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      account_id: accountId,
      account_opened: true,
      dossier_id: null,
      local_date: '2026-11-24',
    });
    expect([row.started_at, row.ended_at]).toEqual([now, later(25)]);
    expect((await helpGivenTo(db, accountId)).acts[0]?.act).toBe('session-ended');
  });

  it('changes nothing when the turn is wrong: the session stays open', async () => {
    const { helperSessionId, accountId } = await started('0914 000 002');
    expect(await finish(helperSessionId, newId(), { minutes: '0' })).toMatchObject({
      refused: 'assistance.turn-invalid',
    });
    expect((await helpGivenTo(db, accountId)).consents[0]?.ended).toBe(false);
  });

  it('is refused after a revocation, and to a colleague', async () => {
    const { helperSessionId, accountId } = await started('0914 000 003');
    const colleague = await insertTestHelper(db, 'thu.ban', { unitId: 'u-1', name: 'Phường Thử' }, team);
    const who = { ...by, staffId: colleague.staffId, helperSessionId };
    expect(await finishHelp({ db, now, who, turnId: newId(), input })).toMatchObject({ refused: 'mandates.ended' });
    await revokeConsent(db, accountId, (await helpGivenTo(db, accountId)).consents[0]?.consentId ?? '', now);
    expect(await finish(helperSessionId)).toMatchObject({ refused: 'mandates.ended' });
  });

  it('two clicks at once make one turn', async () => {
    const { helperSessionId } = await started('0914 000 004');
    const before = await countRows();
    const answers = await Promise.all([finish(helperSessionId), finish(helperSessionId)]);
    expect(answers.filter((one) => !isRefusal(one))).toHaveLength(1);
    expect(await countRows()).toBe((before ?? 0) + 1);
  });
});

describe('the database', () => {
  it('lets the application neither change nor remove a turn, and keeps the chains whole', async () => {
    await expect(sql`update support_turn set minutes = 600`.execute(db)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from support_turn`.execute(db)).rejects.toThrow(/permission denied/);
    expect((await verifyAudit(as('baccau_auditor').db)).faults).toEqual([]);
  });
});
