import AxeSource from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { launchChromium } from './chromium.ts';

export const PHONE = { width: 360, height: 800 };
export const DESKTOP = { width: 1280, height: 800 };

let browser: Browser | null = null;

/** One for a file of journeys. */
async function launch(): Promise<Browser> {
  browser ??= await launchChromium();
  return browser;
}

afterAll(async () => {
  await browser?.close();
  browser = null;
});

export interface VisitOptions {
  readonly viewport?: { width: number; height: number };
  readonly scripts?: boolean;
}

/** A new person at a new device. */
export async function newVisitor({
  viewport = PHONE,
  scripts = true,
}: VisitOptions = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await (await launch()).newContext({
    viewport,
    javaScriptEnabled: scripts,
    baseURL: inject('origin'),
    acceptDownloads: true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  return { context, page };
}

/** WCAG 2.2 AA by axe; needs scripts. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated, not added as a script: the content security policy allows no foreign ones, a test tool goes around it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AxeSource.source);
  const { violations } = await page.evaluate(() =>
    // biome-ignore lint/suspicious/noExplicitAny: the page's global, put there by axe-core
    (globalThis as any).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
      // Style sheets need not be fetched again: they are of this origin.
      preload: false,
    }),
  );
  const found = violations.map(
    ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** No page may scroll sideways on a phone. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0);
}
