import type { Browser, BrowserContextOptions } from 'playwright-core';

/** DESIGN §6: a cheap phone far from the mast. */
const CPU_SLOWDOWN = 4;
const NETWORK = {
  offline: false,
  /** Round trip, ms. */
  latency: 150,
  /** Bytes a second: 1.6 Mbit down, 750 kbit up. */
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
/** After the load event, for late paints and fonts. */
const SETTLE_MS = 1_500;

export type Kind = 'html' | 'css' | 'fonts' | 'js' | 'other';
const KINDS: Readonly<Record<string, Kind>> = { Document: 'html', Stylesheet: 'css', Font: 'fonts', Script: 'js' };

export interface Visit {
  /** Bytes over the wire, headers included. */
  readonly bytes: Readonly<Record<Kind, number>>;
  readonly requests: number;
  /** Largest contentful paint, ms after the navigation began. */
  readonly lcp: number;
}

/** First load of a page by a new phone: nothing cached, slow processor, slow network. */
export async function visit(
  browser: Browser,
  url: string,
  signedIn?: BrowserContextOptions['storageState'],
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'vi-VN',
    ...(signedIn ? { storageState: signedIn } : {}),
  });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const kinds = new Map<string, Kind>();
    const bytes = { html: 0, css: 0, fonts: 0, js: 0, other: 0 };
    cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, KINDS[type] ?? 'other'));
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes[kinds.get(requestId) ?? 'other'] += encodedDataLength;
    });
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', NETWORK);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    const answer = await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    if (answer?.status() !== 200 || page.url() !== url)
      throw new Error(`${url} answers ${answer?.status()} at ${page.url()}`);
    await page.waitForTimeout(SETTLE_MS);
    const lcp = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const newest = (list: readonly PerformanceEntry[]) => resolve(list.at(-1)?.startTime ?? Number.NaN);
          new PerformanceObserver((found) => newest(found.getEntries())).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          });
          setTimeout(() => newest([]), 5_000);
        }),
    );
    if (!Number.isFinite(lcp)) throw new Error(`${url} painted nothing`);
    return { bytes, requests: kinds.size, lcp };
  } finally {
    await context.close();
  }
}
