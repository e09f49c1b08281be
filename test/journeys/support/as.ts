import type { BrowserContext, Page } from 'playwright-core';
import { newVisitor, type VisitOptions } from './browser.ts';
import type { Visitor } from './http.ts';

/** A browser that is signed in as this visitor is. */
export async function browserAs(
  visitor: Visitor,
  options: VisitOptions = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const opened = await newVisitor(options);
  await signAs(opened.context, visitor);
  return opened;
}

export const signAs = (context: BrowserContext, { cookies, origin }: Visitor): Promise<void> =>
  context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin })));
