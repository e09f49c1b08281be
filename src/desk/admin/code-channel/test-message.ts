import { readMobile, type StaffSession } from '../../../modules/identity/index.ts';
import { audit } from '../../../platform/audit/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { transact } from '../../../platform/db/index.ts';
import {
  accessOf,
  channelOfUnit,
  noteFailed,
  noteSent,
  openChannel,
  refuseChannel,
  SmsFailure,
} from '../../../platform/messaging/index.ts';
import { isRefusal, type Refusal, refusePlatform } from '../../../platform/problem.ts';
import { allow } from '../../../platform/throttle.ts';

/** Enough to set a channel up, too few to pester anybody. */
const LIMIT = { name: 'code-channel:test', limit: 10, windowSeconds: 15 * 60 } as const;

/** Sends one message by the saved channel to a phone that the administrator holds; nothing of it is kept. */
export async function sendTest(platform: Platform, session: StaffSession, typed: string): Promise<Refusal | null> {
  const { database, keys, clock, config } = platform;
  const { db } = database;
  const now = clock.now();
  const phone = readMobile(typed);
  if (isRefusal(phone)) return phone;
  if (!(await allow(db, LIMIT, session.staffId, now))) {
    return refusePlatform('too-many', { minutes: LIMIT.windowSeconds / 60 });
  }
  const { row, isHome } = await channelOfUnit(db, session.unitId);
  if (!isHome) return refuseChannel('other-unit');
  const access = config.sms ?? accessOf(keys, row);
  if (!access) return refuseChannel('missing');
  const channel = openChannel(access);
  let refusal: Refusal | null = null;
  try {
    await channel.sendSms(phone, `Tin thử từ ${session.unitName}: kênh gửi mã của Bắc Cầu đã hoạt động.`);
    await noteSent(db, now);
  } catch (error) {
    if (!(error instanceof SmsFailure)) throw error;
    refusal = explain(error);
    await noteFailed(db, error.message, now);
  } finally {
    await channel.close();
  }
  await transact(db, (tx) =>
    audit(tx, {
      unitId: session.unitId,
      act: 'code-channel.tested',
      actor: `staff:${session.staffId}`,
      subject: `code-channel:${row?.revision ?? 0}`,
      detail: { result: refusal?.refused ?? 'sent' },
      at: now,
    }),
  );
  return refusal;
}

/** The failure as a sentence for who sets the channel up. */
const explain = ({ reason, detail }: SmsFailure): Refusal =>
  refuseChannel(reason === 'timeout' ? 'no-answer' : reason, { detail });
