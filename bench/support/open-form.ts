import type { Browser, BrowserContext } from 'playwright-core';

/** Not in use by the demo's own people. */
const PHONE = '0900 009 999';

export interface OpenedForm {
  readonly path: string;
  readonly signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
}

/** Signs a new citizen in by the demo's mailbox and starts a filing. @returns its first form page */
export async function openForm(browser: Browser, origin: string, code: string): Promise<OpenedForm> {
  const context = await browser.newContext({ baseURL: origin });
  context.setDefaultTimeout(60_000);
  try {
    const page = await context.newPage();
    await page.goto('/dang-nhap');
    await page.fill('input[name=phone]', PHONE);
    await page.click('main form button[type=submit], main form button:not([type])');
    await page.waitForURL(/\/dang-nhap\/ma/);
    const mailbox = await (await context.request.get('/demo/hop-thu')).text();
    const sent = /Mã (\d{6})/.exec(mailbox)?.[1];
    if (!sent) throw new Error('No code in the mailbox of the demo');
    await page.fill('input[name=code]', sent);
    await page.click('main form:has(input[name=code]) button');
    await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'));
    await page.goto(`/thu-tuc/${code}`);
    await page.click('form:has(input[name=code]) button');
    await page.waitForURL(/\/ho-so\/nhap\/.+\/.+/);
    return { path: new URL(page.url()).pathname, signedIn: await context.storageState() };
  } finally {
    await context.close();
  }
}
