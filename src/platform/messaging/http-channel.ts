import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { rootCertificates } from 'node:tls';
import type { HttpSettings, SmsAccess } from './settings.ts';
import { type SmsChannel, SmsFailure } from './sms-channel.ts';
import { asHeader, asJson, asUrl, type Filling, fill, formatPhone, unaccent } from './template-rules.ts';

/** More of an answer is not read. */
const MOST_BYTES = 64 * 1024;

/** A gateway that takes one message by one HTTP request. Redirects are not followed: a code goes where it was sent. */
export function httpChannel({ settings, secret }: SmsAccess & { settings: HttpSettings }): SmsChannel {
  return {
    async sendSms(to, text) {
      const filling = {
        phone: formatPhone(to, settings.phoneFormat),
        text: settings.unaccented ? unaccent(text) : text,
        secret,
      };
      judge(settings, await ask(settings, filling));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function ask(settings: HttpSettings, filling: Filling): Promise<Answer> {
  const url = new URL(fill(settings.url, filling, asUrl));
  const json = settings.bodyType === 'json';
  const body = settings.method === 'GET' ? '' : fill(settings.body, filling, json ? asJson : asUrl);
  const headers: Record<string, string> = { 'user-agent': 'Bac Cau', accept: '*/*' };
  for (const { name, value } of settings.headers) headers[name.toLowerCase()] = fill(value, filling, asHeader);
  if (body) {
    headers['content-type'] ??= json ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded';
    headers['content-length'] = String(Buffer.byteLength(body));
  }
  const secure = url.protocol === 'https:';
  const signal = AbortSignal.timeout(settings.timeoutSeconds * 1000);
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(failureOf(error, signal));
    const asking = (secure ? secureRequest : plainRequest)(
      url,
      {
        method: settings.method,
        headers,
        signal,
        agent: false,
        ...(settings.caPem && { ca: [...rootCertificates, settings.caPem] }),
      },
      (answer) => {
        read(answer).then((text) => resolve({ status: answer.statusCode ?? 0, body: text }), failed);
      },
    );
    asking.on('error', failed);
    asking.end(body || undefined);
  });
}

async function read(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    chunks.push(chunk);
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The network's word only as its code: messages of errors may quote an address with a secret in it. */
function failureOf(error: Error, signal: AbortSignal): SmsFailure {
  if (signal.aborted) return new SmsFailure('timeout', 'HTTP');
  return new SmsFailure('unreachable', (error as NodeJS.ErrnoException).code ?? 'HTTP');
}

function judge(settings: HttpSettings, { status, body }: Answer): void {
  const detail = `HTTP ${status}`;
  if (status === 429 || status === 503) throw new SmsFailure('busy', detail);
  if (status < 200 || status > 299) throw new SmsFailure('refused', detail);
  if (settings.successText && !body.includes(settings.successText)) {
    throw new SmsFailure('refused', `${detail}, không có "${settings.successText}"`);
  }
}
