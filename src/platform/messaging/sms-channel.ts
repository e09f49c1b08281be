/** Sends one text directly to a phone. Nothing is kept: one-time codes never touch the outbox or the logs. */
export interface SmsChannel {
  /** @param to E.164, e.g. `+84901234567`. @throws when the channel did not take the message. */
  sendSms(to: string, text: string): Promise<void>;
}
