import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/index.ts';
import { type KeyRing, type SealedColumn, seal, unseal } from '../files/index.ts';
import { httpChannel } from './http-channel.ts';
import type { SmsAccess } from './settings.ts';
import { smppChannel } from './smpp/channel.ts';
import { type ClosableChannel, type SmsChannel, SmsFailure } from './sms-channel.ts';
import { homeChannel, noteFailed, noteSent } from './store.ts';

const contextOf = (unitId: string): string => `messaging/code-channel/${unitId}`;

export const sealChannelSecret = (keys: KeyRing, unitId: string, secret: string): string =>
  seal(keys, contextOf(unitId), secret);

export const openChannelSecret = (keys: KeyRing, unitId: string, sealed: string): string =>
  unseal(keys, contextOf(unitId), sealed);

export function openChannel({ settings, secret }: SmsAccess): ClosableChannel {
  if (settings.kind === 'smpp') return smppChannel({ settings, secret });
  return { ...httpChannel({ settings, secret }), close: async () => {} };
}

export interface CodeChannel extends ClosableChannel {
  ready(): Promise<boolean>;
  readonly byEnvironment: boolean;
}

export interface CodeChannelDeps {
  readonly db: Db;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly log: Logger;
  /** Settings of the environment win over those of the database. */
  readonly fromEnvironment: SmsAccess | null;
  readonly onSend?: (kind: string, result: string) => void;
}

/**
 * The installation's channel. Its settings are looked up at each message, so that a change counts at once in every
 * process; a connection is kept until they change.
 */
export function createCodeChannel(deps: CodeChannelDeps): CodeChannel {
  const { db, keys, clock, log, fromEnvironment } = deps;
  let open: { version: string; kind: string; channel: ClosableChannel } | null = null;

  async function current(): Promise<typeof open> {
    const row = fromEnvironment ? null : await homeChannel(db);
    const version = fromEnvironment ? 'environment' : row?.settings ? `${row.unitId} ${row.revision}` : null;
    if (open?.version === version) return open;
    const before = open;
    open = null;
    if (version !== null) {
      const access = fromEnvironment ?? accessOf(keys, row);
      if (access) open = { version, kind: access.settings.kind, channel: openChannel(access) };
    }
    await before?.channel.close();
    return open;
  }

  return {
    byEnvironment: fromEnvironment !== null,
    ready: async () => (await current()) !== null,
    async sendSms(to, text) {
      const used = await current();
      if (!used) throw new SmsFailure('unreachable', 'chưa có kênh');
      try {
        await used.channel.sendSms(to, text);
      } catch (error) {
        const failure = error instanceof SmsFailure ? error : new SmsFailure('unreachable', (error as Error).name);
        log.warn({ channel: used.kind, reason: failure.reason, detail: failure.detail }, 'code not sent');
        deps.onSend?.(used.kind, failure.reason);
        await noteFailed(db, failure.message, clock.now());
        throw failure;
      }
      deps.onSend?.(used.kind, 'sent');
      await noteSent(db, clock.now());
    },
    async close() {
      await open?.channel.close();
      open = null;
    },
  };
}

/** What a row opens; null while nothing is set. */
export function accessOf(
  keys: KeyRing,
  row: { unitId: string; settings: SmsAccess['settings'] | null; secretSealed: string | null } | null | undefined,
): SmsAccess | null {
  if (!row?.settings) return null;
  return {
    settings: row.settings,
    secret: row.secretSealed ? openChannelSecret(keys, row.unitId, row.secretSealed) : '',
  };
}

/** True when the channel may be used for a code; a channel that cannot tell is. */
export const isReady = async (sms: SmsChannel | null): Promise<boolean> =>
  sms !== null && (sms.ready === undefined || (await sms.ready()));

/** What a change of the key has to seal anew. */
export const channelSealed: readonly SealedColumn[] = [
  { table: 'code_channel', column: 'secret_sealed', key: ['unit_id'], context: ([unitId = '']) => contextOf(unitId) },
];
