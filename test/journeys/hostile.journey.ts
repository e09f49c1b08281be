import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { actPath, DOSSIERS, dossierPath, filledFormPath } from '../../src/desk/dossiers/paths.ts';
import { HELP, HELP_AGREE, sessionPath } from '../../src/desk/help/paths.ts';
import { refusePapers } from '../../src/modules/papers/problems.ts';
import { newId } from '../../src/platform/ids.ts';
import { problemText, type Refusal } from '../../src/platform/problem.ts';
import { filingPaths, TRACKING, trackedPath } from '../../src/portal/filings/paths.ts';
import { SIGN_IN, SIGN_IN_CODE } from '../../src/portal/sign-in/paths.ts';
import { hidden, newHttpVisitor, type Visitor } from './support/http.ts';
import {
  addPaper,
  newCitizen,
  newStaff,
  readyDraft,
  type Submitted,
  savePage,
  startDraft,
  submitDraft,
} from './support/http-acts.ts';
import { KHAI_SINH } from './support/khai-sinh.ts';
import { phoneCode } from './support/mailbox.ts';
import { newPhone } from './support/phones.ts';
import { photographed } from './support/photo.ts';

const origin = inject('origin');
const mine = filingPaths('');
const PHOTO_PAGE = 'giay-chung-sinh';
const PHOTO_BOX = 'file-birth-notification';
const XSS = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;

let victim: Visitor;
let thief: Visitor;
/** The victim's: a draft with a photo, and a submitted dossier. */
const own = { draft: '', paper: '', dossier: { unitId: '', dossierId: '', code: '' } as Submitted };

beforeAll(async () => {
  victim = await newCitizen(origin);
  thief = await newCitizen(origin);
  own.draft = await startDraft(victim, KHAI_SINH);
  await savePage(victim, own.draft, 'hoan-canh', { 'child-case': 'cha-me' });
  await savePage(victim, own.draft, 'bang-chung-sinh', { 'birth-proof': 'giay-chung-sinh' });
  await addPaper(victim, own.draft, PHOTO_PAGE, PHOTO_BOX, await photographed('GIẤY CHỨNG SINH'));
  const shown = (await victim.get(mine.page(own.draft, PHOTO_PAGE))).text;
  own.paper = /giay-to\/([0-9a-f-]{36})/.exec(shown)?.[1] ?? '';
  own.dossier = await submitDraft(victim, await readyDraft(victim, { 'noi-dung': { request: `Xin bản sao ${XSS}` } }));
});

afterAll(() => {
  victim.close();
  thief.close();
});

const saysText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

describe('what belongs to another person', () => {
  const paths = () => {
    const { unitId, dossierId } = own.dossier;
    return [
      mine.page(own.draft, PHOTO_PAGE),
      mine.review(own.draft),
      mine.printedDraft(own.draft),
      mine.remove(own.draft),
      mine.draftPaper(own.draft, own.paper),
      mine.dossier(unitId, dossierId),
      mine.receipt(unitId, dossierId),
      mine.printedDossier(unitId, dossierId),
      `/api/v1/dossiers/${unitId}/${dossierId}`,
    ];
  };

  test('is not found by its address, and is there for its owner', async () => {
    for (const path of paths()) {
      expect([path, (await victim.get(path)).status]).toEqual([path, 200]);
      expect([path, (await thief.get(path)).status]).toEqual([path, 404]);
    }
  });

  test('cannot be changed, submitted or removed either', async () => {
    const page = mine.page(own.draft, 'ten-be');
    for (const path of [page, mine.autosave(own.draft, 'ten-be'), mine.submit(own.draft), mine.remove(own.draft)]) {
      const answer = await thief.post(path, { 'child-name': 'Kẻ Gian', page: 'ten-be', key: newId() });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await thief.json('/api/v1/dossiers', { draftId: own.draft })).status).toBe(404);
    expect((await victim.get(page)).text).not.toContain('Kẻ Gian');
  });

  test('and nobody signed out gets further than the sign-in', async () => {
    const stranger = newHttpVisitor(origin);
    for (const path of paths()) {
      const { status, location } = await stranger.get(path);
      if (path.startsWith('/api/')) expect([path, status]).toEqual([path, 401]);
      else expect([path, location?.split('?')[0]]).toEqual([path, SIGN_IN]);
    }
    stranger.close();
  });

  test('the desk is closed to citizens, and the portal to staff', async () => {
    for (const path of ['/desk', DOSSIERS, dossierPath(own.dossier.dossierId), HELP, '/desk/so-lieu']) {
      expect((await victim.get(path)).location).toContain('/desk/dang-nhap');
    }
    expect((await victim.post(actPath(own.dossier.dossierId, 'receive'), { version: '1' })).status).toBe(401);
  });
});

