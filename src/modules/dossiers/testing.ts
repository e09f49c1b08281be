import type { Db } from '../../platform/db/index.ts';
import { keyRing, randomKey } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import { fromRoot } from '../../platform/paths.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { type AnswerValue, loadSeedCatalogue, pinnedFiling, visiblePages } from '../catalogue/index.ts';
import { offerEverything } from '../catalogue/testing.ts';
import type { NewPaper } from '../papers/index.ts';
import { setHomeUnit } from '../units/index.ts';
import { citizenActing } from './acting.ts';
import { savePage } from './save-page.ts';
import { startDraft } from './start-draft.ts';
import { type Draft, findDraft } from './store-drafts.ts';
import { type Submission, submitDossier } from './submit.ts';

/** Support for database tests of this module and of the doors above it. All people are invented. */
export const testKeys = keyRing(randomKey());

/** A Tuesday, 10:00 in Viet Nam. */
export const MORNING = new Date('2026-11-03T03:00:00Z');

/** Returns the value, or fails with the refusal's code. */
export function ok<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`${value.refused} ${JSON.stringify(value.params)}`);
  return value;
}

/** A commune as home unit under its province, and our own catalogue. @returns the commune's id */
export async function seedUnitAndCatalogue(db: Db, unitId = 'u-chanh-hiep', code = '25771'): Promise<string> {
  const province = { unit_id: 'u-hcm', kind: 'province' as const };
  await db
    .insertInto('unit')
    .values([province, { unit_id: unitId, kind: 'commune' }])
    .execute();
  const version = { valid_from: '2025-07-01', valid_to: null, source_ref: 'test' };
  await db
    .insertInto('unit_version')
    .values([
      { ...version, unit_id: 'u-hcm', code: '79', name: 'Thành phố Hồ Chí Minh', search_name: 'thanh pho ho chi minh' },
      {
        ...version,
        unit_id: unitId,
        code,
        name: 'Phường Chánh Hiệp',
        search_name: 'phuong chanh hiep',
        parent_unit_id: 'u-hcm',
      },
    ])
    .execute();
  await setHomeUnit(db, unitId);
  await loadSeedCatalogue(db, fromRoot('db', 'seed'), MORNING);
  await offerEverything(db, unitId);
  return unitId;
}

export async function insertAccount(db: Db, phone: string, name = 'Nguyễn Thị Hoa'): Promise<string> {
  const accountId = newId();
  await db
    .insertInto('account')
    .values({
      account_id: accountId,
      full_name: name,
      date_of_birth: '1998-04-05',
      sex: 'nu',
      address: 'Số 5, khu phố 3, phường Chánh Hiệp, Thành phố Hồ Chí Minh',
      created_at: MORNING,
      created_by: 'citizen',
    })
    .execute();
  await db.insertInto('account_phone').values({ phone, account_id: accountId, since: MORNING }).execute();
  return accountId;
}

/** Xác nhận tình trạng hôn nhân: the general form, 3 ngày làm việc, no paper demanded online. */
export const PROCEDURE = '1.004873';

/** Answers to the general form. */
export const ANSWERS: Readonly<Record<string, AnswerValue>> = {
  'requester-name': 'Nguyễn Thị Hoa',
  'requester-dob': '1998-04-05',
  'requester-citizen-no': '074198000001',
  'requester-phone': '0912345678',
  'requester-residence': {
    detail: 'Số 5, khu phố 3',
    commune: 'phường Chánh Hiệp',
    province: 'Thành phố Hồ Chí Minh',
  },
  'on-behalf': 'ban-than',
  request: 'Xin xác nhận tình trạng hôn nhân để đăng ký kết hôn.',
  'receive-method': 'truc-tiep',
  statement: 'yes',
};

/** What a browser posts for answers. */
export function posted(answers: Readonly<Record<string, AnswerValue>>): Record<string, string> {
  const body: Record<string, string> = {};
  for (const [key, value] of Object.entries(answers)) {
    if (typeof value === 'string') {
      body[key] = value;
      const [year = '', month = '', day = ''] = value.split('-');
      if (/^\d{4}-\d\d-\d\d$/.test(value))
        Object.assign(body, { [`${key}-day`]: day, [`${key}-month`]: month, [`${key}-year`]: year });
    } else {
      Object.assign(body, {
        [key]: value.detail,
        [`${key}-commune`]: value.commune,
        [`${key}-province`]: value.province,
      });
    }
  }
  return body;
}

/** A file row as `storeUpload` gives it, without bytes on the disk. */
export const fakePaper = (mark: string): NewPaper => ({
  paperId: newId(),
  fileId: newId(),
  mime: 'image/jpeg',
  sizeBytes: 1234,
  sha256: mark.padEnd(64, '0'),
  pages: 1,
  originalName: `${mark}.jpg`,
});

/** A draft of {@link PROCEDURE} with every page filled. */
export async function filledDraft(db: Db, accountId: string, unitId: string, now = MORNING): Promise<Draft> {
  const acting = citizenActing(accountId, 'Nguyễn Thị Hoa');
  const draftId = newId();
  const started = ok(await startDraft({ db, keys: testKeys, now, acting, draftId, procedureCode: PROCEDURE, unitId }));
  const { form } = await pinnedFiling(db, started);
  for (const { page } of visiblePages(form, ANSWERS)) {
    ok(await savePage({ db, now, lang: 'vi', acting, draftId, pageKey: page.key, posted: posted(ANSWERS) }));
  }
  const draft = await findDraft(db, accountId, draftId);
  if (!draft) throw new Error('no draft');
  return draft;
}

export const submission = (draft: Draft, change: Partial<Submission> = {}): Submission => ({
  keys: testKeys,
  now: MORNING,
  acting: citizenActing(draft.accountId, 'Nguyễn Thị Hoa'),
  draftId: draft.draftId,
  channel: 2,
  home: null,
  accountPhone: '+84912345678',
  lang: 'vi',
  isDemo: true,
  ...change,
});

/** A submitted dossier of a new draft. */
export async function submitted(db: Db, accountId: string, unitId: string, now = MORNING) {
  const draft = await filledDraft(db, accountId, unitId, now);
  return ok(await submitDossier({ db, ...submission(draft, { now }) }));
}
