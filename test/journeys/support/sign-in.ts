import type { Locator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { DEMO_PASSWORD } from '../../../src/cli/demo/people.ts';
import { DESK_SIGN_IN } from '../../../src/desk/sign-in/paths.ts';
import { deskSignInText } from '../../../src/desk/sign-in/text.ts';
import { SIGN_IN } from '../../../src/portal/sign-in/paths.ts';
import { signInText } from '../../../src/portal/sign-in/text.ts';
import { phoneCode, staffCode } from './mailbox.ts';

/** Presses something that leads to another page (or the same one again, with errors) and waits for it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), target.click()]);
}

export const pressButton = (page: Page, name: string | RegExp): Promise<void> =>
  press(page, page.getByRole('button', { name }));

export const pressLink = (page: Page, name: string | RegExp): Promise<void> =>
  press(page, page.getByRole('link', { name }));

/** Where the code that was sent to a phone is read: the trial's mailbox, or a test's own gateway. */
export type CodeOf = (phone: string) => Promise<string>;
const inMailbox: CodeOf = (phone) => phoneCode(inject('origin'), phone);

/** From the phone page to wherever the sign-in was asked from. */
export async function typePhoneAndCode(page: Page, phone: string, codeOf = inMailbox): Promise<void> {
  const words = signInText('vi');
  await page.getByLabel(words.phone.label).fill(phone);
  await pressButton(page, words.phone.send);
  await page.getByLabel(words.code.label).fill(await codeOf(phone));
  await pressButton(page, words.code.enter);
}

export async function signInCitizen(page: Page, phone: string): Promise<void> {
  await page.goto(SIGN_IN);
  await typePhoneAndCode(page, phone);
}

export async function signInStaff(page: Page, login: string): Promise<void> {
  const words = deskSignInText('vi');
  await page.goto(DESK_SIGN_IN);
  await page.getByLabel(words.login).fill(login);
  await page.getByLabel(words.password).fill(DEMO_PASSWORD);
  await page.getByLabel(words.totp).fill(await staffCode(inject('origin'), login));
  await pressButton(page, words.enter);
  expect(new URL(page.url()).pathname).toBe('/desk');
}

/** Ticks a choice as a finger does: on its row. */
export async function tick(page: Page, name: string, value: string): Promise<void> {
  const id = await page.locator(`input[name="${name}"][value="${value}"]`).getAttribute('id');
  await page.locator(`label[for="${id}"]`).click();
}
