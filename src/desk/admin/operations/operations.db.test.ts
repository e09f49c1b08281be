import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, expect, it } from 'vitest';
import { testWeb } from '../../../../test/support/web.ts';
import { seedUnitAndCatalogue } from '../../../modules/dossiers/testing.ts';
import { insertTestUnit } from '../../../modules/identity/testing.ts';
import { type Jobs, startJobs } from '../../../platform/jobs/index.ts';
import { atDesk, words } from '../../testing.ts';
import { ADMIN } from '../paths.ts';
import { OPERATIONS } from './paths.ts';

const web = await testWeb('2026-11-24T03:00:00Z');
const unitId = await seedUnitAndCatalogue(web.db);
await insertTestUnit(web.db, 'noi-khac', 'Nơi Khác');
const admin = await atDesk(web, 'quantri', { unitId, role: 'admin' });
const other = await atDesk(web, 'quantrikhac', { unitId: 'noi-khac', role: 'admin' });
const page = async () => words((await admin.get(OPERATIONS)).html);
let jobs: Jobs | null = null;
afterAll(async () => jobs?.stop());

it('is for administrators of the home unit', async () => {
  for (const role of ['auditor', 'officer', 'leader', 'helper'] as const) {
    const visitor = await atDesk(web, `nguoi-${role}`, { unitId, role });
    expect((await visitor.get(OPERATIONS)).status, role).toBe(403);
  }
  expect((await other.get(OPERATIONS)).status).toBe(404);
  expect((await other.get(ADMIN)).html).not.toContain(OPERATIONS);
  expect((await admin.get(ADMIN)).html).toContain(OPERATIONS);
});

it('says so while no worker has run', async () => {
  expect(await page()).toContain('Chưa khởi động lần nào.');
});

it('shows jobs, news and versions, in two statements beside the session', async () => {
  jobs = await startJobs({
    url: web.ownerUrl,
    role: 'baccau_app',
    log: pino({ level: 'silent' }),
    jobs: [
      { name: 'clean-up', cron: '17 3 * * *', run: async () => {} },
      { name: 'backup', cron: null, run: async () => {} },
    ],
  });
  await sql`insert into pgboss.job (name, state, started_on, completed_on)
    values ('clean-up', 'completed', '2026-11-23T20:17:00Z', '2026-11-23T20:17:05Z'),
      ('clean-up', 'failed', '2026-11-22T20:17:00Z', '2026-11-22T20:17:05Z')`.execute(web.db);
  const text = await page();
  expect(text).toContain('Chạy xong lúc 03:17, 24/11/2026. Trong 7 ngày có 1 lần không thành.');
  expect(text).toContain('Sao lưu hằng ngày Để biết Đang tắt');
  expect(text).toContain('Không có tin nào chờ lâu.');
  expect(text).toContain(process.versions.node);
  expect(text).toMatch(/PostgreSQL Để biết 1[5-8]/);
  const before = web.statements.count;
  await admin.get(OPERATIONS);
  // One more is the session's own.
  expect(web.statements.count - before).toBeLessThanOrEqual(3);
});

it('names what went wrong', async () => {
  await sql`insert into pgboss.job (name, state, started_on, completed_on)
    values ('clean-up', 'failed', '2026-11-24T02:00:00Z', '2026-11-24T02:00:05Z')`.execute(web.db);
  await sql`insert into outbox_event (unit_id, event_id, topic, payload, created_at, next_attempt_at, attempts)
    values ('p', gen_random_uuid(), 'x', '{}', '2026-11-24T02:59:00Z', '2026-11-24T02:59:00Z', 20)`.execute(web.db);
  const text = await page();
  expect(text).toContain('Lần gần nhất không thành, lúc 09:00, 24/11/2026.');
  expect(text).toContain('1 tin gửi nhiều lần không được.');
});
