import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { STATES } from '../../src/modules/dossiers/model.ts';
import { dossierText } from '../../src/portal/filings/dossier-text.ts';
import { FILINGS } from '../../src/portal/filings/paths.ts';
import { homeText } from '../../src/portal/home/text.ts';
import { pageText } from '../../src/portal/procedures/page-text.ts';
import { formText } from '../../src/ui/form/text.ts';
import { DESKTOP, expectNoSidewaysScroll, newVisitor } from './support/browser.ts';
import { baccau } from './support/cli.ts';
import { fillPages } from './support/fill.ts';
import { CHILD_NAME, FROM_CARD, KHAI_SINH, MOTHER, MOTHER_CARD, postedFamily } from './support/khai-sinh.ts';
import { askForSupplement, bringToResult, openDossier } from './support/officer.ts';
import { photographed, scannedPdf } from './support/photo.ts';
import { h1, seen, seenOn } from './support/see.ts';
import { newPhone, press, pressButton, pressLink, signInStaff, typePhoneAndCode } from './support/sign-in.ts';
import { pdfQrCodes, pdfText } from './support/tools.ts';

const MENDED_NAME = 'Trần Nguyễn Ánh Dương Mai';
const words = dossierText('vi');

let citizen: { context: BrowserContext; page: Page };
let officer: { context: BrowserContext; page: Page };
const dossier = { path: '', code: '', tracking: '' };

beforeAll(async () => {
  citizen = await newVisitor();
  officer = await newVisitor({ viewport: DESKTOP });
});

afterAll(async () => {
  await citizen.context.close();
  await officer.context.close();
});

test('a new citizen finds the procedure in plain words and starts it', async () => {
  const { page } = citizen;
  await page.goto('/');
  expect(await h1(page)).toBe('Bạn cần làm gì?');
  await page.getByRole('searchbox').fill('lam giay khai sinh cho con');
  await pressButton(page, homeText('vi').button);
  await press(page, page.locator(`main a[href$="${KHAI_SINH}"]`).first());
  expect((await h1(page)).toLowerCase()).toContain('khai sinh');
  await pressLink(page, pageText('vi').action.here.signIn);
  await typePhoneAndCode(page, newPhone());
  expect(page.url()).toContain(KHAI_SINH);
  await pressButton(page, pageText('vi').action.here.start);
  expect(page.url()).toContain(`${FILINGS}/nhap/`);
});

test('she fills the form with the help of her card, adds a photo and submits', async () => {
  const { page } = citizen;
  const form = formText('vi');
  await page.getByText(form.scanTitle).click();
  await page.getByLabel(form.scanLabel).fill(MOTHER_CARD);
  await pressButton(page, form.scanFill);
  expect(await page.locator('[name="requester-name"]').inputValue()).toBe(MOTHER.name);
  expect(await page.locator('[name="requester-dob-year"]').inputValue()).toBe('1998');
  expect(await page.locator('[name="requester-citizen-no"]').inputValue()).toBe(MOTHER.citizenNo);

  const posted = Object.fromEntries(
    Object.entries(postedFamily()).filter(([name]) => !FROM_CARD.some((key) => name.startsWith(key))),
  );
  const files = { 'file-birth-notification': await photographed('GIẤY CHỨNG SINH') };
  const walked = await fillPages(page, { posted, files, onPage: () => expectNoSidewaysScroll(page) });
  expect(walked.length).toBeGreaterThan(20);

  expect(await h1(page)).toBe(form.reviewTitle);
  const review = await seenOn(page);
  for (const said of [MOTHER.name, CHILD_NAME, 'Bệnh viện Mẫu']) expect(review).toContain(said);
  await pressButton(page, form.submit);
  expect(await h1(page)).toBe(words.submittedTitle);
  dossier.path = new URL(page.url()).pathname;
  dossier.code = (await seen(page.locator('dd.code').first())).trim();
  expect(dossier.code).toMatch(/^[A-Z]\d\d\.25\.771-\d{6}-\d{4}$/);
});

