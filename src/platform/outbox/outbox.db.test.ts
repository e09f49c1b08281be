import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { transact } from '../db/index.ts';
import { refusePlatform } from '../problem.ts';
import { deliverOutbox, emit, type OutboxEvent } from './index.ts';

const { db } = await testDatabase();
const at = new Date('2026-11-24T03:00:00Z');
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
const news = (n: number) => ({ unitId: 'u1', topic: 'test.news', payload: { n }, at });

describe('outbox', () => {
  it('delivers each event once, retries a failed one later and drops news of a refused act', async () => {
    const seen: number[] = [];
    let broken = true;
    const consumer = async (_tx: unknown, event: OutboxEvent) => {
      const n = event.payload.n as number;
      if (n === 2 && broken) throw new Error('broken');
      seen.push(n);
    };
    const consumers = new Map([['test.news', [consumer]]]);
    await transact(db, async (tx) => {
      for (const n of [1, 2, 3]) await emit(tx, news(n));
    });
    await transact(db, async (tx) => {
      await emit(tx, news(4));
      return refusePlatform('forbidden');
    });
    expect(await deliverOutbox(db, consumers, at)).toBe(3);
    expect(seen).toEqual([1, 3]);
    broken = false;
    expect(await deliverOutbox(db, consumers, at)).toBe(0);
    expect(await deliverOutbox(db, consumers, later(5))).toBe(1);
    expect(seen).toEqual([1, 3, 2]);
    const { rows } = await sql<{
      open: number;
    }>`select count(*) as open from outbox_event where done_at is null`.execute(db);
    expect(rows[0]?.open).toBe(0);
  });
});
