import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server as NetServer } from 'node:net';
import smpp, { type Pdu, type Session } from 'smpp';
import type { HttpSettings, SmppSettings } from './settings.ts';

/** Support for tests of channels: gateways of our own on loopback, which are real peers of the protocol. */
export interface HttpGateway {
  readonly url: string;
  readonly received: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[];
  /** What it answers from now on; `null` = nothing, ever. */
  answer: { status: number; body: string } | null;
  close(): Promise<void>;
}

export async function httpGateway(port = 0, tls?: { cert: string; key: string }): Promise<HttpGateway> {
  const received: HttpGateway['received'] = [];
  const gateway = { answer: { status: 200, body: '{"CodeResult":"100"}' } as HttpGateway['answer'] };
  const listener: Parameters<typeof createServer>[1] = (request, reply) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      received.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
      if (gateway.answer) reply.writeHead(gateway.answer.status).end(gateway.answer.body);
    });
  };
  const server: Server = tls ? (createSecureServer(tls, listener) as unknown as Server) : createServer(listener);
  await listen(server, port);
  const url = `http${tls ? 's' : ''}://127.0.0.1:${portOf(server)}/sms`;
  return Object.assign(gateway, {
    url,
    received,
    close: () => {
      server.closeAllConnections();
      return closed(server);
    },
  });
}

export interface Smsc {
  readonly port: number;
  readonly submitted: Pdu[];
  readonly commands: string[];
  /** Status of the next answers to `submit_sm`, then 0. */
  readonly statuses: number[];
  /** Whom it knows; may change, as when a provider mends an account. */
  password: string;
  /** Cuts every line without a good-bye, and stops listening. */
  kill(): Promise<void>;
  /** Asks something of every client, as a center does. */
  ask(command: string, fields: Record<string, unknown>): Promise<Pdu>;
}

/** A message center that knows `thu` with the password `mat-ma`. */
export async function smsc(port = 0, { mute = false, tls = {} }: { mute?: boolean; tls?: object } = {}): Promise<Smsc> {
  const submitted: Pdu[] = [];
  const commands: string[] = [];
  const statuses: number[] = [];
  const sessions = new Set<Session>();
  const center = { password: 'mat-ma' };
  const server = smpp.createServer(tls as Record<string, unknown>, (session) => {
    sessions.add(session);
    session.on('error', () => {});
    session.on('close', () => sessions.delete(session));
    session.on('pdu', (pdu: Pdu) => {
      commands.push(pdu.command);
      if (pdu.isResponse()) return;
      if (pdu.command === 'bind_transceiver') {
        const known = pdu.system_id === 'thu' && pdu.password === center.password;
        session.send(pdu.response(known ? {} : { command_status: 0x0e }));
      } else if (pdu.command === 'submit_sm') {
        submitted.push(pdu);
        if (!mute) session.send(pdu.response({ command_status: statuses.shift() ?? 0, message_id: 'x' }));
      } else if (!mute) {
        session.send(pdu.response());
      }
    });
  });
  await listen(server, port);
  return Object.assign(center, {
    port: portOf(server),
    submitted,
    commands,
    statuses,
    kill() {
      for (const session of sessions) session.destroy();
      return closed(server);
    },
    ask: (command: string, fields: Record<string, unknown>) =>
      new Promise<Pdu>((resolve, reject) => {
        const [session] = sessions;
        if (!session) return reject(new Error('No client is connected'));
        session.send(new smpp.PDU(command, fields), resolve);
      }),
  });
}

const listen = (server: NetServer, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });

const portOf = (server: NetServer): number => (server.address() as AddressInfo).port;

const closed = (server: NetServer): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });

export const httpSettings = (url: string, more: Partial<HttpSettings> = {}): HttpSettings => ({
  kind: 'http',
  method: 'POST',
  url,
  headers: [{ name: 'Authorization', value: 'Bearer {secret}' }],
  bodyType: 'json',
  body: '{"to":"{phone}","text":"{text}"}',
  successText: '"CodeResult":"100"',
  phoneFormat: 'digits',
  unaccented: false,
  timeoutSeconds: 2,
  caPem: null,
  ...more,
});

export const smppSettings = (port: number, more: Partial<SmppSettings> = {}): SmppSettings => ({
  kind: 'smpp',
  host: '127.0.0.1',
  port,
  tls: false,
  systemId: 'thu',
  systemType: '',
  source: 'BacCau',
  long: 'parts',
  perSecond: 100,
  phoneFormat: 'digits',
  unaccented: false,
  timeoutSeconds: 3,
  caPem: null,
  ...more,
});
