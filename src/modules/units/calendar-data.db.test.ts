import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { localDate } from './calendar/local-date.ts';
import { isWorkingDay } from './calendar/work-calendar.ts';
import { forgetCalendars, loadCalendar, shippedCalendar, workCalendarOf } from './index.ts';

const { db, statements } = await testDatabase();
const NOW = new Date('2026-11-24T03:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const someone = '0190a000-0000-7000-8000-000000000001';

it('gives what is shipped to a unit that has entered nothing', async () => {
  expect(await workCalendarOf(db, 'u-none', NOW)).toEqual(shippedCalendar());
});

it('spends a statement once a minute, and none inside a transaction', async () => {
  forgetCalendars(db);
  const before = statements.count;
  await workCalendarOf(db, 'u-1', NOW);
  await workCalendarOf(db, 'u-1', later(59_000));
  expect(statements.count - before).toBe(1);
  await db.transaction().execute(async (tx) => {
    const inside = statements.count;
    await workCalendarOf(tx, 'u-1', later(59_000));
    expect(statements.count).toBe(inside);
  });
  await workCalendarOf(db, 'u-1', later(60_000));
  expect(statements.count - before).toBeGreaterThan(1);
});

it('loads again without a change, and mends what the program shipped wrong', async () => {
  expect(await loadCalendar(db, NOW)).toBe(0);
  await sql`insert into calendar_decision (topic, revision, kind, year, content, source_ref, sure, recorded_at)
    values ('swap:2026-03-02', 1, 'swap', 2026, '{"off": "2026-03-02", "work": "2026-03-07"}', 'bản cũ', 'm', ${NOW})`.execute(
    db,
  );
  expect(await loadCalendar(db, NOW)).toBe(1);
  const { rows } = await sql<{ revision: number; withdrawn: boolean }>`
    select revision, withdrawn from calendar_decision where topic = 'swap:2026-03-02' order by revision`.execute(db);
  expect(rows).toEqual([
    { revision: 1, withdrawn: false },
    { revision: 2, withdrawn: true },
  ]);
  forgetCalendars(db);
  expect(isWorkingDay(await workCalendarOf(db, null, NOW), localDate('2026-03-02'))).toBe(true);
});

it('never overwrites what somebody entered or withdrew', async () => {
  await sql`insert into calendar_decision (topic, revision, kind, year, content, withdrawn, source_ref, sure, recorded_by, recorded_at)
    values ('tet-block:2026', 2, 'tet-block', 2026, '{"year": 2026, "from": "2026-02-17", "to": "2026-02-21"}', false, 'VB thử', 'V', ${someone}, ${NOW}),
      ('swap:2026-08-31', 2, 'swap', 2026, '{"off": "2026-08-31", "work": "2026-08-22"}', true, 'VB thử', 'V', ${someone}, ${NOW})`.execute(
    db,
  );
  expect(await loadCalendar(db, NOW)).toBe(0);
  forgetCalendars(db);
  const calendar = await workCalendarOf(db, null, NOW);
  expect(isWorkingDay(calendar, localDate('2026-02-16'))).toBe(true);
  expect(isWorkingDay(calendar, localDate('2026-08-31'))).toBe(true);
  expect(isWorkingDay(calendar, localDate('2026-08-22'))).toBe(false);
});

it('keeps the hours of a unit to that unit, from their day on', async () => {
  await sql`insert into unit_opening_hours (unit_id, effective_from, revision, weekend, blocks, source_ref, recorded_at)
    values ('u-2', '2026-12-01', 1, '[0]', ${JSON.stringify(Object.fromEntries([1, 2, 3, 4, 5, 6].map((day) => [day, [['08:00', '12:00']]])))}::jsonb, 'thử', ${NOW})`.execute(
    db,
  );
  await sql`insert into unit_day (unit_id, day, revision, kind, name, source_ref, recorded_by, recorded_name, recorded_at)
    values ('u-2', '2026-12-15', 1, 'unit-closing', 'Dời trụ sở', 'thử', ${someone}, 'Người thử', ${NOW})`.execute(db);
  forgetCalendars(db);
  const [own, other] = [await workCalendarOf(db, 'u-2', NOW), await workCalendarOf(db, 'u-3', NOW)];
  const working = (day: string) => [own, other].map((calendar) => isWorkingDay(calendar, localDate(day)));
  expect(working('2026-11-28')).toEqual([false, false]);
  expect(working('2026-12-05')).toEqual([true, false]);
  expect(working('2026-12-15')).toEqual([false, true]);
});

it('is append-only for the application', async () => {
  for (const table of ['calendar_decision', 'unit_opening_hours', 'unit_day'])
    await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow(/permission denied/);
  await expect(sql`update unit_day set name = 'x'`.execute(db)).rejects.toThrow(/permission denied/);
});
