import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DOSSIERS } from '../../../src/desk/dossiers/paths.ts';
import type { Photo } from './fill.ts';
import { seenOn } from './see.ts';
import { press, pressButton, pressLink } from './sign-in.ts';

/** From the work list to a dossier, by the box that finds by code. */
export async function openDossier(page: Page, code: string): Promise<void> {
  await page.goto(DOSSIERS);
  await page.getByRole('searchbox').fill(code);
  await press(page, page.getByRole('search').getByRole('button'));
  await press(page, page.getByRole('main').getByRole('link', { name: code }).first());
  expect(await seenOn(page)).toContain(code);
}

/** Ticks every line that has a fault, says what is wrong, and sends the one list. */
export async function askForSupplement(page: Page, faults: Readonly<Record<string, string>>): Promise<void> {
  await pressLink(page, 'Yêu cầu bổ sung');
  for (const [target, reason] of Object.entries(faults)) {
    await page.locator(`label[for="t-${target}"]`).click();
    await page.locator(`[name="r:${target}"]`).fill(reason);
  }
  await pressButton(page, 'Gửi yêu cầu bổ sung');
}

/** Receives, processes and finishes with a result. */
export async function bringToResult(page: Page, result: Photo, title: string): Promise<void> {
  await pressButton(page, 'Tiếp nhận hồ sơ');
  await pressButton(page, 'Bắt đầu xử lý');
  await page.getByLabel('Tên kết quả').fill(title);
  await page.getByLabel('Tệp kết quả').setInputFiles({ ...result });
  await pressButton(page, /Hoàn thành/);
}
