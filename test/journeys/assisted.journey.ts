import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { DEMO_STAFF } from '../../src/cli/demo/people.ts';
import { FIGURES } from '../../src/desk/figures/paths.ts';
import { handOverText } from '../../src/desk/help/hand-over-text.ts';
import { HELP, HELP_AGREE } from '../../src/desk/help/paths.ts';
import { helpText } from '../../src/desk/help/text.ts';
import { ACCOUNT } from '../../src/portal/account/paths.ts';
import { filingText } from '../../src/portal/filings/text.ts';
import { HELPERS } from '../../src/portal/helpers/paths.ts';
import { helpersText } from '../../src/portal/helpers/text.ts';
import { DESKTOP, expectNoSidewaysScroll, newVisitor } from './support/browser.ts';
import { readFiled, readReceipt, receiptOf } from './support/citizen.ts';
import { fillPages } from './support/fill.ts';
import { KHAI_SINH, MOTHER, postedFamily } from './support/khai-sinh.ts';
import { phoneCode } from './support/mailbox.ts';
import { newPhone } from './support/phones.ts';
import { photographed } from './support/photo.ts';
import { seen, seenOn } from './support/see.ts';
import { press, pressButton, pressLink, signInCitizen, signInStaff, tick } from './support/sign-in.ts';

const words = handOverText('vi');
const HELPER = DEMO_STAFF.find(({ login }) => login === 'hotro')?.name ?? '';
const phone = newPhone();
const code = () => phoneCode(inject('origin'), phone);

let helper: { context: BrowserContext; page: Page };
let citizen: { context: BrowserContext; page: Page };
let session = '';
let turnsBefore = 0;

beforeAll(async () => {
  // A tablet between the two of them.
  helper = await newVisitor({ viewport: { width: 820, height: 1180 } });
  citizen = await newVisitor();
  turnsBefore = await countTurns();
});

afterAll(async () => {
  await helper.context.close();
  await citizen.context.close();
});

/** Turns of this month, as the leader's page of figures says. */
async function countTurns(): Promise<number> {
  const { page, context } = await newVisitor({ viewport: DESKTOP });
  await signInStaff(page, 'lanhdao');
  await page.goto(FIGURES);
  const shown = page.locator('dl div', { has: page.locator('dt', { hasText: 'Lượt hỗ trợ' }) }).locator('dd');
  const count = Number((await seen(shown)).replace(/\D/g, ''));
  await context.close();
  return count;
}

async function enter(page: Page, typed: string, button: string): Promise<void> {
  await page.getByLabel(words.codeLabel).fill(typed);
  await pressButton(page, button);
}

const another = (right: string): string => `${right.slice(0, 5)}${(Number(right[5]) + 1) % 10}`;

test('the helper asks, and the citizen agrees with a code typed on the screen that is hers', async () => {
  const { page } = helper;
  await signInStaff(page, 'hotro');
  await page.goto(HELP);
  await page.getByLabel(helpText.phone).fill(phone);
  await tick(page, 'place', 'one-stop');
  for (const purpose of ['account', 'file', 'follow']) await tick(page, 'purposes', purpose);
  await pressButton(page, helpText.send);
  expect(await seenOn(page)).toContain(words.toCitizen);
  await expectNoSidewaysScroll(page);

  const right = await code();
  await enter(page, another(right), words.agree);
  expect(new URL(page.url()).pathname).toBe(HELP_AGREE);
  await enter(page, right, words.agree);
  session = new URL(page.url()).pathname;
  expect(session).toMatch(/^\/desk\/ho-tro\/[0-9a-f-]{36}$/);
});

test('the helper fills the form; a draft that changed after the code was sent is not submitted', async () => {
  const { page, context } = helper;
  await page.getByRole('searchbox').fill('khai sinh');
  await press(page, page.getByRole('search').getByRole('button'));
  const row = page.locator('li', { has: page.locator(`input[name="code"][value="${KHAI_SINH}"]`) });
  await press(page, row.getByRole('button'));
  const files = { 'file-birth-notification': await photographed('GIẤY CHỨNG SINH') };
  await fillPages(page, { posted: postedFamily(), files });
  await pressButton(page, filingText('vi').confirmNext);
  const confirm = page.url();
  await pressButton(page, /Gửi mã/);
  expect(await seenOn(page)).toContain(MOTHER.name);

  const second = await context.newPage();
  await second.goto(confirm.replace('/xac-nhan', '/ten-be'));
  await second.locator('[name="child-name"]').fill('Trần Nguyễn Ánh Sao');
  await press(second, second.locator('form[data-page]').getByRole('button').last());
  await second.close();
  await enter(page, await code(), words.submit);
  expect(page.url()).toContain('/xac-nhan');
  expect(await seenOn(page)).toContain('Chưa nộp được');
});

test('the citizen confirms this very content with a second code', async () => {
  const { page } = helper;
  await pressButton(page, /Gửi mã/);
  const right = await code();
  await enter(page, another(right), words.submit);
  expect(page.url()).toContain('/xac-nhan');
  await enter(page, right, words.submit);
  const filed = await readFiled(page);
  expect(await seenOn(page)).toContain(HELPER);
  await readReceipt(await receiptOf(page), filed, HELPER);
});

test('finishing records the turn, and the figures count it', async () => {
  const { page } = helper;
  await page.goto(session);
  await pressLink(page, /Kết thúc/);
  await pressButton(page, 'Lưu và kết thúc');
  expect(await seenOn(page)).toContain(helpText.done.luot);
  expect(await countTurns()).toBe(turnsBefore + 1);
});

test('an address of the session is worth nothing afterwards', async () => {
  const { page } = helper;
  const again = await page.goto(session);
  expect(again?.status()).toBe(403);
  expect(await seenOn(page)).toContain('đã kết thúc');
});

test('the citizen sees on her own phone who did what for her', async () => {
  const { page } = citizen;
  await signInCitizen(page, phone);
  await page.goto(ACCOUNT);
  expect(await seenOn(page)).toContain(HELPER);
  await page.goto(HELPERS);
  const said = await seenOn(page);
  const did = helpersText('vi').did;
  for (const line of [did['session-started'], did['account-opened'], did['dossier-submitted']])
    expect(said).toContain(line);
  await expectNoSidewaysScroll(page);
});

test('a consent that is withdrawn stops the helper at once', async () => {
  const { page } = helper;
  await page.goto(HELP);
  await page.getByLabel(helpText.phone).fill(phone);
  await tick(page, 'place', 'home');
  await tick(page, 'purposes', 'file');
  await pressButton(page, helpText.send);
  await enter(page, await code(), words.agree);
  const opened = page.url();

  await citizen.page.goto(HELPERS);
  await press(citizen.page, citizen.page.getByRole('button', { name: helpersText('vi').revoke }));
  expect(await seenOn(citizen.page)).toContain(helpersText('vi').revoked);

  expect((await page.goto(opened))?.status()).toBe(403);
  expect((await page.goto(`${opened.split('?')[0]}/tim-thu-tuc`))?.status()).toBe(403);
});