test('the receipt is form 01 with her names, and its QR leads to the public tracking', async () => {
  const { page, context } = citizen;
  const href = await page.getByRole('link', { name: words.receipt }).getAttribute('href');
  const pdf = await (await context.request.get(href ?? '')).body();
  const printed = (await pdfText(pdf)).replace(/\s+/g, ' ');
  expect(printed).toContain('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
  expect(printed).toContain(MOTHER.name);
  expect(printed).toContain(dossier.code);
  const [address = ''] = await pdfQrCodes(pdf);
  expect(address).toContain(`${inject('origin')}/tra-cuu/${dossier.code}`);
  dossier.tracking = address;

  const stranger = await newVisitor();
  await stranger.page.goto(address);
  const seen = await seenOn(stranger.page);
  expect(seen).toContain(dossier.code);
  expect(seen).toContain(STATES[1]);
  expect(seen).not.toContain(MOTHER.name);
  expect(stranger.page.url()).not.toContain('m=');
  await stranger.context.close();
});

test('an officer returns it once, with one complete list', async () => {
  const { page } = officer;
  await signInStaff(page, 'canbo');
  await openDossier(page, dossier.code);
  expect(await seenOn(page)).toContain(CHILD_NAME);
  await askForSupplement(page, {
    'field:child-name': 'Giấy chứng sinh ghi thêm chữ “Mai”. Mời ghi đúng như trong giấy.',
    'paper:giay-chung-sinh': 'Ảnh bị mờ. Mời chụp lại ở nơi sáng, thấy rõ chữ.',
  });
  expect(await seenOn(page)).toContain(STATES[5]);
});

test('she sees one checklist, mends both and sends it once', async () => {
  const { page } = citizen;
  await page.goto(FILINGS);
  await press(page, page.locator(`a[href="${dossier.path}"]`));
  expect(await seenOn(page)).toContain(STATES[5]);
  const defects = page.locator('section.defects li');
  expect(await defects.count()).toBe(2);
  await page.goto(dossier.path);
  await press(page, page.getByRole('link', { name: words.mend, exact: true }));
  await expectNoSidewaysScroll(page);

  await pressButton(page, words.mendSend);
  expect(await seenOn(page)).toContain(words.mendUnchanged);
  await page.locator('[name="child-name"]').fill(MENDED_NAME);
  await page
    .locator('[name="file-birth-notification"]')
    .setInputFiles({ ...(await photographed('GIẤY CHỨNG SINH RÕ')) });
  await pressButton(page, words.mendSend);
  expect(new URL(page.url()).pathname).toBe(dossier.path);
  expect(await seenOn(page)).toContain(words.mendSent);
});

test('the officer receives, processes and finishes it with a result', async () => {
  const { page } = officer;
  await openDossier(page, dossier.code);
  const before = await seenOn(page);
  expect(before).toContain(MENDED_NAME);
  await bringToResult(page, await scannedPdf('GIAY KHAI SINH - BAN MAU'), 'Giấy khai sinh (bản mẫu)');
  expect(await seenOn(page)).toContain(STATES[9]);
});

test('she downloads the result, confirms, and the public tracking says so', async () => {
  const { page, context } = citizen;
  await page.goto(dossier.path);
  const main = page.getByRole('main');
  expect(await seen(main)).toContain(STATES[9]);
  const href = await main
    .getByRole('link', { name: new RegExp(words.download) })
    .first()
    .getAttribute('href');
  const result = await (await context.request.get(href ?? '')).body();
  expect(await pdfText(result)).toContain('GIAY KHAI SINH - BAN MAU');
  await pressButton(page, words.received);
  expect(await seen(main)).toContain(STATES[10]);

  const stranger = await newVisitor();
  await stranger.page.goto(dossier.tracking);
  expect(await seenOn(stranger.page)).toContain(STATES[10]);
  await stranger.context.close();
});

test('the chain of acts holds and the books agree, beside the running program', async () => {
  const verified = await baccau(inject('dataDir'), 'audit', 'verify');
  expect(verified).toMatchObject({ code: 0 });
  const examined = await baccau(inject('dataDir'), 'doctor');
  expect(examined, examined.stdout).toMatchObject({ code: 0 });
});
