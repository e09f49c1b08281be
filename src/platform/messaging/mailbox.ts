import type { Clock } from '../clock.ts';
import type { SmsChannel } from './sms-channel.ts';

export interface MailboxMessage {
  readonly to: string;
  readonly text: string;
  readonly at: Date;
}

export interface Mailbox extends SmsChannel {
  /** Newest first. */
  list(): readonly MailboxMessage[];
}

const KEPT = 200;

/** The demo's SMS channel: messages stay in memory and are shown on a page that only the loopback demo has. */
export function createMailbox(clock: Clock): Mailbox {
  const messages: MailboxMessage[] = [];
  return {
    async sendSms(to, text) {
      messages.unshift({ to, text, at: clock.now() });
      messages.length = Math.min(messages.length, KEPT);
    },
    list: () => messages,
  };
}
