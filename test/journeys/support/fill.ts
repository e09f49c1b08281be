import type { Page } from 'playwright-core';
import { formText } from '../../../src/ui/form/text.ts';
import { seenOn } from './see.ts';
import { press } from './sign-in.ts';

export interface Photo {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface Filling {
  /** By the boxes' names. */
  readonly posted: Readonly<Record<string, string>>;
  /** By the names of file boxes. */
  readonly files?: Readonly<Record<string, Photo>>;
  /** Called before a page is filled. */
  readonly onPage?: (pageKey: string) => Promise<void>;
}

const FORM = 'form[data-page]';

/** Key of the form page that is shown; null elsewhere. */
export async function pageKey(page: Page): Promise<string | null> {
  const form = page.locator(FORM);
  return (await form.count()) === 0 ? null : form.getAttribute('data-page');
}

interface Control {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly value: string;
}

const controlsOf = (page: Page): Promise<Control[]> =>
  page.locator(`${FORM} :is(input, select, textarea)[name]:not([type=hidden])`).evaluateAll((all) =>
    all.map((one) => {
      const { id, name, value, type } = one as HTMLInputElement;
      return { id, name, value, kind: type.replace('select-one', 'select') };
    }),
  );

/** Types into the boxes of this page; boxes without an answer keep what they say. */
export async function fillPage(page: Page, { posted, files = {} }: Filling): Promise<void> {
  for (const { id, name, kind, value } of await controlsOf(page)) {
    const box = page.locator(`[id="${id}"]`);
    const file = files[name];
    const answer = posted[name];
    if (kind === 'file') {
      if (file) await box.setInputFiles({ ...file });
    } else if (answer === undefined) {
      // Nothing to say here.
    } else if (kind === 'radio' || kind === 'checkbox') {
      if (value === answer) await page.locator(`label[for="${id}"]`).click();
    } else if (kind === 'select') {
      await box.selectOption(answer);
    } else {
      await box.fill(answer);
    }
  }
}

/**
 * Walks the form page by page to its end, as a person does, and answers which pages were asked.
 * @throws when a page is asked again, with what it complains about
 */
export async function fillPages(page: Page, filling: Filling): Promise<string[]> {
  const walked: string[] = [];
  for (let at = await pageKey(page); at !== null; at = await pageKey(page)) {
    if (walked.includes(at)) {
      const said = await seenOn(page);
      throw new Error(`Page ${at} was asked again (${page.url()}):\n${said.slice(0, 1500)}`);
    }
    await filling.onPage?.(at);
    await fillPage(page, filling);
    await press(page, page.locator(FORM).getByRole('button', { name: formText('vi').next }));
    walked.push(at);
  }
  return walked;
}
