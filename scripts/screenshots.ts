/**
 * The README's pictures: starts the program on a folder of its own, does what its people do, and writes
 * `docs/screenshots/*.png`. Everyone in them is invented.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { dossierPath } from '../src/desk/dossiers/paths.ts';
import { FIGURES } from '../src/desk/figures/paths.ts';
import { HELP } from '../src/desk/help/paths.ts';
import { fromRoot } from '../src/platform/paths.ts';
import { filingPaths } from '../src/portal/filings/paths.ts';
import { procedurePath, searchPath } from '../src/portal/procedures/paths.ts';
import { launchChromium } from '../test/journeys/support/chromium.ts';
import type { Visitor } from '../test/journeys/support/http.ts';
import { newCitizen, newStaff, readyKhaiSinh, startDraft, submitDraft } from '../test/journeys/support/http-acts.ts';
import { KHAI_SINH, MOTHER_CARD } from '../test/journeys/support/khai-sinh.ts';
import { newPhone } from '../test/journeys/support/phones.ts';
import { newDataDir, removeDataDir, startProgram } from '../test/journeys/support/program.ts';

const FOLDER = fromRoot('docs', 'screenshots');
const MOST_BYTES = 150 * 1024;

const PHONE = { width: 360, height: 800, scale: 2 };
const TABLET = { width: 700, height: 960, scale: 1 };
const COMPUTER = { width: 1280, height: 800, scale: 1 };

interface Shot {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number; readonly scale: number };
  readonly who?: Visitor;
  readonly path: string;
  readonly act?: (page: Page) => Promise<unknown>;
}

async function take(browser: Browser, origin: string, { name, size, who, path, act }: Shot): Promise<void> {
  const { width, height, scale } = size;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const cookies = [...(who?.cookies ?? [])].map(([key, value]) => ({ name: key, value, url: origin }));
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(path);
  await act?.(page);
  await page.evaluate(() => document.fonts.ready);
  const picture = await sharp(await page.screenshot())
    .png({ palette: true, quality: 90, effort: 10 })
    .toBuffer();
  if (picture.length > MOST_BYTES) throw new Error(`${name}.png has ${picture.length} bytes`);
  await writeFile(join(FOLDER, `${name}.png`), picture);
  process.stderr.write(`${name}.png ${Math.round(picture.length / 1024)} KB\n`);
  await context.close();
}

async function next(page: Page, press: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), press()]);
}

async function fromCard(page: Page): Promise<void> {
  await page.locator('details.scan summary').click();
  await page.locator('[name="cardQr"]').fill(MOTHER_CARD);
  await next(page, () => page.locator('form[data-card-qr] button').last().click());
  await headingOnTop(page);
}

const headingOnTop = (page: Page) => page.locator('h1').evaluate((heading) => heading.scrollIntoView());

async function askConsent(page: Page): Promise<void> {
  await page.locator('[name="phone"]').fill(newPhone());
  for (const value of ['home', 'account', 'file'])
    await page.locator(`label[for="${await idOf(page, value)}"]`).click();
  await next(page, () => page.locator('main form button').last().click());
}

const idOf = (page: Page, value: string) => page.locator(`input[value="${value}"]`).getAttribute('id');

async function shots(origin: string): Promise<Shot[]> {
  const citizen = await newCitizen(origin);
  const officer = await newStaff(origin, 'canbo');
  const helper = await newStaff(origin, 'hotro');
  const paths = filingPaths('');
  const draft = await startDraft(citizen, KHAI_SINH);
  const { unitId, dossierId } = await submitDraft(citizen, await readyKhaiSinh(citizen));
  return [
    { name: 'home', size: PHONE, path: '/' },
    { name: 'search', size: PHONE, path: searchPath('lam giay khai sinh cho con') },
    { name: 'procedure', size: PHONE, who: citizen, path: procedurePath(KHAI_SINH) },
    { name: 'form', size: PHONE, who: citizen, path: paths.page(draft, 'ban-la-ai'), act: fromCard },
    {
      name: 'receipt',
      size: PHONE,
      who: citizen,
      path: `${paths.dossier(unitId, dossierId)}?moi=1`,
      act: headingOnTop,
    },
    { name: 'hand-over', size: TABLET, who: helper, path: HELP, act: askConsent },
    { name: 'dossier', size: COMPUTER, who: officer, path: dossierPath(dossierId) },
    { name: 'figures', size: COMPUTER, who: officer, path: FIGURES },
  ];
}

const dataDir = await newDataDir();
const program = await startProgram(dataDir);
const browser = await launchChromium();
try {
  await mkdir(FOLDER, { recursive: true });
  for (const shot of await shots(program.origin)) await take(browser, program.origin, shot);
} finally {
  await browser.close();
  await program.stop();
  await removeDataDir(dataDir);
}
