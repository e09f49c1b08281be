import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import smpp, { type Pdu, type Session } from 'smpp';
import type { SmppSettings } from '../settings.ts';
import { SmsFailure } from '../sms-channel.ts';

/** A quiet line is asked whether it still stands; without an answer by the next time it is given up. */
export const ENQUIRE_MS = 30_000;

export interface BoundSession {
  /** Sends a request and waits for its answer. Rejects as soon as the connection is lost. */
  request(command: 'submit_sm', fields: Record<string, unknown>, signal: AbortSignal): Promise<Pdu>;
  /** Says good-bye, then closes. */
  end(): void;
  /** Resolves when the connection is gone, for whatever reason. */
  readonly closed: Promise<void>;
}

/** Connects and binds as a transceiver. @throws SmsFailure `unreachable`, `timeout`, `refused` (name or password) */
export async function bind(settings: SmppSettings, password: string, signal: AbortSignal, enquireMs = ENQUIRE_MS) {
  const session = smpp.connect({
    host: settings.host,
    port: settings.port,
    tls: settings.tls,
    ...(settings.tls && { minVersion: 'TLSv1.2', ...(!isIP(settings.host) && { servername: settings.host }) }),
    ...(settings.caPem && { ca: [...rootCertificates, settings.caPem] }),
  });
  const line = lineOf(session);
  try {
    await line.open(settings.tls, signal);
    const { systemId: system_id, systemType: system_type } = settings;
    const answer = await line.ask('bind_transceiver', { system_id, password, system_type }, signal);
    if (answer.command_status !== 0) throw new SmsFailure('refused', statusText(answer.command_status));
  } catch (error) {
    session.destroy();
    throw error;
  }
  const stopAsking = keepAlive(session, line.ask, enquireMs);
  void line.closed.then(stopAsking);
  const bound: BoundSession = {
    request: line.ask,
    closed: line.closed,
    end() {
      stopAsking();
      session.unbind();
      session.close();
    },
  };
  return bound;
}

export const statusText = (status: number): string => `SMPP 0x${status.toString(16).toUpperCase().padStart(8, '0')}`;

function lineOf(session: Session) {
  let failure = new SmsFailure('unreachable', 'đứt kết nối');
  let isClosed = false;
  const waiting = new Set<(error: Error) => void>();
  const closed = new Promise<void>((resolve) => {
    session.on('close', () => {
      isClosed = true;
      for (const reject of waiting) reject(failure);
      waiting.clear();
      resolve();
    });
  });
  session.on('error', (error: NodeJS.ErrnoException) => {
    failure = new SmsFailure('unreachable', error.code ?? 'SMPP');
    session.destroy();
  });
  session.on('pdu', (pdu: Pdu) => answerPeer(session, pdu));

  /** Settles with `work`, with the loss of the line or with the end of patience, whichever comes first. */
  function patiently<T>(signal: AbortSignal, work: (done: (value: T) => void) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      if (isClosed) return reject(failure);
      const timeout = () => settle(() => reject(new SmsFailure('timeout', 'SMPP')));
      const lost = (error: Error) => settle(() => reject(error));
      function settle(end: () => void): void {
        waiting.delete(lost);
        signal.removeEventListener('abort', timeout);
        end();
      }
      if (signal.aborted) return timeout();
      signal.addEventListener('abort', timeout);
      waiting.add(lost);
      work((value) => settle(() => resolve(value)));
    });
  }

  return {
    closed,
    open: (tls: boolean, signal: AbortSignal) =>
      patiently<void>(signal, (done) => session.once(tls ? 'secureConnect' : 'connect', () => done())),
    ask: (command: string, fields: Record<string, unknown>, signal: AbortSignal) =>
      patiently<Pdu>(signal, (done) => session.send(new smpp.PDU(command, fields), done)),
  };
}

/** What the other side asks. Delivery receipts and answers from phones are taken, and nothing of them is kept. */
function answerPeer(session: Session, pdu: Pdu): void {
  if (pdu.isResponse()) return;
  session.send(pdu.response());
  if (pdu.command === 'unbind') session.close();
}

function keepAlive(session: Session, ask: ReturnType<typeof lineOf>['ask'], everyMs: number): () => void {
  const timer = setInterval(() => {
    ask('enquire_link', {}, AbortSignal.timeout(everyMs - 1)).catch(() => session.destroy());
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
