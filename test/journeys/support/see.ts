import type { Locator, Page } from 'playwright-core';

/** What a person sees of something: hidden text does not count. */
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden by CSS must not be taken for seen
export const seen = (target: Locator): Promise<string> => target.innerText();

export const seenOn = (page: Page): Promise<string> => seen(page.getByRole('main'));

export const h1 = (page: Page): Promise<string> => seen(page.getByRole('heading', { level: 1 }));
