import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { pinnedFiling } from '../catalogue/index.ts';
import { updateProfile } from '../identity/index.ts';
import {
  citizenActing,
  fillFromCard,
  findDraft,
  findDraftPaper,
  myFilings,
  pageMark,
  removeDraft,
  savePage,
  startDraft,
} from './index.ts';
import {
  ANSWERS,
  fakePaper,
  filledDraft,
  insertAccount,
  MORNING,
  ok,
  PROCEDURE,
  posted,
  seedUnitAndCatalogue,
  testKeys,
} from './testing.ts';

const { db, statements } = await testDatabase();
const unitId = await seedUnitAndCatalogue(db);
const hoa = await insertAccount(db, '+84912345678');
const binh = await insertAccount(db, '+84912345679', 'Trần Văn Bình');
const acting = citizenActing(hoa, 'Nguyễn Thị Hoa');
const now = MORNING;
const start = (draftId: string, procedureCode = PROCEDURE) =>
  startDraft({ db, keys: testKeys, now, acting, draftId, procedureCode, unitId });
const save = (draftId: string, pageKey: string, more: Partial<Parameters<typeof savePage>[0]>) =>
  savePage({ db, now, lang: 'vi', acting, draftId, pageKey, posted: null, ...more });

describe('starting', () => {
  it('fills in what the account knows, and says from where', async () => {
    const draft = ok(await start(newId()));
    expect(draft.answers).toMatchObject({
      'requester-name': 'Nguyễn Thị Hoa',
      'requester-dob': '1998-04-05',
      'requester-phone': '0912345678',
      'requester-residence': { detail: 'Số 5, khu phố 3', commune: 'phường Chánh Hiệp' },
    });
    expect(draft.sources).toMatchObject({ 'requester-name': 'account' });
    expect(draft.answers['requester-citizen-no']).toBeUndefined();
  });

  it('opens the sealed ID number for the form, and the reading is in the account’s chain', async () => {
    const values = {
      fullName: 'Trần Văn Bình',
      dateOfBirth: '1990-01-02',
      sex: 'nam',
      citizenNo: '074090000001',
      address: 'Số 1',
    } as const;
    await transact(db, (tx) =>
      updateProfile(tx, { keys: testKeys, accountId: binh, values, actor: `citizen:${binh}`, now }),
    );
    const mine = citizenActing(binh, 'Trần Văn Bình');
    const draft = ok(
      await startDraft({ db, keys: testKeys, now, acting: mine, draftId: newId(), procedureCode: PROCEDURE, unitId }),
    );
    expect(draft.answers['requester-citizen-no']).toBe('074090000001');
    const { rows } = await sql<{
      act: string;
    }>`select act from citizen_audit_entry where account_id = ${binh} order by seq`.execute(db);
    expect(rows.map(({ act }) => act)).toEqual(['account.profile-changed', 'account.citizen-no-read', 'draft.started']);
  });

  it('is one draft for one key', async () => {
    const draftId = newId();
    ok(await start(draftId));
    expect(ok(await start(draftId)).draftId).toBe(draftId);
    expect(await start(draftId, '1.001193')).toMatchObject({ refused: 'platform.key-reused' });
  });

  it('is refused where the procedure is filed elsewhere or unknown', async () => {
    expect(await start(newId(), '2.001159')).toMatchObject({ refused: 'catalogue.filed-on-national-portal' });
    expect(await start(newId(), '9.999999')).toMatchObject({ refused: 'catalogue.not-found' });
  });
});

describe('saving a page', () => {
  it('keeps what is wrong as it was typed', async () => {
    const { draftId } = ok(await start(newId()));
    const body = {
      ...posted(ANSWERS),
      'requester-dob-day': '31',
      'requester-dob-month': '2',
      'requester-dob-year': '1998',
    };
    const saved = ok(await save(draftId, 'ho-ten-nguoi-nop', { posted: body }));
    expect(saved.result.errors).toHaveProperty('requester-dob');
    expect((await findDraft(db, hoa, draftId))?.answers['requester-dob']).toBe('31/2/1998');
  });

  it('merges pages, and does not silently overwrite the same page', async () => {
    const draft = ok(await start(newId()));
    const { form } = await pinnedFiling(db, draft);
    const seen = pageMark(form, 'noi-dung', draft.answers);
    const other = pageMark(form, 'lien-lac', draft.answers);
    const { draftId } = draft;
    ok(await save(draftId, 'noi-dung', { posted: { request: 'Ở máy thứ nhất' }, seen }));
    const there = ok(await save(draftId, 'lien-lac', { posted: { 'requester-phone': '0912345679' }, seen: other }));
    expect(there.conflict).toBe(false);
    const here = ok(await save(draftId, 'noi-dung', { posted: { request: 'Ở máy thứ hai' }, seen }));
    expect(here).toMatchObject({ conflict: true, result: { values: { request: 'Ở máy thứ hai' } } });
    expect((await findDraft(db, hoa, draftId))?.answers).toMatchObject({
      request: 'Ở máy thứ nhất',
      'requester-phone': '0912345679',
    });
    const again = ok(await save(draftId, 'noi-dung', { posted: { request: 'Ở máy thứ nhất' }, seen }));
    expect(again.conflict).toBe(false);
  });

  it('writes nothing when nothing changed', async () => {
    const draft = await filledDraft(db, hoa, unitId);
    ok(await save(draft.draftId, 'noi-dung', { posted: posted(ANSWERS) }));
    expect((await findDraft(db, hoa, draft.draftId))?.version).toBe(draft.version);
  });

  it('is nobody else’s business', async () => {
    const { draftId } = ok(await start(newId()));
    const stranger = citizenActing(binh, 'Trần Văn Bình');
    expect(await save(draftId, 'noi-dung', { acting: stranger, posted: {} })).toMatchObject({
      refused: 'dossiers.draft-not-found',
    });
    expect(await findDraft(db, binh, draftId)).toBeNull();
  });
});

