import { Agent, type IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';

export interface Answer {
  readonly status: number;
  /** Path and query that a redirect leads to; null otherwise. */
  readonly location: string | null;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface Asking {
  readonly method?: 'GET' | 'POST';
  readonly body?: Uint8Array;
  readonly headers?: Readonly<Record<string, string | null>>;
}

export type Fields = Readonly<Record<string, string>>;
export type Visitor = ReturnType<typeof newHttpVisitor>;

/**
 * Somebody without a browser: keeps cookies, sends Origin as browsers do, follows nothing.
 * @param from another loopback address, so that throttles by address see another visitor
 */
export function newHttpVisitor(origin: string, from = '127.0.0.1') {
  const cookies = new Map<string, string>();
  const https = origin.startsWith('https:');
  const request = https ? secureRequest : plainRequest;
  const agent = new (https ? SecureAgent : Agent)({ keepAlive: true, localAddress: from });

  function remember(headers: IncomingHttpHeaders): void {
    for (const line of headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
  }

  function ask(path: string, { method = 'GET', body, headers = {} }: Asking = {}): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = {
      ...(cookie && { cookie }),
      ...(method === 'POST' && { origin }),
      ...(body && { 'content-length': String(body.byteLength) }),
      ...headers,
    };
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as Fields;
    return new Promise((resolve, reject) => {
      const asking = request(new URL(path, origin), { method, headers: sent, agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          remember(answer.headers);
          const bytes = Buffer.concat(chunks);
          const { location = null } = answer.headers;
          resolve({
            status: answer.statusCode ?? 0,
            location,
            headers: answer.headers,
            bytes,
            text: bytes.toString('utf8'),
          });
        });
      });
      asking.on('error', reject);
      asking.end(body);
    });
  }

  return {
    origin,
    cookies,
    ask,
    get: (path: string) => ask(path),
    post: (path: string, fields: Fields | URLSearchParams, headers: Asking['headers'] = {}) =>
      ask(path, {
        method: 'POST',
        body: Buffer.from(new URLSearchParams(fields).toString()),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
    json: (path: string, value: unknown) =>
      ask(path, {
        method: 'POST',
        body: Buffer.from(JSON.stringify(value)),
        headers: { 'content-type': 'application/json' },
      }),
    async upload(path: string, fields: Fields, file: { box: string; name: string; type: string; bytes: Uint8Array }) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append(file.box, new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
      const encoded = new Response(form);
      const body = Buffer.from(await encoded.arrayBuffer());
      return ask(path, { method: 'POST', body, headers: { 'content-type': encoded.headers.get('content-type') } });
    },
    close: () => agent.destroy(),
  };
}

/** Value of a hidden field of a page. */
export function hidden(html: string, name: string): string {
  const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? '';
  const value = /value="([^"]*)"/.exec(tag)?.[1];
  if (value === undefined) throw new Error(`No hidden field ${name}`);
  return value.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
}
