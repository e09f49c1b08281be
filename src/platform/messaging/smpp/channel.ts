import type { SmppSettings, SmsAccess } from '../settings.ts';
import { type ClosableChannel, SmsFailure } from '../sms-channel.ts';
import { formatPhone, unaccent } from '../template-rules.ts';
import { pace } from './pace.ts';
import { type BoundSession, bind, statusText } from './session.ts';
import { messageFields } from './text.ts';

/** SMPP 3.4 §5.1.3: statuses that ask for fewer messages, and those that speak of this phone. */
const BUSY = new Set([0x14, 0x58]);
const NUMBER = new Set([0x0b]);
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;
/** Alphanumeric senders (brands) are type 5, short codes unknown, numbers international (SMPP 3.4 §5.2.5). */
const typeOf = (source: string): number => (/[a-z]/i.test(source) ? 5 : source.length > 8 ? 1 : 0);

export interface SmppTiming {
  readonly firstRetryMs?: number;
  readonly enquireMs?: number;
}

/**
 * One session, bound from the first message on and again whenever it was lost, later and later while that fails. A
 * message waits for the session as long as its time lasts, so a short break goes unnoticed.
 */
export function smppChannel(
  { settings, secret }: SmsAccess & { settings: SmppSettings },
  { firstRetryMs = FIRST_RETRY_MS, enquireMs }: SmppTiming = {},
): ClosableChannel {
  const turn = pace(settings.perSecond);
  let session: Promise<BoundSession> | null = null;
  let retryMs = firstRetryMs;
  let notBefore = 0;
  let lastFailure: SmsFailure | null = null;
  let closed = false;

  /** @throws SmsFailure; the next attempt waits its turn */
  function bound(): Promise<BoundSession> {
    session ??= connect().catch((error) => {
      session = null;
      throw error;
    });
    return session;
  }

  async function connect(): Promise<BoundSession> {
    const pause = notBefore - performance.now();
    // A wrong password will not be right before the next attempt.
    if (pause > 0 && lastFailure?.reason === 'refused') throw lastFailure;
    if (pause > 0) await sleep(pause);
    if (closed) throw new SmsFailure('unreachable', 'đã tắt');
    try {
      const fresh = await bind(settings, secret, AbortSignal.timeout(settings.timeoutSeconds * 1000), enquireMs);
      retryMs = firstRetryMs;
      notBefore = 0;
      lastFailure = null;
      void fresh.closed.then(() => {
        session = null;
        // A lost line is taken up again at once, so that the next code need not wait for it.
        if (!closed) bound().catch(() => {});
      });
      return fresh;
    } catch (error) {
      lastFailure = error as SmsFailure;
      notBefore = performance.now() + retryMs;
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
      throw error;
    }
  }

  /** A session within the message's time: another attempt follows a failed one, but a refused password is final. */
  async function sessionWithin(signal: AbortSignal): Promise<BoundSession> {
    for (;;) {
      if (signal.aborted) throw lastFailure ?? new SmsFailure('timeout', 'SMPP');
      try {
        return await Promise.race([bound(), rejectOn(signal)]);
      } catch (error) {
        if (!(error instanceof SmsFailure)) throw lastFailure ?? new SmsFailure('timeout', 'SMPP');
        if (error.reason === 'refused') throw error;
      }
    }
  }

  async function submit(fields: Record<string, unknown>, signal: AbortSignal): Promise<void> {
    for (;;) {
      await turn(signal).catch(() => {
        throw new SmsFailure('busy', 'SMPP');
      });
      const current = await sessionWithin(signal);
      const { command_status: status } = await current.request('submit_sm', fields, signal);
      if (status === 0) return;
      if (!BUSY.has(status)) throw new SmsFailure(NUMBER.has(status) ? 'number' : 'refused', statusText(status));
      // Told to slow down: once more after a second, while there is time.
      await sleep(1000);
      if (signal.aborted) throw new SmsFailure('busy', statusText(status));
    }
  }

  return {
    async sendSms(to, text) {
      const signal = AbortSignal.timeout(settings.timeoutSeconds * 1000);
      const addressed = {
        source_addr: settings.source,
        source_addr_ton: typeOf(settings.source),
        source_addr_npi: typeOf(settings.source) === 1 ? 1 : 0,
        destination_addr: formatPhone(to, settings.phoneFormat).replace('+', ''),
        dest_addr_ton: settings.phoneFormat === 'national' ? 2 : 1,
        dest_addr_npi: 1,
      };
      const messages = messageFields(settings.unaccented ? unaccent(text) : text, settings.long === 'payload');
      for (const message of messages) await submit({ ...addressed, ...message }, signal);
    },
    async close() {
      closed = true;
      const open = await Promise.race([session?.catch(() => null) ?? null, sleep(0).then(() => null)]);
      open?.end();
    },
  };
}

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

const rejectOn = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
