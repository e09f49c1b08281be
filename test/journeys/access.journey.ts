import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { actPath, DOSSIERS, dossierPath, filledFormPath } from '../../src/desk/dossiers/paths.ts';
import { FIGURES } from '../../src/desk/figures/paths.ts';
import { HELP, HELP_AGREE, profilePath, QUICK_TURN, searchPath } from '../../src/desk/help/paths.ts';
import { helpText } from '../../src/desk/help/text.ts';
import { DESK_HOME, DESK_SIGN_IN } from '../../src/desk/sign-in/paths.ts';
import { ACCOUNT, ACCOUNT_EDIT } from '../../src/portal/account/paths.ts';
import { DEMO_MAILBOX } from '../../src/portal/demo-mailbox/paths.ts';
import { FILINGS, filingPaths, TRACKING } from '../../src/portal/filings/paths.ts';
import { HELPERS } from '../../src/portal/helpers/paths.ts';
import { homeText } from '../../src/portal/home/text.ts';
import { PROCEDURES, procedurePath, searchPath as searchProcedures } from '../../src/portal/procedures/paths.ts';
import { SIGN_IN } from '../../src/portal/sign-in/paths.ts';
import { signInText } from '../../src/portal/sign-in/text.ts';
import { uiText } from '../../src/ui/text.ts';
import { browserAs } from './support/as.ts';
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, newVisitor, PHONE } from './support/browser.ts';
import { hidden, type Visitor } from './support/http.ts';
import {
  newCitizen,
  newStaff,
  readyDraft,
  type Submitted,
  savePage,
  startDraft,
  submitDraft,
} from './support/http-acts.ts';
import { FAMILY, KHAI_SINH, postedFamily } from './support/khai-sinh.ts';
import { phoneCode } from './support/mailbox.ts';
import { newPhone } from './support/phones.ts';
import { h1 } from './support/see.ts';
import { press, pressButton, pressLink, tick } from './support/sign-in.ts';

const origin = inject('origin');
const mine = filingPaths('');
const NARROW = { width: 320, height: 640 };
const TABLET = { width: 820, height: 1180 };
const SMALL_LAPTOP = { width: 1024, height: 768 };

let citizen: Visitor;
let officer: Visitor;
let helper: Visitor;
let draft = '';
let dossier: Submitted;
let session = '';

beforeAll(async () => {
  [citizen, officer, helper] = await Promise.all([
    newCitizen(origin),
    newStaff(origin, 'canbo'),
    newStaff(origin, 'hotro2'),
  ]);
  dossier = await submitDraft(citizen, await readyDraft(citizen));
  const list = new URLSearchParams({ version: '1', note: '' });
  for (const target of ['field:request', 'field:requester-name']) {
    list.append('t', target);
    list.append(`r:${target}`, 'Mời ghi rõ số bản sao cần xin.');
  }
  await officer.post(actPath(dossier.dossierId, 'request-supplement'), list);
  draft = await startDraft(citizen, KHAI_SINH);
  const {
    'child-case': childCase = '',
    'birth-proof': proof = '',
    'birth-place-kind': place = '',
  } = FAMILY as Record<string, string>;
  await savePage(citizen, draft, 'hoan-canh', { 'child-case': childCase });
  await savePage(citizen, draft, 'bang-chung-sinh', { 'birth-proof': proof });
  await savePage(citizen, draft, 'sinh-o-dau', { 'birth-place-kind': place });
  await savePage(citizen, draft, 'ban-sao', { 'want-copies': postedFamily()['want-copies'] ?? '' });
  session = await startSession();
});

afterAll(() => {
  for (const visitor of [citizen, officer, helper]) visitor.close();
});