test('a POST that another site sent is refused', async () => {
  const path = mine.page(own.draft, 'ten-be');
  const fields = { 'child-name': 'Từ Trang Khác', page: 'ten-be', key: newId() };
  for (const headers of [
    { origin: null },
    { origin: 'null' },
    { origin: 'https://example.invalid' },
    { origin: `${origin}.example.invalid` },
  ]) {
    expect([headers, (await victim.post(path, fields, headers)).status]).toEqual([headers, 403]);
  }
  expect((await victim.get(path)).text).not.toContain('Từ Trang Khác');
});

test('what was typed is text on every page that shows it', async () => {
  const draft = await readyDraft(victim, {
    'lam-cho-ai': { 'on-behalf': 'nguoi-khac' },
    'nguoi-duoc-lam-thay': { 'owner-name': XSS, 'owner-relation': XSS },
    'noi-dung': { request: XSS },
  });
  const before = [mine.page(draft, 'noi-dung'), mine.review(draft), mine.printedDraft(draft), mine.list];
  const harmless = async (visitor: Visitor, path: string, shows = true) => {
    const { status, text } = await visitor.get(path);
    expect([path, status]).toEqual([path, 200]);
    expect(text, path).not.toMatch(/<script>alert|<img src=x/);
    if (shows) expect(text, path).toContain('&lt;script>alert(1)');
  };
  for (const path of before) await harmless(victim, path, path !== mine.list);
  const { unitId, dossierId, code } = await submitDraft(victim, draft);
  // The list is fed by news of the dossier, a moment later.
  await expect.poll(async () => (await victim.get(mine.list)).text, { timeout: 20_000 }).toContain(code);
  for (const path of [mine.list, mine.dossier(unitId, dossierId), mine.printedDossier(unitId, dossierId)]) {
    await harmless(victim, path);
  }
  const officer = await newStaff(origin, 'canbo2');
  const list = `${DOSSIERS}?${new URLSearchParams({ q: code })}`;
  for (const path of [
    list,
    dossierPath(dossierId),
    filledFormPath(dossierId),
    actPath(dossierId, 'request-supplement'),
  ]) {
    await harmless(officer, path);
  }
  await harmless(newHttpVisitor(origin), `/thu-tuc?${new URLSearchParams({ q: XSS })}`);
  officer.close();
});

describe('uploads', () => {
  const send = (name: string, bytes: Uint8Array) =>
    addPaper(victim, own.draft, PHOTO_PAGE, PHOTO_BOX, { name, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) });

  const encryptedPdf = async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.encrypt({ userPassword: 'mat-khau', ownerPassword: 'chu', permissions: {} });
    return document.save();
  };
  const heic = () =>
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0heicmif1'), Buffer.alloc(4096)]);
  const manyPixels = () =>
    sharp({ create: { width: 10_000, height: 6000, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer();

  test.each([
    [
      'a program named .jpg',
      'anh.jpg',
      async () => Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(4096)]),
      refusePapers('wrong-type'),
    ],
    [
      'a page named .jpg',
      'anh.jpg',
      async () => Buffer.from('<html><script>alert(1)</script>'),
      refusePapers('wrong-type'),
    ],
    ['an iPhone photo', 'IMG_1.HEIC', async () => heic(), refusePapers('heic')],
    ['a locked PDF', 'giay.pdf', encryptedPdf, refusePapers('pdf-encrypted')],
    ['60 megapixels', 'lon.jpg', manyPixels, refusePapers('image-too-many-pixels', { megapixels: 60, limit: 51 })],
  ])('%s: a sentence says what to do', async (_what, name, bytes, refusal: Refusal) => {
    const { status, text } = await send(name, await bytes());
    expect(status).toBe(422);
    expect(saysText(text)).toContain(problemText(refusal));
  });

  test('a photo keeps no place, device or time, and lies encrypted on the disk', async () => {
    const { bytes, headers } = await victim.get(mine.draftPaper(own.draft, own.paper));
    expect(headers['content-type']).toBe('image/jpeg');
    expect(headers['x-content-type-options']).toBe('nosniff');
    const { exif, xmp, iptc, width } = await sharp(bytes).metadata();
    expect({ exif, xmp, iptc, width }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, width: 1600 });
    expect(bytes.includes('EXIF-MARK')).toBe(false);
    const folder = join(inject('dataDir'), 'files');
    const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(names.length).toBeGreaterThan(0);
    for (const { parentPath, name } of names) {
      const kept = await readFile(join(parentPath, name));
      expect(kept.subarray(0, 3).toString('hex'), name).not.toBe('ffd8ff');
      expect(kept.includes('EXIF-MARK') || kept.includes('%PDF'), name).toBe(false);
    }
  });
});

