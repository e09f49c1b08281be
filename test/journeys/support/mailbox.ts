import { DEMO_MAILBOX } from '../../../src/portal/demo-mailbox/paths.ts';

/** Staff codes work once and change every half minute: waiting for the next one may take that long. */
const CODE_WAIT_MS = 75_000;

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

/** Rows of the mailbox page as plain text, newest message first. */
async function rows(origin: string): Promise<string[]> {
  const html = await (await fetch(`${origin}${DEMO_MAILBOX}`)).text();
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) => textOf(row ?? ''));
}

/** The six digits of the newest message to a phone. @param phone as typed, 09… */
export async function phoneCode(origin: string, phone: string): Promise<string> {
  const to = `+84${phone.replace(/\s/g, '').slice(1)}`;
  const row = (await rows(origin)).find((text) => text.includes(to));
  const code = row && /Mã (\d{6}) để/.exec(row)?.[1];
  if (!code) throw new Error(`No code was sent to ${to}`);
  return code;
}

/** A code of an invented officer's authenticator that was not used yet. */
export async function staffCode(origin: string, login: string): Promise<string> {
  const deadline = performance.now() + CODE_WAIT_MS;
  while (performance.now() < deadline) {
    const row = (await rows(origin)).find((text) => text.startsWith(`${login} `));
    if (!row) throw new Error(`No such staff in the mailbox: ${login}`);
    const code = /\b(\d{6})\b/.exec(row)?.[1];
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`No fresh code for ${login}`);
}