describe('papers', () => {
  it('are added once however often the form is sent, and taken off', async () => {
    const { draftId } = ok(await start(newId()));
    const paper = fakePaper('anh');
    const papers = [{ componentKey: 'van-ban-uy-quyen', paper }];
    ok(await save(draftId, 'giay-to-1', { papers }));
    const twice = ok(
      await save(draftId, 'giay-to-1', {
        papers: [{ ...papers[0], paper: { ...fakePaper('x'), sha256: paper.sha256 } }] as never,
      }),
    );
    expect(twice.draft.papers.map(({ paperId }) => paperId)).toEqual([paper.paperId]);
    expect(await findDraftPaper(db, hoa, draftId, paper.paperId)).toMatchObject({ fileId: paper.fileId });
    expect(await findDraftPaper(db, binh, draftId, paper.paperId)).toBeNull();
    const off = ok(await save(draftId, 'giay-to-1', { removePaperId: paper.paperId }));
    expect(off.draft.papers).toEqual([]);
    expect(await findDraftPaper(db, hoa, draftId, paper.paperId)).toBeNull();
  });

  it('stop at twenty for one component', async () => {
    const { draftId } = ok(await start(newId()));
    const papers = Array.from({ length: 21 }, (_, at) => ({
      componentKey: 'van-ban-uy-quyen',
      paper: fakePaper(`a${at}x`),
    }));
    expect(await save(draftId, 'giay-to-1', { papers })).toMatchObject({ refused: 'dossiers.too-many-files' });
    expect((await findDraft(db, hoa, draftId))?.papers).toEqual([]);
  });
});

describe('card', () => {
  const QR = '074198000001|280000001|Nguyễn Thị Hoa|05041998|Nữ|Số 5, Chánh Hiệp, Thành phố Hồ Chí Minh|01012022';

  it('fills empty fields only', async () => {
    const { draftId } = ok(await start(newId()));
    const card = { db, now, acting, draftId, cardQr: QR };
    expect(ok(await fillFromCard({ ...card, pageKey: 'ho-ten-nguoi-nop' })).filled).toBe(1);
    const draft = await findDraft(db, hoa, draftId);
    expect(draft?.answers['requester-citizen-no']).toBe('074198000001');
    expect(draft?.sources).toMatchObject({ 'requester-citizen-no': 'card-qr', 'requester-name': 'account' });
    expect(await fillFromCard({ ...card, pageKey: 'noi-dung' })).toMatchObject({ refused: 'dossiers.no-card-here' });
    expect(await fillFromCard({ ...card, pageKey: 'ho-ten-nguoi-nop', cardQr: 'https://zalo.me/x' })).toMatchObject({
      refused: 'identity.card-other-qr',
    });
  });
});

describe('removing', () => {
  it('takes answers and papers along, and the key is spent', async () => {
    const { draftId } = ok(await start(newId()));
    const paper = fakePaper('xoa');
    ok(await save(draftId, 'giay-to-1', { papers: [{ componentKey: 'van-ban-uy-quyen', paper }] }));
    ok(await removeDraft({ db, now, acting, draftId }));
    expect(await findDraft(db, hoa, draftId)).toBeNull();
    expect((await myFilings(db, hoa)).drafts.map((row) => row.draftId)).not.toContain(draftId);
    expect(await start(draftId)).toMatchObject({ refused: 'platform.key-reused' });
    const { rows } = await sql<{ answers: unknown; removed: boolean }>`
      select d.answers, p.removed_at is not null as removed from draft d, paper p
      where d.draft_id = ${draftId} and p.paper_id = ${paper.paperId}`.execute(db);
    expect(rows).toEqual([{ answers: {}, removed: true }]);
  });
});

it('reads a draft with its papers in one statement', async () => {
  const { draftId } = ok(await start(newId()));
  const before = statements.count;
  await findDraft(db, hoa, draftId);
  expect(statements.count - before).toBe(1);
});