describe('guessing', () => {
  test('an unknown code and a wrong secret sound the same, and trying is slowed down', async () => {
    const guesser = newHttpVisitor(origin, '127.0.0.66');
    const { code } = own.dossier;
    const unknown = code.replace(/-\d{4}$/, '-9876');
    const look = async (one: string) => {
      const { status, text } = await guesser.post(TRACKING, { code: one, secret: 'AAAAAAAA' });
      return { status, said: saysText(text.replaceAll(one, 'CODE')) };
    };
    expect(await look(unknown)).toEqual(await look(code));
    const answers = [];
    for (let n = 0; n < 25; n += 1) answers.push((await look(code)).status);
    expect(answers[0]).toBe(404);
    expect(answers.at(-1)).toBe(429);
    expect((await guesser.get(`${trackedPath(code)}?m=AAAAAAAA`)).status).toBe(429);
    guesser.close();
  });

  test('a code of a phone is guessed five times, then even the right one is too late', async () => {
    const guesser = newHttpVisitor(origin, '127.0.0.67');
    const phone = newPhone();
    const sent = await guesser.post(SIGN_IN, { phone });
    const c = new URL(sent.location ?? '', origin).searchParams.get('c') ?? '';
    const right = await phoneCode(origin, phone);
    for (let n = 1; n <= 5; n += 1) {
      const wrong = String((Number(right) + n) % 1_000_000).padStart(6, '0');
      expect((await guesser.post(SIGN_IN_CODE, { c, code: wrong })).status).toBeGreaterThanOrEqual(400);
    }
    const late = await guesser.post(SIGN_IN_CODE, { c, code: right });
    expect(late.status).toBeGreaterThanOrEqual(400);
    expect(guesser.cookies.has('baccau_c')).toBe(false);
    const asked = [];
    for (let n = 0; n < 6; n += 1) asked.push((await guesser.post(SIGN_IN, { phone })).status);
    expect(asked.at(-1)).toBe(429);
    guesser.close();
  });
});

test('a helper reaches nobody who has not agreed', async () => {
  const helper = await newStaff(origin, 'tinhnguyen');
  const phone = newPhone();
  const ask = new URLSearchParams({ phone, place: 'home', purposes: 'file', lang: 'vi' });
  const asked = await helper.post(HELP, ask);
  ask.set('c', hidden(asked.text, 'c'));
  ask.set('code', await phoneCode(origin, phone));
  const agreed = await helper.post(HELP_AGREE, ask);
  const session = agreed.location?.split('?')[0] ?? '';
  expect((await helper.get(session)).status).toBe(200);

  const theirs = filingPaths(session);
  const { unitId, dossierId } = own.dossier;
  for (const path of [
    theirs.review(own.draft),
    theirs.page(own.draft, PHOTO_PAGE),
    theirs.draftPaper(own.draft, own.paper),
    theirs.confirm(own.draft),
    theirs.dossier(unitId, dossierId),
  ]) {
    expect([path, [403, 404].includes((await helper.get(path)).status)]).toEqual([path, true]);
  }
  expect((await helper.get(sessionPath(newId()))).status).toBe(403);
  // The purpose "account" was not given, and the one-stop's work list is not a helper's.
  expect((await helper.get(`${session}/tai-khoan`)).status).toBe(403);
  expect((await helper.get(DOSSIERS)).status).toBe(403);

  const other = await newStaff(origin, 'tinhnguyen2');
  expect((await other.get(session)).status).toBe(403);
  expect((await helper.post(HELP_AGREE, ask)).status).toBeGreaterThanOrEqual(400);
  helper.close();
  other.close();
});
