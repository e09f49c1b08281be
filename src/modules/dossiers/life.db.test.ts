import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { verifyAudit } from '../../platform/audit/index.ts';
import { newId } from '../../platform/ids.ts';
import { shippedCalendar } from '../units/index.ts';
import {
  type Actor,
  citizenActing,
  confirmReceipt,
  type Defect,
  dossierOfAccount,
  dossierOfUnit,
  fileOfDossier,
  finishDossier,
  handOver,
  openSupplement,
  processDossier,
  receiveDossier,
  refuseDossier,
  requestSupplement,
  saveSupplement,
  workList,
} from './index.ts';
import { ANSWERS, fakePaper, insertAccount, MORNING, ok, posted, seedUnitAndCatalogue, submitted } from './testing.ts';

const { db, statements } = await testDatabase();
const unitId = await seedUnitAndCatalogue(db);
const calendar = shippedCalendar();
const hoa = await insertAccount(db, '+84912345678');
const acting = citizenActing(hoa, 'Nguyễn Thị Hoa');
const officer: Actor = { kind: 'staff', id: newId(), name: 'Lê Hoàng Phúc' };

const FIELD: Defect = {
  targetKind: 'field',
  targetKey: 'request',
  targetLabel: 'Nội dung yêu cầu',
  reason: 'Ghi rõ dùng giấy để làm gì.',
};
const PAPER: Defect = {
  targetKind: 'paper',
  targetKey: 'van-ban-uy-quyen',
  targetLabel: 'Văn bản ủy quyền',
  reason: 'Ảnh mờ, chụp lại đủ bốn góc.',
};
const OTHER: Defect = { targetKind: 'other', targetKey: '', targetLabel: 'Khác', reason: 'Cho biết giờ có thể gọi.' };

const day = (iso: string) => new Date(iso);
const on = (dossierId: string, now: Date) => ({ db, now, unitId, dossierId, actor: officer });
const view = async (dossierId: string) => {
  const found = await dossierOfAccount(db, hoa, unitId, dossierId);
  if (!found) throw new Error('not found');
  return found;
};
const result = () => ({
  fileId: newId(),
  title: 'Giấy xác nhận',
  mime: 'application/pdf',
  sizeBytes: 9,
  sha256: 'a'.repeat(64),
  staffId: officer.id,
});
const supplement = (dossierId: string, now: Date, more: Partial<Parameters<typeof saveSupplement>[0]>) =>
  saveSupplement({
    db,
    now,
    lang: 'vi',
    acting,
    unitId,
    dossierId,
    key: newId(),
    home: null,
    posted: {},
    papers: [],
    send: true,
    ...more,
  });

