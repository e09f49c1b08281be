export {
  accessOf,
  type CodeChannel,
  channelSealed,
  createCodeChannel,
  isReady,
  openChannel,
  sealChannelSecret,
} from './code-channel.ts';
export { createMailbox, type Mailbox, type MailboxMessage } from './mailbox.ts';
export { refuseChannel } from './problems.ts';
export type { SmsAccess, SmsSettings } from './settings.ts';
export {
  CHANNEL_FIELDS,
  type ChannelField,
  type ChannelForm,
  emptyForm,
  type Fault,
  formOf,
  readSettings,
} from './settings-rules.ts';
export { type SmsChannel, SmsFailure } from './sms-channel.ts';
export { type ChannelRow, channelOfUnit, homeChannel, noteFailed, noteSent, saveChannel } from './store.ts';
