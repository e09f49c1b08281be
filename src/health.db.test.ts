import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb } from '../test/support/web.ts';

const TOKEN = 'mot-ma-dai-cho-may-giam-sat';
const web = await testWeb('2026-11-24T03:00:00Z', { BACCAU_METRICS_TOKEN: TOKEN, BACCAU_SLOW_QUERY_MS: '50' });
const ask = (remoteAddress: string, token?: string) =>
  web.app.inject({
    url: '/metrics',
    remoteAddress,
    ...(token && { headers: { authorization: `Bearer ${token}` } }),
  });

test('metrics are for this machine, or for who has the token', async () => {
  expect((await ask('127.0.0.1')).statusCode).toBe(200);
  expect((await ask('203.0.113.7')).statusCode).toBe(404);
  expect((await ask('203.0.113.7', 'sai')).statusCode).toBe(404);
  expect((await ask('203.0.113.7', TOKEN)).statusCode).toBe(200);
});

test('they tell of pool, outbox and codes; a slow statement is counted without its values', async () => {
  await sql`insert into outbox_event (unit_id, event_id, topic, payload, created_at, next_attempt_at)
    values ('p', gen_random_uuid(), 'x', '{}', '2026-11-24T02:59:00Z', '2026-11-24T02:59:00Z')`.execute(web.db);
  await sql`select pg_sleep(0.1), ${'+84901234567'}::text`.execute(web.db);
  const { body } = await ask('127.0.0.1');
  expect(body).toContain('baccau_outbox_lag_seconds 60');
  expect(body).toContain('baccau_outbox_stuck 0');
  expect(body).toContain('baccau_pool_waiting 0');
  expect(body).toMatch(/baccau_slow_queries_total [1-9]/);
  expect(body).toContain('# TYPE baccau_codes_total counter');
  expect(body).not.toContain('901234567');
});
