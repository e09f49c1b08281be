import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { filingPaths } from '../../src/portal/filings/paths.ts';
import { formText } from '../../src/ui/form/text.ts';
import { browserAs } from './support/as.ts';
import type { Visitor } from './support/http.ts';
import { EXTRACT, newCitizen, savePage, startDraft } from './support/http-acts.ts';
import { newPhone } from './support/phones.ts';
import { press, pressLink, typePhoneAndCode } from './support/sign-in.ts';

const paths = filingPaths('');
const words = formText('vi');
const PAGE = 'noi-dung';
const TYPED = 'Tôi xin 3 bản sao giấy khai sinh cho cháu để nhập học.';
const SLOW = { timeout: 40_000 };

const phone = newPhone();
let citizen: Visitor;
let opened: BrowserContext[] = [];

beforeAll(async () => {
  citizen = await newCitizen(inject('origin'), undefined, phone);
});

afterEach(async () => {
  for (const context of opened) await context.close();
  opened = [];
});

afterAll(() => citizen.close());

const box = (page: Page) => page.locator('[name="request"]');
const status = (page: Page) => page.locator('[data-draft-status]');

async function device(): Promise<{ context: BrowserContext; page: Page }> {
  const one = await browserAs(citizen);
  opened.push(one.context);
  return one;
}

/** A phone that shows the page of a new draft. */
async function typingOn(): Promise<{ context: BrowserContext; page: Page; address: string }> {
  const address = paths.page(await startDraft(citizen, EXTRACT), PAGE);
  const one = await device();
  await one.page.goto(address);
  return { ...one, address };
}

test('a reload or a closed tab before anything was sent loses nothing', async () => {
  const { page, context, address } = await typingOn();
  // The network is so slow that nothing typed arrives.
  await context.route('**/tu-luu', (route) => route.abort());
  await box(page).fill(TYPED);
  await expect.poll(() => status(page).textContent(), SLOW).toBe(words.savedHere);
  await page.reload();
  expect(await box(page).inputValue()).toBe(TYPED);
  await expect.poll(() => status(page).textContent(), SLOW).toBe(words.restored);
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  expect(await box(again).inputValue()).toBe(TYPED);
});

test('what is typed reaches the server by itself, and so the next device', async () => {
  const { page, address } = await typingOn();
  await box(page).fill(TYPED);
  await expect.poll(() => status(page).textContent(), SLOW).toBe(words.saved);
  const other = await device();
  await other.page.goto(address);
  expect(await box(other.page).inputValue()).toBe(TYPED);
});

test('what is typed without a network is kept, and sent when there is one again', async () => {
  const { page, context, address } = await typingOn();
  await context.setOffline(true);
  await box(page).fill(TYPED);
  await expect.poll(() => status(page).textContent(), SLOW).toBe(words.savedHere);
  await context.setOffline(false);
  await expect.poll(() => status(page).textContent(), SLOW).toBe(words.saved);
  expect((await citizen.get(address)).text).toContain(TYPED);
});

test('a session that ended in the middle of the form loses nothing', async () => {
  const { page, context, address } = await typingOn();
  await context.clearCookies();
  await box(page).fill(TYPED);
  await press(page, page.locator('form[data-page]').getByRole('button', { name: words.next }));
  await pressLink(page, 'Đăng nhập lại');
  await typePhoneAndCode(page, phone);
  expect(new URL(page.url()).pathname).toBe(address);
  expect(await box(page).inputValue()).toBe(TYPED);
});

test('signing in again leads back to the page where she was', async () => {
  const { page, context, address } = await typingOn();
  await context.clearCookies();
  await page.goto(address);
  await typePhoneAndCode(page, phone);
  expect(new URL(page.url()).pathname).toBe(address);
});

test('another device that changed the page meanwhile is told, not overwritten', async () => {
  const { page, context, address } = await typingOn();
  await context.route('**/tu-luu', (route) => route.abort());
  await box(page).fill(TYPED);
  await savePage(citizen, address.split('/').at(-2) ?? '', PAGE, { request: 'Ghi ở máy khác.' });
  await press(page, page.locator('form[data-page]').getByRole('button', { name: words.next }));
  expect(await page.getByRole('main').textContent()).toContain('Ghi ở máy khác.');
  expect(await box(page).inputValue()).toBe(TYPED);
});
