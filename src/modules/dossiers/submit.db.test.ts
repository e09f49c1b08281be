import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { verifyAudit } from '../../platform/audit/index.ts';
import { deliverOutbox } from '../../platform/outbox/index.ts';
import { currentHomeUnit } from '../units/index.ts';
import { citizenActing, DOSSIER_CHANGED, dossierOfAccount, indexForCitizen, myFilings, savePage } from './index.ts';
import { openSecret } from './secrets.ts';
import { submitDossier } from './submit.ts';
import {
  ANSWERS,
  filledDraft,
  insertAccount,
  MORNING,
  ok,
  posted,
  seedUnitAndCatalogue,
  submission,
  testKeys,
} from './testing.ts';

const { db, statements } = await testDatabase();
const unitId = await seedUnitAndCatalogue(db);
const home = await currentHomeUnit(db, MORNING);
const hoa = await insertAccount(db, '+84912345678');
const binh = await insertAccount(db, '+84912345679', 'Trần Văn Bình');
const deliver = (at: Date) => deliverOutbox(db, new Map([[DOSSIER_CHANGED, [indexForCitizen]]]), at);

describe('submission', () => {
  it('makes a dossier with code, secret, due date and first action; the same draft again is the same receipt', async () => {
    const draft = await filledDraft(db, hoa, unitId);
    const first = ok(await submitDossier({ db, ...submission(draft, { home }) }));
    expect(first).toEqual({ unitId, dossierId: draft.draftId, code: 'T79.25.771-261103-0001' });
    const again = await Promise.all([1, 2, 3].map(() => submitDossier({ db, ...submission(draft) })));
    expect(again).toEqual([first, first, first]);
    const view = await dossierOfAccount(db, hoa, unitId, draft.draftId);
    expect(view).toMatchObject({
      state: 1,
      channel: 2,
      applicantName: 'Nguyễn Thị Hoa',
      subjectName: 'Nguyễn Thị Hoa',
      durationText: '3 ngày làm việc',
      // Tuesday + 3 working days, at closing time.
      dueAt: new Date('2026-11-06T10:00:00Z'),
      actions: [{ seq: 1, kind: 'submit', from: null, to: 1, actorKind: 'citizen' }],
      isDemo: true,
    });
    expect(view?.dueSteps.length).toBeGreaterThan(2);
    // No news was delivered yet: who has just filed finds it all the same.
    expect((await myFilings(db, hoa)).dossiers.map(({ dossierId }) => dossierId)).toEqual([draft.draftId]);
    expect(view && openSecret(testKeys, view)).toMatch(/^[A-Z2-7]{8}$/);
  });

  it('is refused while something is missing, and nothing is written', async () => {
    const draft = await filledDraft(db, hoa, unitId);
    const acting = citizenActing(hoa, 'Nguyễn Thị Hoa');
    const wrong = posted({ ...ANSWERS, request: '' });
    const saved = ok(
      await savePage({
        db,
        now: MORNING,
        lang: 'vi',
        acting,
        draftId: draft.draftId,
        pageKey: 'noi-dung',
        posted: wrong,
      }),
    );
    expect(saved.result.errors).toEqual({ request: expect.stringContaining('Nội dung yêu cầu') });
    expect(await submitDossier({ db, ...submission(draft) })).toMatchObject({
      refused: 'dossiers.incomplete',
      params: { count: 1 },
    });
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from dossier where dossier_id = ${draft.draftId}`.execute(db);
    expect(rows[0]?.n).toBe(0);
  });

  it('takes nobody else’s draft, and shows nobody else’s dossier', async () => {
    const draft = await filledDraft(db, hoa, unitId);
    const stranger = submission(draft, { acting: citizenActing(binh, 'Trần Văn Bình') });
    expect(await submitDossier({ db, ...stranger })).toMatchObject({ refused: 'dossiers.draft-not-found' });
    ok(await submitDossier({ db, ...submission(draft) }));
    expect(await dossierOfAccount(db, binh, unitId, draft.draftId)).toBeNull();
    expect(await dossierOfAccount(db, hoa, 'u-hcm', draft.draftId)).toBeNull();
  });

  it('cannot be changed afterwards', async () => {
    const draft = await filledDraft(db, hoa, unitId);
    ok(await submitDossier({ db, ...submission(draft) }));
    const acting = citizenActing(hoa, 'Nguyễn Thị Hoa');
    const page = {
      db,
      now: MORNING,
      lang: 'vi' as const,
      acting,
      draftId: draft.draftId,
      pageKey: 'noi-dung',
      posted: {},
    };
    expect(await savePage(page)).toMatchObject({ refused: 'dossiers.draft-submitted' });
  });

  it('numbers 50 at once from 0001 to 0050, no gap and no double', async () => {
    const day = new Date('2026-11-10T02:00:00Z');
    const drafts = [];
    for (let n = 0; n < 50; n += 1) drafts.push(await filledDraft(db, n % 2 ? hoa : binh, unitId, day));
    const done = await Promise.all(
      drafts.map((draft) => submitDossier({ db, ...submission(draft, { now: day, home }) }).then(ok)),
    );
    const expected = Array.from({ length: 50 }, (_, at) => `T79.25.771-261110-${String(at + 1).padStart(4, '0')}`);
    expect(done.map(({ code }) => code).sort()).toEqual(expected);
  }, 120_000);

  it('gives the number of the local day: 23:30 and 00:30 in Viet Nam are two days', async () => {
    const late = new Date('2026-11-17T16:30:00Z');
    const early = new Date('2026-11-17T17:30:00Z');
    const codes = [];
    for (const now of [late, early]) {
      const draft = await filledDraft(db, hoa, unitId, now);
      codes.push(ok(await submitDossier({ db, ...submission(draft, { now }) })).code);
    }
    expect(codes).toEqual(['T79.25.771-261117-0001', 'T79.25.771-261118-0001']);
  });

  it('reaches "my dossiers" by the outbox, however often it is delivered', async () => {
    await deliver(new Date('2026-11-20T00:00:00Z'));
    const count = async () => (await myFilings(db, hoa)).dossiers.length;
    const before = await count();
    expect(before).toBeGreaterThan(20);
    await sql`update outbox_event set done_at = null`.execute(db).catch(() => {});
    await deliver(new Date('2026-11-20T00:00:00Z'));
    expect(await count()).toBe(before);
    expect((await myFilings(db, hoa)).drafts).toHaveLength(1);
  });

  it('reads a dossier with one statement', async () => {
    const { dossiers } = await myFilings(db, hoa);
    const before = statements.count;
    await dossierOfAccount(db, hoa, unitId, dossiers[0]?.dossierId ?? '');
    expect(statements.count - before).toBe(1);
  });

  it('leaves a clean audit', async () => {
    expect(await verifyAudit(db)).toMatchObject({ faults: [] });
  });
});
