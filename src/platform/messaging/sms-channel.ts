/** Sends one text directly to a phone. Nothing is kept: one-time codes never touch the outbox or the logs. */
export interface SmsChannel {
  /** @param to E.164, e.g. `+84901234567`. @throws SmsFailure when the channel did not take the message */
  sendSms(to: string, text: string): Promise<void>;
  /** False while nothing is set up that could send; absent = always ready. */
  ready?(): Promise<boolean>;
}

/** A channel that holds a connection or a timer. */
export interface ClosableChannel extends SmsChannel {
  close(): Promise<void>;
}

/**
 * `unreachable`: no connection. `timeout`: no answer in time. `refused`: the gateway said no (wrong password, no
 * credit). `busy`: it asks for fewer messages. `number`: it does not take this phone.
 */
export const SMS_FAILURES = ['unreachable', 'timeout', 'refused', 'busy', 'number'] as const;
export type SmsFailureReason = (typeof SMS_FAILURES)[number];

/** Why a message did not go out. Holds neither phone nor text: it may be logged and shown. */
export class SmsFailure extends Error {
  readonly reason: SmsFailureReason;
  /** What the gateway said, as a number of its protocol (`HTTP 401`, `SMPP 0x0000000E`) or a network code. */
  readonly detail: string;
  constructor(reason: SmsFailureReason, detail: string) {
    super(`${reason} (${detail})`);
    this.reason = reason;
    this.detail = detail;
  }
}
