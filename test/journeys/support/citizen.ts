import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { STATES } from '../../../src/modules/dossiers/model.ts';
import { dossierText } from '../../../src/portal/filings/dossier-text.ts';
import { FILINGS } from '../../../src/portal/filings/paths.ts';
import { homeText } from '../../../src/portal/home/text.ts';
import { pageText } from '../../../src/portal/procedures/page-text.ts';
import { formText } from '../../../src/ui/form/text.ts';
import { expectNoSidewaysScroll } from './browser.ts';
import { fillPages, type Photo } from './fill.ts';
import { CHILD_NAME, FROM_CARD, KHAI_SINH, MOTHER, MOTHER_CARD, postedFamily } from './khai-sinh.ts';
import { photographed } from './photo.ts';
import { h1, seen, seenOn } from './see.ts';
import { type CodeOf, press, pressButton, pressLink, typePhoneAndCode } from './sign-in.ts';
import { pdfQrCodes, pdfText } from './tools.ts';

const words = dossierText('vi');

/** From the question on the home page to the first page of the form; signs in on the way. */
export async function findAndStart(page: Page, phone: string, codeOf?: CodeOf): Promise<void> {
  await page.goto('/');
  expect(await h1(page)).toBe('Bạn cần làm gì?');
  await page.getByRole('searchbox').fill('lam giay khai sinh cho con');
  await pressButton(page, homeText('vi').button);
  await press(page, page.locator(`main a[href$="${KHAI_SINH}"]`).first());
  expect((await h1(page)).toLowerCase()).toContain('khai sinh');
  await pressLink(page, pageText('vi').action.here.signIn);
  await typePhoneAndCode(page, phone, codeOf);
  expect(page.url()).toContain(KHAI_SINH);
  await pressButton(page, pageText('vi').action.here.start);
  expect(page.url()).toContain(`${FILINGS}/nhap/`);
}

/** Pastes what the card's QR code says; the boxes of the page hold it afterwards. */
export async function fillFromCard(page: Page): Promise<void> {
  const form = formText('vi');
  await page.getByText(form.scanTitle).click();
  await page.getByLabel(form.scanLabel).fill(MOTHER_CARD);
  await pressButton(page, form.scanFill);
  expect(await page.locator('[name="requester-name"]').inputValue()).toBe(MOTHER.name);
  expect(await page.locator('[name="requester-dob-year"]').inputValue()).toBe('1998');
  expect(await page.locator('[name="requester-citizen-no"]').inputValue()).toBe(MOTHER.citizenNo);
}

/** The whole form, from the card to the review. */
export async function fillKhaiSinh(page: Page): Promise<void> {
  await fillFromCard(page);
  const posted = Object.fromEntries(
    Object.entries(postedFamily()).filter(([name]) => !FROM_CARD.some((key) => name.startsWith(key))),
  );
  const files = { 'file-birth-notification': await photographed('GIẤY CHỨNG SINH') };
  const walked = await fillPages(page, { posted, files, onPage: () => expectNoSidewaysScroll(page) });
  expect(walked.length).toBeGreaterThan(20);
  expect(await h1(page)).toBe(formText('vi').reviewTitle);
  const review = await seenOn(page);
  for (const said of [MOTHER.name, CHILD_NAME, 'Bệnh viện Mẫu']) expect(review).toContain(said);
}

export interface Filed {
  readonly path: string;
  readonly code: string;
}

/** What the page right after a submission says. */
export async function readFiled(page: Page): Promise<Filed> {
  const code = (await seen(page.locator('dd.code').first())).trim();
  expect(code).toMatch(/^[A-Z]\d\d\.25\.771-\d{6}-\d{4}$/);
  return { path: new URL(page.url()).pathname, code };
}

export async function submit(page: Page): Promise<Filed> {
  await pressButton(page, formText('vi').submit);
  expect(await h1(page)).toBe(words.submittedTitle);
  return readFiled(page);
}

export const receiptOf = async (page: Page): Promise<Buffer> => {
  const href = await page.getByRole('link', { name: words.receipt }).getAttribute('href');
  return (await page.context().request.get(href ?? '')).body();
};

/** Form 01 with the names in it. @returns the address in its QR code */
export async function readReceipt(pdf: Buffer, { code }: Filed, ...said: string[]): Promise<string> {
  const printed = (await pdfText(pdf)).replace(/\s+/g, ' ');
  for (const text of ['GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', code, ...said]) expect(printed).toContain(text);
  const [address = ''] = await pdfQrCodes(pdf);
  expect(address).toContain(`${inject('origin')}/tra-cuu/${code}`);
  return address;
}

/** One checklist with two things: a press too early says what is missing, then both are mended and sent once. */
export async function mend(page: Page, { path }: Filed, childName: string, photo: Photo): Promise<void> {
  await page.goto(FILINGS);
  await press(page, page.locator(`a[href="${path}"]`));
  expect(await seenOn(page)).toContain(STATES[5]);
  expect(await page.locator('section.defects li').count()).toBe(2);
  await press(page, page.getByRole('link', { name: words.mend, exact: true }));
  await expectNoSidewaysScroll(page);
  await pressButton(page, words.mendSend);
  expect(await seenOn(page)).toContain(words.mendUnchanged);
  await page.locator('[name="child-name"]').fill(childName);
  await page.locator('[name="file-birth-notification"]').setInputFiles({ ...photo });
  await pressButton(page, words.mendSend);
  expect(new URL(page.url()).pathname).toBe(path);
  expect(await seenOn(page)).toContain(words.mendSent);
}

/** Downloads the result and says that it has arrived. */
export async function takeResult(page: Page, { path }: Filed): Promise<Buffer> {
  await page.goto(path);
  const main = page.getByRole('main');
  expect(await seen(main)).toContain(STATES[9]);
  const link = main.getByRole('link', { name: new RegExp(words.download) }).first();
  const result = await (await page.context().request.get((await link.getAttribute('href')) ?? '')).body();
  await pressButton(page, words.received);
  expect(await seen(main)).toContain(STATES[10]);
  return result;
}
