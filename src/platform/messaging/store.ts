import { sql } from 'kysely';
import type { Db, Tx } from '../db/index.ts';
import { json } from '../db/index.ts';
import type { SmsSettings } from './settings.ts';

export interface ChannelRow {
  readonly unitId: string;
  readonly settings: SmsSettings | null;
  readonly secretSealed: string | null;
  readonly revision: number;
  readonly changedAt: Date | null;
  readonly lastOkAt: Date | null;
  readonly lastFailedAt: Date | null;
  readonly lastFailure: string | null;
}

const COLUMNS = sql`c.unit_id as "unitId", c.settings, c.secret_sealed as "secretSealed", c.revision,
  c.changed_at as "changedAt", c.last_ok_at as "lastOkAt", c.last_failed_at as "lastFailedAt", c.last_failure as "lastFailure"`;

/** The channel that codes go by: the home unit's. */
export async function homeChannel(db: Db): Promise<ChannelRow | undefined> {
  const { rows } = await sql<ChannelRow>`
    select ${COLUMNS} from code_channel c join installation i on i.home_unit_id = c.unit_id`.execute(db);
  return rows[0];
}

/** A unit's own row, and whether it is the home unit (where none is set yet, whoever administers may set it up). */
export async function channelOfUnit(db: Db, unitId: string): Promise<{ row: ChannelRow | null; isHome: boolean }> {
  const { rows } = await sql<ChannelRow & { isHome: boolean; there: boolean }>`
    select ${COLUMNS}, i.home_unit_id = ${unitId} as "isHome", c.unit_id is not null as there
    from installation i left join code_channel c on c.unit_id = ${unitId}`.execute(db);
  const found = rows[0];
  return { row: found?.there ? found : null, isHome: found?.isHome ?? false };
}

/**
 * Writes the settings of the home unit over the revision that the administrator saw. @returns the new revision, or null
 * when somebody else was faster or the unit is not the home unit
 */
export async function saveChannel(
  tx: Tx,
  change: {
    unitId: string;
    settings: SmsSettings;
    secretSealed: string;
    seen: number;
    staffId: string;
    now: Date;
  },
): Promise<number | null> {
  const { unitId, seen, now } = change;
  const { rows } = await sql<{ revision: number }>`
    insert into code_channel as c (unit_id, settings, secret_sealed, revision, changed_by, changed_at)
    select ${unitId}, ${json(change.settings)}, ${change.secretSealed}, 1, ${change.staffId}, ${now}
    from installation where home_unit_id = ${unitId}
    on conflict (unit_id) do update set settings = excluded.settings, secret_sealed = excluded.secret_sealed,
      revision = c.revision + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
      last_ok_at = null, last_failed_at = null, last_failure = null
      where c.unit_id = ${unitId} and c.revision = ${seen}
    returning revision`.execute(tx);
  return rows[0]?.revision ?? null;
}

/** A message went out; written at most once a minute unless the channel just recovered. */
export async function noteSent(db: Db, now: Date): Promise<void> {
  const minuteAgo = new Date(now.getTime() - 60_000);
  await sql`
    insert into code_channel as c (unit_id, last_ok_at)
    select home_unit_id, ${now} from installation where home_unit_id is not null
    on conflict (unit_id) do update set last_ok_at = excluded.last_ok_at
      where c.unit_id = excluded.unit_id
        and (c.last_ok_at is null or c.last_ok_at < ${minuteAgo} or c.last_failed_at > c.last_ok_at)`.execute(db);
}

/** @param failure reason and number only */
export async function noteFailed(db: Db, failure: string, now: Date): Promise<void> {
  await sql`
    insert into code_channel as c (unit_id, last_failed_at, last_failure)
    select home_unit_id, ${now}, ${failure} from installation where home_unit_id is not null
    on conflict (unit_id) do update set last_failed_at = excluded.last_failed_at, last_failure = excluded.last_failure
      where c.unit_id = excluded.unit_id`.execute(db);
}
