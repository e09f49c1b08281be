import { sql } from 'kysely';
import type { Db, Tx } from '../db/index.ts';
import { json, transact } from '../db/index.ts';
import { newId } from '../ids.ts';

export interface OutboxEvent {
  readonly unitId: string;
  readonly eventId: string;
  readonly topic: string;
  readonly payload: Record<string, unknown>;
  readonly createdAt: Date;
}

/** Consumes one topic inside the transaction that marks the event as done; must be idempotent. */
export type OutboxConsumer = (tx: Tx, event: OutboxEvent) => Promise<void>;

export const OUTBOX_CHANNEL = 'baccau_outbox';

/** Writes news in the transaction of the act. Personal data stays out: ids only. Never a one-time code. */
export async function emit(
  tx: Tx,
  event: { unitId: string; topic: string; payload: Record<string, unknown>; at: Date },
): Promise<void> {
  await sql`
    with written as (
      insert into outbox_event (unit_id, event_id, topic, payload, created_at, next_attempt_at)
      values (${event.unitId}, ${newId()}, ${event.topic}, ${json(event.payload)}, ${event.at}, ${event.at}) returning 1)
    select pg_notify(${OUTBOX_CHANNEL}, '') from written`.execute(tx);
}

/** Attempts after which an event is left for an operator (`doctor` lists it). */
export const MAX_ATTEMPTS = 20;

/**
 * Delivers due events, oldest first, each in its own transaction; a failed one backs off exponentially.
 * @returns how many were tried.
 */
export async function deliverOutbox(
  db: Db,
  consumers: ReadonlyMap<string, readonly OutboxConsumer[]>,
  now: Date,
  limit = 200,
): Promise<number> {
  let tried = 0;
  while (tried < limit && (await deliverOne(db, consumers, now))) tried += 1;
  return tried;
}

async function deliverOne(db: Db, consumers: ReadonlyMap<string, readonly OutboxConsumer[]>, now: Date) {
  let current: { unitId: string; eventId: string; attempts: number } | null = null;
  try {
    return await transact(db, async (tx) => {
      const { rows } = await sql<OutboxEvent & { attempts: number }>`
        select unit_id as "unitId", event_id as "eventId", topic, payload, created_at as "createdAt", attempts
        from outbox_event
        where done_at is null and next_attempt_at <= ${now} and attempts < ${MAX_ATTEMPTS}
        order by next_attempt_at, event_id limit 1 for update skip locked`.execute(tx);
      const event = rows[0];
      if (!event) return false;
      current = event;
      for (const consume of consumers.get(event.topic) ?? []) await consume(tx, event);
      await sql`update outbox_event set done_at = ${now}, last_error = null
        where unit_id = ${event.unitId} and event_id = ${event.eventId}`.execute(tx);
      return true;
    });
  } catch (error) {
    const failed = current as { unitId: string; eventId: string; attempts: number } | null;
    if (!failed) throw error;
    const seconds = Math.min(3600, 2 ** failed.attempts);
    await sql`update outbox_event set attempts = attempts + 1, last_error = ${String(error).slice(0, 500)},
        next_attempt_at = ${new Date(now.getTime() + seconds * 1000)}
      where unit_id = ${failed.unitId} and event_id = ${failed.eventId}`.execute(db);
    return true;
  }
}

/** Events that were tried in vain and wait for an operator. */
export async function stuckEvents(db: Db): Promise<number> {
  const { rows } = await sql<{ stuck: number }>`
    select count(*) as stuck from outbox_event where done_at is null and attempts >= ${MAX_ATTEMPTS}`.execute(db);
  return rows[0]?.stuck ?? 0;
}

/** When the oldest news that still waits was written, and how much is stuck. */
export async function outboxLag(db: Db): Promise<{ oldest: Date | null; stuck: number }> {
  const { rows } = await sql<{ oldest: Date | null; stuck: number }>`
    select min(created_at) filter (where attempts < ${MAX_ATTEMPTS}) as oldest,
      count(*) filter (where attempts >= ${MAX_ATTEMPTS}) as stuck
    from outbox_event where done_at is null`.execute(db);
  return rows[0] ?? { oldest: null, stuck: 0 };
}
