import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { STATES } from '../../src/modules/dossiers/model.ts';
import { DESKTOP, newVisitor } from './support/browser.ts';
import {
  type Filed,
  fillKhaiSinh,
  findAndStart,
  mend,
  readReceipt,
  receiptOf,
  submit,
  takeResult,
} from './support/citizen.ts';
import { baccau } from './support/cli.ts';
import { CHILD_NAME, MOTHER } from './support/khai-sinh.ts';
import { askForSupplement, bringToResult, openDossier } from './support/officer.ts';
import { newPhone } from './support/phones.ts';
import { photographed, scannedPdf } from './support/photo.ts';
import { seenOn } from './support/see.ts';
import { signInStaff } from './support/sign-in.ts';
import { pdfText } from './support/tools.ts';

const MENDED_NAME = `${CHILD_NAME} Mai`;

let citizen: { context: BrowserContext; page: Page };
let officer: { context: BrowserContext; page: Page };
let filed: Filed = { path: '', code: '' };
let tracking = '';

beforeAll(async () => {
  citizen = await newVisitor();
  officer = await newVisitor({ viewport: DESKTOP });
});

afterAll(async () => {
  await citizen.context.close();
  await officer.context.close();
});

/** What somebody sees who only holds the receipt. */
async function publicly(address: string): Promise<{ text: string; url: string }> {
  const { page, context } = await newVisitor();
  await page.goto(address);
  const found = { text: await seenOn(page), url: page.url() };
  await context.close();
  return found;
}

test('a new citizen finds the procedure in plain words and starts it', async () => {
  await findAndStart(citizen.page, newPhone());
});

test('she fills the form with the help of her card, adds a photo and submits', async () => {
  await fillKhaiSinh(citizen.page);
  filed = await submit(citizen.page);
});

test('the receipt is form 01 with her name, and its QR leads to the public tracking', async () => {
  tracking = await readReceipt(await receiptOf(citizen.page), filed, MOTHER.name);
  const { text, url } = await publicly(tracking);
  expect(text).toContain(filed.code);
  expect(text).toContain(STATES[1]);
  expect(text).not.toContain(MOTHER.name);
  expect(url).not.toContain('m=');
});

test('an officer returns it once, with one complete list', async () => {
  const { page } = officer;
  await signInStaff(page, 'canbo');
  await openDossier(page, filed.code);
  expect(await seenOn(page)).toContain(CHILD_NAME);
  await askForSupplement(page, {
    'field:child-name': 'Giấy chứng sinh ghi thêm chữ “Mai”. Mời ghi đúng như trong giấy.',
    'paper:giay-chung-sinh': 'Ảnh bị mờ. Mời chụp lại ở nơi sáng, thấy rõ chữ.',
  });
  expect(await seenOn(page)).toContain(STATES[5]);
});

test('she sees one checklist, mends both and sends it once', async () => {
  await mend(citizen.page, filed, MENDED_NAME, await photographed('GIẤY CHỨNG SINH CHỤP RÕ'));
});

test('the officer receives, processes and finishes it with a result', async () => {
  const { page } = officer;
  await openDossier(page, filed.code);
  expect(await seenOn(page)).toContain(MENDED_NAME);
  await bringToResult(page, await scannedPdf('GIAY KHAI SINH - BAN MAU'), 'Giấy khai sinh (bản mẫu)');
  expect(await seenOn(page)).toContain(STATES[9]);
});

test('she downloads the result, confirms, and the public tracking says so', async () => {
  expect(await pdfText(await takeResult(citizen.page, filed))).toContain('GIAY KHAI SINH - BAN MAU');
  expect((await publicly(tracking)).text).toContain(STATES[10]);
});

test('the chain of acts holds and the books agree, beside the running program', async () => {
  const verified = await baccau(inject('dataDir'), 'audit', 'verify');
  expect(verified, verified.stdout + verified.stderr).toMatchObject({ code: 0 });
  const examined = await baccau(inject('dataDir'), 'doctor');
  expect(examined, examined.stdout + examined.stderr).toMatchObject({ code: 0 });
});