describe('the life of a dossier', () => {
  it('goes 1 → 2 → 4 → 9 → 10, each act by whom and when', async () => {
    const { dossierId } = await submitted(db, hoa, unitId);
    ok(await receiveDossier({ ...on(dossierId, day('2026-11-04T04:00:00Z')), calendar }));
    expect(await view(dossierId)).toMatchObject({ state: 2, dueAt: day('2026-11-09T10:00:00Z') });
    ok(await processDossier(on(dossierId, day('2026-11-04T05:00:00Z'))));
    const file = result();
    expect(await finishDossier({ ...on(dossierId, MORNING), result: null })).toMatchObject({
      refused: 'dossiers.result-needed',
    });
    ok(await finishDossier({ ...on(dossierId, day('2026-11-06T03:00:00Z')), result: file }));
    expect(await fileOfDossier(db, unitId, dossierId, file.fileId, hoa)).toMatchObject({
      kind: 'result',
      accountId: hoa,
    });
    expect(await fileOfDossier(db, unitId, dossierId, file.fileId, newId())).toBeNull();
    const { version } = await view(dossierId);
    const receipt = { db, now: day('2026-11-06T08:00:00Z'), acting, unitId, dossierId, version };
    expect(ok(await confirmReceipt(receipt))).toMatchObject({ state: 10 });
    expect(await confirmReceipt(receipt)).toMatchObject({ refused: 'dossiers.wrong-state' });
    const done = await view(dossierId);
    expect(done.actions.map(({ kind, to, actorKind }) => [kind, to, actorKind])).toEqual([
      ['submit', 1, 'citizen'],
      ['receive', 2, 'staff'],
      ['process', 4, 'staff'],
      ['finish', 9, 'staff'],
      ['hand-over', 10, 'citizen'],
    ]);
  });

  it('goes 1 → 5 → 1 → 2: two defects mended at once, and only what was asked for', async () => {
    const { dossierId } = await submitted(db, hoa, unitId);
    const asked = on(dossierId, day('2026-11-03T08:00:00Z'));
    expect(await requestSupplement({ ...asked, defects: [] })).toMatchObject({ refused: 'dossiers.no-defects' });
    const bare = { ...FIELD, reason: ' ' };
    expect(await requestSupplement({ ...asked, defects: [bare] })).toMatchObject({
      refused: 'dossiers.defect-without-reason',
    });
    ok(await requestSupplement({ ...asked, defects: [FIELD, PAPER] }));
    const now = day('2026-11-04T03:00:00Z');
    const opened = ok(await openSupplement(db, { now, lang: 'vi', acting, unitId, dossierId }));
    expect(opened.state.items.map(({ field, mended }) => [field?.key, mended])).toEqual([
      ['request', false],
      ['paper-van-ban-uy-quyen', false],
    ]);

    const first = fakePaper('uy-quyen');
    const half = ok(
      await supplement(dossierId, now, {
        posted: posted({ ...ANSWERS, request: '', 'requester-name': 'Người Khác' }),
        papers: [{ componentKey: 'van-ban-uy-quyen', paper: first }],
      }),
    );
    expect(half).toMatchObject({ sent: false, state: { errors: { request: expect.any(String) } } });
    expect(await view(dossierId)).toMatchObject({ state: 5, papers: [] });

    const sent = ok(
      await supplement(dossierId, now, {
        posted: posted({ ...ANSWERS, request: 'Để kết hôn.', 'requester-name': 'Người Khác' }),
      }),
    );
    expect(sent.sent).toBe(true);
    const after = await view(dossierId);
    expect(after).toMatchObject({
      state: 1,
      // Expected anew: Wednesday + 3 working days.
      dueAt: day('2026-11-09T10:00:00Z'),
      openDefects: [],
      answers: { request: 'Để kết hôn.', 'requester-name': 'Nguyễn Thị Hoa' },
      papers: [{ componentKey: 'van-ban-uy-quyen', fileId: first.fileId, superseded: false }],
    });
    expect(await supplement(dossierId, now, {})).toMatchObject({ refused: 'dossiers.nothing-asked' });
    ok(await receiveDossier({ ...on(dossierId, day('2026-11-05T03:00:00Z')), calendar }));
  });

  it('goes 4 → 5 → 4: the due date moves by the time that the office waited', async () => {
    const { dossierId } = await submitted(db, hoa, unitId);
    ok(await receiveDossier({ ...on(dossierId, day('2026-11-03T03:30:00Z')), calendar }));
    ok(await processDossier(on(dossierId, day('2026-11-03T04:00:00Z'))));
    const before = await view(dossierId);
    expect(before.dueAt).toEqual(day('2026-11-06T10:00:00Z'));
    ok(await requestSupplement({ ...on(dossierId, day('2026-11-04T03:00:00Z')), defects: [PAPER, OTHER] }));
    const now = day('2026-11-06T03:00:00Z');
    const papers = [{ componentKey: 'van-ban-uy-quyen', paper: fakePaper('moi') }];
    expect(ok(await supplement(dossierId, now, { papers })).sent).toBe(false);
    ok(await supplement(dossierId, now, { posted: { note: 'Gọi sau 17 giờ.' } }));
    const after = await view(dossierId);
    // Friday + 2 days is a Sunday: the next working day's closing.
    expect(after).toMatchObject({ state: 4, dueAt: day('2026-11-09T10:00:00Z') });
    expect(after.dueSteps.length).toBeGreaterThan(before.dueSteps.length);
    expect(after.actions.at(-1)).toMatchObject({ kind: 'supplement', note: 'Gọi sau 17 giờ.' });
  });

  it('supersedes the earlier papers of a component, and keeps them on record', async () => {
    const { dossierId } = await submitted(db, hoa, unitId);
    for (const mark of ['mot', 'hai']) {
      ok(await requestSupplement({ ...on(dossierId, MORNING), defects: [PAPER] }));
      ok(
        await supplement(dossierId, MORNING, {
          papers: [{ componentKey: 'van-ban-uy-quyen', paper: fakePaper(mark) }],
        }),
      );
    }
    expect((await view(dossierId)).papers.map(({ superseded }) => superseded).sort()).toEqual([false, true]);
  });

  it('is refused with a reason, which ends it', async () => {
    const { dossierId } = await submitted(db, hoa, unitId);
    expect(await refuseDossier({ ...on(dossierId, MORNING), reason: ' ' })).toMatchObject({
      refused: 'dossiers.reason-needed',
    });
    ok(await refuseDossier({ ...on(dossierId, MORNING), reason: 'Thuộc nơi khác.' }));
    expect(await receiveDossier({ ...on(dossierId, MORNING), calendar })).toMatchObject({
      refused: 'dossiers.wrong-state',
    });
  });

  it('refuses an act on a stale page and of another unit', async () => {
    const { dossierId } = await submitted(db, hoa, unitId);
    const seen = (await view(dossierId)).version;
    ok(await receiveDossier({ ...on(dossierId, MORNING), calendar, version: seen }));
    expect(await processDossier({ ...on(dossierId, MORNING), version: seen })).toMatchObject({
      refused: 'dossiers.stale-version',
    });
    const elsewhere = { ...on(dossierId, MORNING), unitId: 'u-hcm' };
    expect(await processDossier(elsewhere)).toMatchObject({ refused: 'dossiers.not-found' });
    expect(await dossierOfUnit(db, 'u-hcm', dossierId)).toBeNull();
    const twice = await Promise.all([1, 2].map(() => processDossier(on(dossierId, MORNING))));
    expect(twice.map((one) => 'refused' in one).sort()).toEqual([false, true]);
    expect(await handOver({ ...on(dossierId, MORNING), receiver: 'x', method: 'counter' })).toMatchObject({
      refused: 'dossiers.wrong-state',
    });
  });

  it('shows officers their list with one statement, most urgent first', async () => {
    const before = statements.count;
    const now = day('2026-12-01T00:00:00Z');
    const query = { unitId, overdueOnly: false, text: '', page: 1, pageSize: 50, now };
    const list = await workList(db, { ...query, filter: 'working' });
    expect(statements.count - before).toBe(1);
    expect(list.total).toBe(list.rows.length);
    expect(list.counts).toMatchObject({ working: list.total, closed: 2 });
    expect(list.overdue).toBe(list.total);
    expect((await workList(db, { ...query, filter: 'closed', text: 'T79.25.771' })).total).toBe(2);
    expect((await workList(db, { ...query, filter: 'closed', text: '%' })).total).toBe(0);
  });

  it('leaves a clean audit', async () => {
    const report = await verifyAudit(db);
    expect(report.faults).toEqual([]);
    expect(report.entries).toBeGreaterThan(25);
  });
});
