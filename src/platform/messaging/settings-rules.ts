import { X509Certificate } from 'node:crypto';
import { isLoopback } from '../config/loopback.ts';
import type { Refusal } from '../problem.ts';
import { refuseChannel } from './problems.ts';
import { type HttpSettings, PHONE_FORMATS, type SmppSettings, type SmsSettings } from './settings.ts';
import { asJson, fill } from './template-rules.ts';

/** Boxes of the form, and endings of the variables `BACCAU_SMS_…`. All are text; a missing one is empty. */
export const CHANNEL_FIELDS = [
  'kind',
  'phoneFormat',
  'unaccented',
  'timeout',
  'ca',
  'url',
  'method',
  'headers',
  'bodyType',
  'body',
  'success',
  'host',
  'port',
  'tls',
  'systemId',
  'systemType',
  'source',
  'long',
  'perSecond',
] as const;
export type ChannelField = (typeof CHANNEL_FIELDS)[number];
export type ChannelForm = Readonly<Record<ChannelField, string>>;

export type Fault = readonly [field: ChannelField | 'secret', refusal: Refusal];

export const emptyForm = (): ChannelForm =>
  Object.fromEntries(CHANNEL_FIELDS.map((field) => [field, DEFAULTS[field] ?? ''])) as Record<ChannelField, string>;

const DEFAULTS: Partial<Record<ChannelField, string>> = {
  kind: 'http',
  phoneFormat: 'digits',
  timeout: '10',
  method: 'POST',
  bodyType: 'json',
  body: '{"to": "{phone}", "text": "{text}"}',
  port: '2775',
  tls: '1',
  long: 'parts',
  perSecond: '5',
};

/** Everything that is wrong is told at once. @param secret what will be used: a new one, or the one kept */
export function readSettings(form: ChannelForm, secret: string): { settings: SmsSettings } | { faults: Fault[] } {
  if (form.kind !== 'http' && form.kind !== 'smpp') return { faults: [['kind', refuseChannel('kind')]] };
  const settings = form.kind === 'http' ? httpOf(form) : smppOf(form);
  const faults = [
    ...commonFaults(form),
    ...(settings.kind === 'http' ? httpFaults(settings, form) : smppFaults(settings, secret)),
  ];
  return faults.length > 0 ? { faults } : { settings };
}

const common = (form: ChannelForm) => ({
  phoneFormat: PHONE_FORMATS.find((format) => format === form.phoneFormat) ?? 'digits',
  unaccented: form.unaccented === '1',
  timeoutSeconds: Number(form.timeout),
  caPem: form.ca.trim() || null,
});

const httpOf = (form: ChannelForm): HttpSettings => ({
  kind: 'http',
  ...common(form),
  method: form.method === 'GET' ? 'GET' : 'POST',
  url: form.url.trim(),
  headers: headerLines(form.headers).map(([name, value]) => ({ name, value })),
  bodyType: form.bodyType === 'form' ? 'form' : 'json',
  body: form.method === 'GET' ? '' : form.body.trim(),
  successText: form.success.trim(),
});

const smppOf = (form: ChannelForm): SmppSettings => ({
  kind: 'smpp',
  ...common(form),
  host: form.host.trim(),
  port: Number(form.port),
  tls: form.tls === '1',
  systemId: form.systemId.trim(),
  systemType: form.systemType.trim(),
  source: form.source.trim(),
  long: form.long === 'payload' ? 'payload' : 'parts',
  perSecond: Number(form.perSecond),
});

/** The form again, for editing. */
export function formOf(settings: SmsSettings): ChannelForm {
  const base = {
    ...emptyForm(),
    kind: settings.kind,
    phoneFormat: settings.phoneFormat,
    unaccented: settings.unaccented ? '1' : '',
    timeout: String(settings.timeoutSeconds),
    ca: settings.caPem ?? '',
  };
  if (settings.kind === 'smpp') {
    const { host, port, tls, systemId, systemType, source, long, perSecond } = settings;
    const numbers = { port: String(port), perSecond: String(perSecond), tls: tls ? '1' : '' };
    return { ...base, host, systemId, systemType, source, long, ...numbers };
  }
  const { method, url, headers, bodyType, body, successText: success } = settings;
  const lines = headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
  return { ...base, method, url, headers: lines, bodyType, body, success };
}

function headerLines(text: string): [string, string][] {
  const lines = text.split(/\r?\n|\|\|/).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const at = line.indexOf(':');
    return at < 0 ? ['', line] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });
}

const within = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

function commonFaults(form: ChannelForm): Fault[] {
  const { timeoutSeconds, caPem } = common(form);
  const faults: Fault[] = [];
  if (!within(timeoutSeconds, 1, 30)) faults.push(['timeout', refuseChannel('timeout')]);
  if (caPem && !isCertificate(caPem)) faults.push(['ca', refuseChannel('ca')]);
  return faults;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}

function httpFaults(settings: HttpSettings, form: ChannelForm): Fault[] {
  const faults: Fault[] = [];
  const { url, body, bodyType, headers, method } = settings;
  if (!safeUrl(url)) faults.push(['url', refuseChannel('url')]);
  const places = method === 'GET' ? 'url' : 'body';
  if (!`${url}${body}`.includes('{phone}') || !`${url}${body}`.includes('{text}')) {
    faults.push([places, refuseChannel('places', { phone: '{phone}', text: '{text}' })]);
  } else if (method === 'POST' && bodyType === 'json' && body && !isJson(body)) {
    faults.push(['body', refuseChannel('body-json')]);
  }
  const good = headers.every(({ name, value }) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\x20-\x7e]*$/.test(value));
  if (form.headers && !good) faults.push(['headers', refuseChannel('headers')]);
  return faults;
}

/** Plain HTTP only to a gateway beside us: a code on the network in the clear is a code for everybody on it. */
function safeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  // A place in the host would let a phone number choose where codes go.
  if (/[{}]|%7b/i.test(url.host)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

function isJson(template: string): boolean {
  try {
    JSON.parse(fill(template, { phone: '1', text: '"\n', secret: '\\' }, asJson));
    return true;
  } catch {
    return false;
  }
}

function smppFaults(settings: SmppSettings, secret: string): Fault[] {
  const { host, port, tls, systemId, systemType, source, perSecond } = settings;
  const faults: Fault[] = [];
  if (!/^[\w.:-]{1,253}$/.test(host)) faults.push(['host', refuseChannel('host')]);
  else if (!tls && !isLoopback(host)) faults.push(['tls', refuseChannel('smpp-in-clear')]);
  if (!within(port, 1, 65535)) faults.push(['port', refuseChannel('port')]);
  // Lengths of SMPP 3.4 §4.1.1: system_id 15, password 8, system_type 12 octets.
  if (!/^[\x21-\x7e]{1,15}$/.test(systemId) || !/^[\x20-\x7e]{0,12}$/.test(systemType)) {
    faults.push(['systemId', refuseChannel('system-id')]);
  }
  if (!/^(?:\d{1,20}|[A-Za-z0-9 ._-]{1,11})$/.test(source)) faults.push(['source', refuseChannel('source')]);
  if (!within(perSecond, 1, 100)) faults.push(['perSecond', refuseChannel('rate')]);
  if (!/^[\x20-\x7e]{1,8}$/.test(secret)) faults.push(['secret', refuseChannel('secret')]);
  return faults;
}
