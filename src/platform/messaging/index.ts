export { createMailbox, type Mailbox, type MailboxMessage } from './mailbox.ts';
export type { SmsChannel } from './sms-channel.ts';
