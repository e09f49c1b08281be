import Type, { type Static } from 'typebox';
import type { StaffSession } from '../../../modules/identity/index.ts';
import { audit } from '../../../platform/audit/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { transact } from '../../../platform/db/index.ts';
import {
  accessOf,
  CHANNEL_FIELDS,
  type ChannelForm,
  channelOfUnit,
  emptyForm,
  type Fault,
  readSettings,
  refuseChannel,
  type SmsSettings,
  saveChannel,
  sealChannelSecret,
} from '../../../platform/messaging/index.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import { Line } from '../../form-fields.ts';

/** Long enough for an authority's certificate and a body; the rules say what each must be. */
const LONG = 8000;
export const ChannelBody = Type.Object({
  ...(Object.fromEntries(CHANNEL_FIELDS.map((field) => [field, Line(LONG)])) as Record<
    (typeof CHANNEL_FIELDS)[number],
    ReturnType<typeof Line>
  >),
  secret: Line(400),
  seen: Type.String({ pattern: '^[0-9]{1,9}$' }),
});

/** What was typed; boxes of the other kind, which the page did not show, keep their first values. An unticked box is empty. */
export function typedForm(body: Static<typeof ChannelBody>): ChannelForm {
  const base = { ...emptyForm(), unaccented: '', tls: '' };
  return Object.fromEntries(
    CHANNEL_FIELDS.map((field) => [field, body[field] ?? base[field]]),
  ) as unknown as ChannelForm;
}

/** Where a secret goes: to another place it does not travel by itself, or an administrator could read it there. */
const receiver = (settings: SmsSettings): string =>
  settings.kind === 'http' ? new URL(settings.url).origin : `${settings.host} ${settings.port}`;

/** Saves what was typed over what was seen. @returns the faults of the boxes, a refusal, or null when it is saved */
export async function saveTyped(
  platform: Platform,
  session: StaffSession,
  { form, secret: typed, seen }: { form: ChannelForm; secret: string; seen: number },
): Promise<Fault[] | Refusal | null> {
  const { database, keys, clock, config } = platform;
  if (config.sms) return refuseChannel('by-environment');
  const { unitId, staffId } = session;
  let faults: Fault[] = [];
  const saved = await transact(database.db, async (tx) => {
    const { row, isHome } = await channelOfUnit(tx, unitId);
    if (!isHome) return refuseChannel('other-unit');
    const before = accessOf(keys, row);
    const secret = typed || (before?.secret ?? '');
    const read = readSettings(form, secret);
    if ('faults' in read) {
      faults = read.faults;
      return null;
    }
    const { settings } = read;
    if (!typed && before?.secret && receiver(before.settings) !== receiver(settings)) {
      faults = [['secret', refuseChannel('secret-again')]];
      return null;
    }
    const now = clock.now();
    const secretSealed = sealChannelSecret(keys, unitId, secret);
    const revision = await saveChannel(tx, { unitId, settings, secretSealed, seen, staffId, now });
    if (revision === null) return refuseChannel('stale');
    await audit(tx, {
      unitId,
      act: 'code-channel.changed',
      actor: `staff:${staffId}`,
      subject: `code-channel:${revision}`,
      detail: { settings, secretChanged: typed !== '' },
      at: now,
    });
    return null;
  });
  if (isRefusal(saved)) return saved;
  return faults.length > 0 ? faults : null;
}