async function startSession(): Promise<string> {
  const phone = newPhone();
  const ask = new URLSearchParams({ phone, place: 'home', lang: 'vi' });
  for (const purpose of ['account', 'file', 'follow']) ask.append('purposes', purpose);
  ask.set('c', hidden((await helper.post(HELP, ask)).text, 'c'));
  ask.set('code', await phoneCode(origin, phone));
  return (await helper.post(HELP_AGREE, ask)).location?.split('?')[0] ?? '';
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Opens each page once and looks at it in every size; says everything that is wrong, not the first thing. */
async function check(
  page: Page,
  paths: readonly string[],
  axeAt: readonly Size[],
  fits: readonly Size[],
): Promise<void> {
  const said: string[] = [];
  const heard = (work: Promise<void>) => work.catch((error: Error) => said.push(error.message));
  for (const path of paths) {
    await page.goto(path);
    await checkHere(page, axeAt, fits, heard);
  }
  expect(said).toEqual([]);
}

async function checkHere(
  page: Page,
  axeAt: readonly Size[],
  fits: readonly Size[],
  heard: (work: Promise<void>) => Promise<unknown> = (work) => work,
): Promise<void> {
  for (const size of [...axeAt, ...fits]) {
    await page.setViewportSize(size);
    await heard(expectNoSidewaysScroll(page));
    if (axeAt.includes(size)) await heard(expectAccessible(page));
  }
}

const open = (): string[] => [
  '/',
  PROCEDURES,
  searchProcedures('khai sinh'),
  searchProcedures('xyzw khong co'),
  procedurePath(KHAI_SINH),
  procedurePath('1.004222'),
  procedurePath('9.999999'),
  SIGN_IN,
  TRACKING,
  DEMO_MAILBOX,
  DESK_SIGN_IN,
  '/khong-co-trang-nay',
];

/** One page of each kind of box: text and date, place, choice, list, file, number, statement; then one that is wrong. */
const own = (): string[] => [
  ...[
    'ban-la-ai',
    'noi-cu-tru',
    'giay-tuy-than',
    'dan-toc-quoc-tich-be',
    'giay-chung-sinh',
    'so-ban-sao',
    'cam-doan',
  ].map((page) => mine.page(draft, page)),
  `${mine.page(draft, 'ban-la-ai')}?ve=xem-lai`,
  mine.review(draft),
  mine.printedDraft(draft),
  mine.remove(draft),
  FILINGS,
  mine.dossier(dossier.unitId, dossier.dossierId),
  `${mine.dossier(dossier.unitId, dossier.dossierId)}?moi=1`,
  mine.supplement(dossier.unitId, dossier.dossierId),
  mine.printedDossier(dossier.unitId, dossier.dossierId),
  ACCOUNT,
  ACCOUNT_EDIT,
  HELPERS,
];

const PORTAL = [[PHONE, DESKTOP], [NARROW]] as const;
const DESK = [[DESKTOP], [SMALL_LAPTOP, TABLET, PHONE]] as const;

test('every page that is open to all is accessible, and fits a phone, a small phone and a computer', async () => {
  const { page, context } = await newVisitor();
  const words = signInText('vi').phone;
  await check(page, open(), ...PORTAL);
  await page.goto(SIGN_IN);
  for (const phone of ['12', newPhone()]) {
    // First the page with its error, then the one that asks for the code.
    await page.getByLabel(words.label).fill(phone);
    await pressButton(page, words.send);
    await checkHere(page, ...PORTAL);
  }
  await context.close();
});

test("every page of one's own is, too", async () => {
  const { page, context } = await browserAs(citizen);
  await check(page, own(), ...PORTAL);
  await context.close();
});

test("an officer's pages are, on a computer and on a tablet", async () => {
  const { page, context } = await browserAs(officer, { viewport: DESKTOP });
  const { dossierId } = dossier;
  const fresh = await submitDraft(citizen, await readyDraft(citizen));
  const list = [DESK_HOME, DOSSIERS, `${DOSSIERS}?loc=tat-ca`, FIGURES, '/desk/khong-co'];
  const one = [dossierPath(dossierId), dossierPath(fresh.dossierId), filledFormPath(dossierId)];
  await check(page, [...list, ...one, actPath(fresh.dossierId, 'request-supplement')], ...DESK);
  await context.close();
});

test("a helper's pages are, and the one that the citizen holds in her hands", async () => {
  const { page, context } = await browserAs(helper, { viewport: DESKTOP });
  const id = session.split('/').at(-1) ?? '';
  const inSession = [session, `${searchPath(id)}?q=khai+sinh`, profilePath(id), `${session}/ket-thuc`];
  // A helper may not see the figures: the refusal, too, is a page.
  await check(page, [DESK_HOME, HELP, QUICK_TURN, ...inSession, FIGURES], ...DESK);
  await page.goto(HELP);
  await page.getByLabel(helpText.phone).fill(newPhone());
  await tick(page, 'place', 'home');
  await tick(page, 'purposes', 'file');
  await pressButton(page, helpText.send);
  await checkHere(page, [PHONE, DESKTOP], [NARROW, TABLET]);
  await context.close();
});

test('with the keyboard alone: the skip link first, and the focus is always seen', async () => {
  const { page, context } = await newVisitor({ viewport: DESKTOP });
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: uiText('vi').skipToContent });
  expect(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0)).toBe(
    true,
  );
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const near = [
        focused,
        focused.parentElement,
        focused.parentElement?.parentElement,
        focused.parentElement?.parentElement?.parentElement,
      ];
      const outlined = near.some((one) => one && getComputedStyle(one).outlineStyle !== 'none');
      const { top, bottom } = focused.getBoundingClientRect();
      return { what: focused.outerHTML.slice(0, 80), outlined, inView: bottom > 0 && top < innerHeight };
    });
    expect(seen).toMatchObject({ outlined: true, inView: true });
  }
  await context.close();
});

test('English is one press away, and stays', async () => {
  const { page, context } = await newVisitor();
  await page.goto('/');
  await pressLink(page, uiText('vi').otherLang);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await h1(page)).toBe(homeText('en').title);
  await page.getByRole('searchbox').fill('khai sinh');
  await press(page, page.getByRole('search').getByRole('button'));
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await expectAccessible(page);
  await pressLink(page, uiText('en').otherLang);
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  await context.close();
});
