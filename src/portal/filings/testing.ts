import sharp from 'sharp';
import type { testWeb } from '../../../test/support/web.ts';

type Web = Awaited<ReturnType<typeof testWeb>>;

export interface Visited {
  readonly status: number;
  readonly location: string;
  readonly html: string;
  readonly headers: Record<string, unknown>;
  readonly bytes: Buffer;
  readonly statements: number;
}

/** A browser without scripts: keeps the cookie, sends forms as browsers do. */
export function browser({ app, statements }: Pick<Web, 'app' | 'statements'>, cookie = '') {
  async function ask(request: Record<string, unknown>): Promise<Visited> {
    const before = statements.count;
    const sent = { ...(request.headers as object), ...(cookie && { cookie }) };
    const answer = await app.inject({ ...request, headers: sent });
    for (const { name, value } of answer.cookies)
      cookie = [...cookie.split('; ').filter((one) => one && !one.startsWith(`${name}=`)), `${name}=${value}`].join(
        '; ',
      );
    return {
      status: answer.statusCode,
      location: String(answer.headers.location ?? ''),
      html: answer.body,
      headers: answer.headers,
      bytes: answer.rawPayload,
      statements: statements.count - before,
    };
  }
  const origin = { origin: 'http://localhost', host: 'localhost' };
  return {
    get: (url: string) => ask({ method: 'GET', url }),
    post: (url: string, fields: Record<string, string> | string[][] = {}, headers: Record<string, string> = origin) =>
      ask({
        method: 'POST',
        url,
        payload: new URLSearchParams(fields).toString(),
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      }),
    /** As another program calls the API. */
    postJson: (url: string, body: object) =>
      ask({
        method: 'POST',
        url,
        payload: JSON.stringify(body),
        headers: { ...origin, 'content-type': 'application/json' },
      }),
    async upload(url: string, fields: Record<string, string>, files: { field: string; name: string; bytes: Buffer }[]) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      for (const { field, name, bytes } of files) form.append(field, new Blob([new Uint8Array(bytes)]), name);
      const body = new Response(form);
      return ask({
        method: 'POST',
        url,
        payload: Buffer.from(await body.arrayBuffer()),
        headers: { ...origin, 'content-type': body.headers.get('content-type') ?? '' },
      });
    },
  };
}

export type Browser = ReturnType<typeof browser>;

/** Signs a citizen in by the code in the mailbox. */
export async function signedIn(web: Web, phone: string): Promise<Browser> {
  const visitor = browser(web);
  const asked = await visitor.post('/dang-nhap', { phone });
  const c = new URL(asked.location, 'http://x').searchParams.get('c') ?? '';
  const code = /\d{6}/.exec(web.mailbox.list()[0]?.text ?? '')?.[0] ?? '';
  await visitor.post('/dang-nhap/ma', { c, code });
  return visitor;
}

/** The value of a hidden field. */
export const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

export const photo = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 80, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
