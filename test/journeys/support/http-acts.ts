import { DEMO_PASSWORD } from '../../../src/cli/demo/people.ts';
import { DESK_SIGN_IN } from '../../../src/desk/sign-in/paths.ts';
import { visiblePages } from '../../../src/modules/catalogue/form/flow-rules.ts';
import { seedForm } from '../../../src/modules/catalogue/form/testing.ts';
import { newId } from '../../../src/platform/ids.ts';
import { filingPaths } from '../../../src/portal/filings/paths.ts';
import { SIGN_IN, SIGN_IN_CODE } from '../../../src/portal/sign-in/paths.ts';
import type { Photo } from './fill.ts';
import { type Answer, type Fields, hidden, newHttpVisitor, type Visitor } from './http.ts';
import { FAMILY, KHAI_SINH, MOTHER, postedFamily } from './khai-sinh.ts';
import { phoneCode, staffCode } from './mailbox.ts';
import { newPhone } from './phones.ts';
import { photographed } from './photo.ts';

/** A copy of a civil-status extract: the general form, and no paper that must be sent. */
export const EXTRACT = '2.000635';

const paths = filingPaths('');

function expectRedirect(answer: Answer, what: string): string {
  if (answer.status === 303 && answer.location) return answer.location;
  const said = answer.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  throw new Error(`${what}: ${answer.status} ${said.slice(0, 600)}`);
}

/** A new citizen, signed in. */
export async function newCitizen(origin: string, from?: string, phone = newPhone()): Promise<Visitor> {
  const visitor = newHttpVisitor(origin, from);
  const next = expectRedirect(await visitor.post(SIGN_IN, { phone }), 'phone');
  const c = new URL(next, origin).searchParams.get('c') ?? '';
  expectRedirect(await visitor.post(SIGN_IN_CODE, { c, code: await phoneCode(origin, phone) }), 'code');
  return visitor;
}

export async function newStaff(origin: string, login: string): Promise<Visitor> {
  const visitor = newHttpVisitor(origin);
  const totp = await staffCode(origin, login);
  expectRedirect(await visitor.post(DESK_SIGN_IN, { login, password: DEMO_PASSWORD, totp }), 'staff');
  return visitor;
}

/** @returns the draft's id */
export async function startDraft(visitor: Visitor, code: string): Promise<string> {
  const key = newId();
  expectRedirect(await visitor.post(paths.start, { code, key }), 'start');
  return key;
}

export async function savePage(visitor: Visitor, draftId: string, page: string, fields: Fields): Promise<void> {
  expectRedirect(await visitor.post(paths.page(draftId, page), { ...fields, page, key: newId() }), page);
}

/** Puts a photo into a file box of a page; the page is shown again. */
export async function addPaper(
  visitor: Visitor,
  draftId: string,
  page: string,
  box: string,
  photo: Photo,
): Promise<Answer> {
  const path = paths.page(draftId, page);
  const seen = hidden((await visitor.get(path)).text, 'seen');
  const file = { box, name: photo.name, type: photo.mimeType, bytes: photo.buffer };
  return visitor.upload(path, { seen, page, key: newId(), stay: '1' }, file);
}

const EXTRACT_PAGES: Readonly<Record<string, Fields>> = {
  'ho-ten-nguoi-nop': {
    'requester-name': MOTHER.name,
    'requester-dob-day': '5',
    'requester-dob-month': '4',
    'requester-dob-year': '1998',
    'requester-citizen-no': MOTHER.citizenNo,
  },
  'lien-lac': { 'requester-phone': '0900900900' },
  'dia-chi': {
    'requester-residence': 'Số 5, khu phố 3',
    'requester-residence-commune': 'Phường Chánh Hiệp',
    'requester-residence-province': 'Thành phố Hồ Chí Minh',
  },
  'lam-cho-ai': { 'on-behalf': 'ban-than' },
  'noi-dung': { request: 'Xin 2 bản sao giấy khai sinh (mẫu).' },
  'nhan-ket-qua': { 'receive-method': 'truc-tiep' },
  'cam-doan': { statement: 'yes' },
};

/** A draft that only waits to be submitted. */
export async function readyDraft(visitor: Visitor, changes: Readonly<Record<string, Fields>> = {}): Promise<string> {
  const draftId = await startDraft(visitor, EXTRACT);
  for (const [page, fields] of Object.entries({ ...EXTRACT_PAGES, ...changes })) {
    await savePage(visitor, draftId, page, fields);
  }
  return draftId;
}

export interface Submitted {
  readonly unitId: string;
  readonly dossierId: string;
  readonly code: string;
}

/** By the API; the same draft again gives the same answer. @throws when it is not acknowledged */
export async function submitDraft(visitor: Visitor, draftId: string): Promise<Submitted> {
  const answer = await visitor.json('/api/v1/dossiers', { draftId });
  if (answer.status !== 201) throw new Error(`Submission: ${answer.status} ${answer.text.slice(0, 400)}`);
  return JSON.parse(answer.text) as Submitted;
}

/** A birth registration that only waits to be submitted, with its photo. */
export async function readyKhaiSinh(visitor: Visitor): Promise<string> {
  const draftId = await startDraft(visitor, KHAI_SINH);
  for (const { page, fields } of visiblePages(seedForm(KHAI_SINH), FAMILY)) {
    const box = fields.find((field) => field.type === 'file' && field.required !== false);
    if (box) await addPaper(visitor, draftId, page.key, box.key, await photographed('GIẤY CHỨNG SINH'));
    else await savePage(visitor, draftId, page.key, postedFamily());
  }
  return draftId;
}
