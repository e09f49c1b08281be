import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { verifyAudit } from '../../platform/audit/index.ts';
import { newId } from '../../platform/ids.ts';
import { fromRoot } from '../../platform/paths.ts';
import { bodyHashOf, findDraft, helperActing, savePage, submitDossier } from '../dossiers/index.ts';
import { ANSWERS, filledDraft, MORNING, ok, posted, seedUnitAndCatalogue, submission } from '../dossiers/testing.ts';
import { fakeSms, testKeys, wrongCode } from '../identity/testing.ts';
import { actingSession, helpGivenTo, revokeConsent } from '../mandates/index.ts';
import { insertTestHelper, insertTestTeam, startTestHelp } from '../mandates/testing.ts';
import { askToSubmit, finishHelp, loadSupportTurnKinds, submitConfirmed } from './index.ts';

const { db, as } = await testDatabase();
const now = MORNING;
const unitId = await seedUnitAndCatalogue(db);
await loadSupportTurnKinds(db, fromRoot('db', 'seed', 'support-turn-kinds.json'));
const team = { teamId: await insertTestTeam(db, unitId, 'Đội Thử'), name: 'Đội Thử' };
const helper = await insertTestHelper(db, 'thu.nop', { unitId, name: 'Phường Chánh Hiệp' }, team);
const sms = fakeSms();
const deps = { db, sms, keys: testKeys, now, address: '192.0.2.7' };
let people = 0;

/** A citizen with a filled draft, and a helper at their side. */
async function together(purposes: readonly ('account' | 'file' | 'follow')[] = ['file']) {
  people += 1;
  const started = await startTestHelp(db, { helper, phone: `0915${String(people).padStart(6, '0')}`, purposes, now });
  const draft = await filledDraft(db, started.accountId, unitId);
  const who = { unitId, staffId: helper.staffId, helperSessionId: started.helperSessionId };
  return { ...started, draftId: draft.draftId, who };
}

type Together = Awaited<ReturnType<typeof together>>;

async function ask({ who, draftId }: Together) {
  const asked = ok(await askToSubmit(deps, who, draftId));
  return { ...asked, code: sms.lastCode() };
}

const submit = ({ who, draftId }: Together, asked: { codeId: string; bodyHash: string; code: string }) =>
  submitConfirmed(deps, { who, draftId, ...asked, home: null, lang: 'vi', isDemo: true });

const change = async ({ accountId, draftId }: Together) => {
  const { form } = { form: 'noi-dung' };
  ok(
    await savePage({
      db,
      now,
      lang: 'vi',
      acting: {
        accountId,
        actor: { kind: 'citizen', id: accountId, name: '' },
        addedBy: `citizen:${accountId}`,
        helper: null,
      },
      draftId,
      pageKey: form,
      posted: posted({ ...ANSWERS, request: 'Xin xác nhận để làm việc khác.' }),
    }),
  );
};

describe('an assisted submission', () => {
  it('is confirmed by the citizen’s code, names helper and consent, and is in both journals', async () => {
    const both = await together();
    const asked = await ask(both);
    expect(sms.sent.at(-1)?.text).toContain('để nộp hồ sơ Cấp Giấy xác nhận tình trạng hôn nhân');
    const submitted = ok(await submit(both, asked));
    expect(ok(await submit(both, asked))).toEqual(submitted);
    const dossier = await db
      .selectFrom('dossier')
      .selectAll()
      .where('dossier_id', '=', both.draftId)
      .executeTakeFirstOrThrow();
    const { acts, consents } = await helpGivenTo(db, both.accountId);
    expect(dossier).toMatchObject({
      helper_staff_id: helper.staffId,
      helper_team: 'Đội Thử',
      helper_consent_id: consents[0]?.consentId,
      code: submitted.code,
    });
    expect(acts.map(({ act }) => act)).toContain('dossier-submitted');
    const { rows } = await sql<{ act: string }>`select act from citizen_audit_entry
      where account_id = ${both.accountId} order by seq`.execute(db);
    expect(rows.map(({ act }) => act)).toContain('dossier.submit-confirmed');
    const turnId = newId();
    const input = { kind: 'submit-online', place: 'home', channel: '', minutes: '20', outcome: 'solved', note: '' };
    ok(await finishHelp({ db, now, who: both.who, turnId, input }));
    const turn = await db
      .selectFrom('support_turn')
      .selectAll()
      .where('turn_id', '=', turnId)
      .executeTakeFirstOrThrow();
    expect(turn).toMatchObject({ dossier_id: both.draftId, dossier_code: submitted.code, account_id: both.accountId });
  });

  it('is refused when anything was changed after the code', async () => {
    const both = await together();
    const asked = await ask(both);
    await change(both);
    expect(await submit(both, asked)).toMatchObject({ refused: 'assistance.changed-after-code' });
    const draft = await findDraft(db, both.accountId, both.draftId);
    const forged = { ...asked, bodyHash: draft ? bodyHashOf(draft) : '' };
    expect(await submit(both, forged)).toMatchObject({ refused: 'identity.code-other-act' });
    expect(ok(await submit(both, await ask(both))).dossierId).toBe(both.draftId);
  });

  it('needs the right code, for this draft', async () => {
    const both = await together();
    const asked = await ask(both);
    expect(await submit(both, { ...asked, code: wrongCode(asked.code) })).toMatchObject({
      refused: 'identity.code-wrong',
    });
    const other = await together();
    const foreign = await ask(other);
    expect(await submit(both, { ...foreign, bodyHash: asked.bodyHash })).toMatchObject({
      refused: 'identity.code-other-act',
    });
  });

  it('is refused without the purpose, after the revocation, and for another citizen’s draft', async () => {
    const follow = await together(['follow']);
    expect(await askToSubmit(deps, follow.who, follow.draftId)).toMatchObject({ refused: 'mandates.not-covered' });
    const both = await together();
    const stranger = await together();
    expect(await askToSubmit(deps, both.who, stranger.draftId)).toMatchObject({
      refused: 'assistance.draft-not-found',
    });
    const asked = await ask(both);
    await revokeConsent(db, both.accountId, (await helpGivenTo(db, both.accountId)).consents[0]?.consentId ?? '', now);
    expect(await submit(both, asked)).toMatchObject({ refused: 'mandates.ended' });
  });

  it('cannot go around the confirmation', async () => {
    const both = await together();
    const session = ok(await actingSession(db, both.who, 'file', now));
    const draft = await findDraft(db, both.accountId, both.draftId);
    if (!draft) throw new Error('no draft');
    const straight = await submitDossier({ db, ...submission(draft, { acting: helperActing(session) }) });
    expect(straight).toMatchObject({ refused: 'dossiers.not-confirmed' });
  });

  it('two clicks at once make one dossier, and the chains stay whole', async () => {
    const both = await together();
    const asked = await ask(both);
    const answers = await Promise.all([submit(both, asked), submit(both, asked)]);
    const codes = new Set(answers.flatMap((one) => ('code' in one ? [one.code] : [])));
    expect(codes.size).toBe(1);
    expect((await verifyAudit(as('baccau_auditor').db)).faults).toEqual([]);
  });
});
