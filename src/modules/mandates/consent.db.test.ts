import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { verifyAudit } from '../../platform/audit/index.ts';
import { isRefusal } from '../../platform/problem.ts';
import { fakeSms, insertTestUnit, testKeys, wrongCode } from '../identity/testing.ts';
import {
  actingSession,
  askConsent,
  type ConsentAsk,
  consentText,
  helpGivenTo,
  revokeConsent,
  startHelp,
} from './index.ts';
import { insertTestHelper, insertTestTeam, startTestHelp } from './testing.ts';

const { db, as } = await testDatabase();
const now = new Date('2026-11-24T02:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
await insertTestUnit(db, 'u-25771', 'Phường Thử');
const team = { teamId: await insertTestTeam(db, 'u-25771', 'Đội Thử'), name: 'Đội Thử' };
const unit = { unitId: 'u-25771', name: 'Phường Thử' };
const helper = await insertTestHelper(db, 'thu.ho-tro', unit, team);
const other = await insertTestHelper(db, 'thu.nguoi-khac', unit, team);
const sms = fakeSms();
const deps = { db, sms, keys: testKeys, now, address: '192.0.2.1' };
const ask: ConsentAsk = { phone: '0912 345 001', purposes: ['file', 'account'], place: 'home', helper, lang: 'vi' };

async function code(of: ConsentAsk = ask): Promise<{ codeId: string; code: string }> {
  const sent = await askConsent(deps, of);
  if (isRefusal(sent)) throw new Error(sent.refused);
  return { codeId: sent.codeId, code: sms.lastCode() };
}

describe('asking for consent', () => {
  it.each([
    ['identity.phone-empty', { phone: '' }],
    ['mandates.phone-no-codes', { phone: '0274 3822 825' }],
    ['mandates.no-purpose', { purposes: [] }],
    ['mandates.no-purpose', { purposes: ['everything'] }],
    ['mandates.no-place', { place: 'phone' }],
  ])('is refused as %s', async (refused, change) => {
    expect(await askConsent(deps, { ...ask, ...change })).toMatchObject({ refused });
  });

  it('names the helper in the message and in the text that is shown', async () => {
    await code();
    expect(sms.sent.at(-1)?.text).toContain('để đồng ý cho Người thử thu.ho-tro (Đội Thử) hỗ trợ');
    const text = await consentText(helper, 'vi');
    expect(text.paragraphs[0]).toContain('Người thử thu.ho-tro, Đội Thử, Phường Thử');
    expect((await consentText(other, 'vi')).hash).not.toBe(text.hash);
  });
});

describe('giving consent', () => {
  it('is for exactly what was shown: anything else is another act', async () => {
    const sent = await code();
    const swaps: Partial<ConsentAsk>[] = [
      { purposes: ['file', 'account', 'follow'] },
      { purposes: ['file'] },
      { place: 'other' },
      { helper: other },
      { lang: 'en' },
      { phone: '0912 345 002' },
    ];
    for (const swap of swaps.slice(0, 4)) {
      expect(await startHelp(deps, { ...ask, ...swap, ...sent })).toMatchObject({ refused: 'identity.code-other-act' });
    }
    expect(await startHelp(deps, { ...ask, ...sent })).toMatchObject({ accountOpened: true });
    const again = await code();
    for (const swap of swaps.slice(4)) {
      expect(await startHelp(deps, { ...ask, ...swap, ...again })).toMatchObject({
        refused: 'identity.code-other-act',
      });
    }
  });

  it('needs the right code, once', async () => {
    const sent = await code({ ...ask, phone: '0912 345 003' });
    const mine = { ...ask, phone: '0912 345 003', codeId: sent.codeId };
    expect(await startHelp(deps, { ...mine, code: wrongCode(sent.code) })).toMatchObject({
      refused: 'identity.code-wrong',
    });
    const both = await Promise.all([1, 2].map(() => startHelp(deps, { ...mine, code: sent.code })));
    expect(both.filter((one) => !isRefusal(one))).toHaveLength(1);
    expect(await startHelp(deps, { ...mine, code: sent.code })).toMatchObject({ refused: 'identity.code-used' });
  });

  it('opens no second account, and is written down with text, purposes and journal', async () => {
    const first = await startTestHelp(db, { helper, phone: '0912 345 004', purposes: ['follow'], now });
    const second = await startTestHelp(db, { helper, phone: '0912345004', purposes: ['file'], now: later(1) });
    expect(second).toMatchObject({ accountId: first.accountId, accountOpened: false });
    const { acts, consents } = await helpGivenTo(db, first.accountId);
    expect(acts.map(({ act }) => act)).toEqual(['session-started', 'account-opened', 'session-started']);
    expect(consents.map(({ purposes }) => purposes)).toEqual([['file'], ['follow']]);
    const { rows } = await sql<{ text_hash: string }>`select text_hash from consent
      where account_id = ${first.accountId}`.execute(db);
    expect(new Set(rows.map((row) => row.text_hash))).toEqual(new Set([(await consentText(helper, 'vi')).hash]));
  });
});

describe('taking consent back', () => {
  it('ends what the helper may do, at once; only the owner can, and once', async () => {
    const { accountId, helperSessionId } = await startTestHelp(db, {
      helper,
      phone: '0912 345 005',
      purposes: ['file'],
      now,
    });
    const stranger = await startTestHelp(db, { helper, phone: '0912 345 006', purposes: ['file'], now });
    const who = { unitId: helper.unitId, staffId: helper.staffId, helperSessionId };
    expect(isRefusal(await actingSession(db, who, 'file', now))).toBe(false);
    const consentId = (await helpGivenTo(db, accountId)).consents[0]?.consentId ?? '';
    const notFound = { refused: 'mandates.consent-not-found' };
    expect(await revokeConsent(db, stranger.accountId, consentId, now)).toMatchObject(notFound);
    expect(await revokeConsent(db, accountId, consentId, later(1))).toEqual({ revoked: true });
    expect(await actingSession(db, who, 'file', later(1))).toMatchObject({ refused: 'mandates.ended' });
    expect(await revokeConsent(db, accountId, consentId, later(2))).toMatchObject(notFound);
  });
});

describe('the database', () => {
  it('refuses the application’s role every change of a consent but its revocation, and of the journal', async () => {
    const denied = /permission denied/;
    await expect(sql`update consent set purposes = '{account,file,follow}'`.execute(db)).rejects.toThrow(denied);
    await expect(sql`update consent set expires_at = now() + interval '1 year'`.execute(db)).rejects.toThrow(denied);
    await expect(sql`delete from consent`.execute(db)).rejects.toThrow(denied);
    await expect(sql`update helper_act set act = 'dossier-seen'`.execute(db)).rejects.toThrow(denied);
    await expect(sql`delete from helper_act`.execute(db)).rejects.toThrow(denied);
    await expect(sql`update helper_session set consent_id = account_id`.execute(db)).rejects.toThrow(denied);
    await expect(sql`delete from helper_session`.execute(db)).rejects.toThrow(denied);
  });

  it('keeps both sides’ chains whole', async () => {
    const { faults, entries } = await verifyAudit(as('baccau_auditor').db);
    expect(faults).toEqual([]);
    expect(entries).toBeGreaterThan(10);
  });
});
