import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { newId } from '../../platform/ids.ts';
import { fromRoot } from '../../platform/paths.ts';
import { isRefusal } from '../../platform/problem.ts';
import { kindsOn, loadSupportTurnKinds, logSupportTurn } from '../assistance/index.ts';
import { insertTestUnit } from '../identity/testing.ts';
import { insertTestHelper, insertTestTeam } from '../mandates/testing.ts';
import { lastDay, PERIOD_KINDS, turnFigures } from './index.ts';

const { db, statements } = await testDatabase();
await loadSupportTurnKinds(db, fromRoot('db', 'seed', 'support-turn-kinds.json'));
const teams: { unitId: string; teamId: string; staffId: string }[] = [];
for (const [unitId, name] of [
  ['u-1', 'Đội Một'],
  ['u-1', 'Đội Hai'],
  ['u-2', 'Đội nơi khác'],
] as const) {
  if (!teams.some((team) => team.unitId === unitId)) await insertTestUnit(db, unitId, unitId);
  const teamId = await insertTestTeam(db, unitId, name);
  const helper = await insertTestHelper(db, `thu.${teams.length + 1}`, { unitId, name: unitId }, { teamId, name });
  teams.push({ unitId, teamId, staffId: helper.staffId });
}
const now = new Date('2026-12-31T16:59:00Z');
const turn = fc.record({
  team: fc.nat(2),
  day: fc.integer({ min: 0, max: 130 }),
  kind: fc.nat(20),
  minutes: fc.integer({ min: 1, max: 90 }),
  outcome: fc.constantFrom('solved', 'partly', 'not-solved', 'redirected'),
});

describe('figures of support turns', () => {
  it('equal a plain recount, for every period and unit', { timeout: 120_000 }, async () => {
    for (const one of fc.sample(turn, 150)) {
      const endedAt = new Date(now.getTime() - one.day * 86_400_000 - one.kind * 3_600_000).toISOString();
      const kinds = await kindsOn(db, endedAt.slice(0, 10));
      const by = teams[one.team];
      if (!by) throw new Error('no team');
      const input = { kind: kinds[one.kind % kinds.length]?.kind ?? '', place: 'home', channel: '', note: '' };
      const logged = await logSupportTurn({
        db,
        now,
        turnId: newId(),
        input: { ...input, minutes: String(one.minutes), outcome: one.outcome },
        by,
        endedAt,
      });
      if (isRefusal(logged)) throw new Error(logged.refused);
    }
    for (const unitId of ['u-1', 'u-2', 'u-3']) {
      for (const kind of PERIOD_KINDS) {
        const counted = await turnFigures(db, { unitId, kind, date: '2026-11-24' });
        if (isRefusal(counted)) throw new Error(counted.refused);
        const { period, figures } = counted;
        const { rows } = await sql<Record<string, number>>`
          select count(*) as turns, coalesce(sum(minutes), 0) as minutes,
            coalesce(sum(account_opened::int), 0) as "accountsOpened", count(dossier_id) as "withDossier",
            count(*) filter (where outcome = 'solved') as solved
          from support_turn where unit_id = ${unitId} and local_date between ${period.from} and ${lastDay(period)}`.execute(
          db,
        );
        expect(figures.total).toEqual(rows[0]);
        for (const group of figures.byKind) {
          const { rows: again } = await sql<{ turns: number; minutes: number }>`
            select count(*) as turns, sum(minutes) as minutes from support_turn
            where unit_id = ${unitId} and kind = ${group.key} and local_date >= ${period.from} and local_date < ${period.to}`.execute(
            db,
          );
          expect(group).toMatchObject(again[0] ?? {});
        }
        expect(
          figures.byTeam.every((team) => teams.some((known) => known.unitId === unitId && known.teamId === team.key)),
        ).toBe(true);
      }
    }
  });

  it('take one statement and name kinds in words', async () => {
    const before = statements.count;
    const counted = await turnFigures(db, { unitId: 'u-1', kind: 'year', date: '2026-11-24' });
    expect(statements.count - before).toBe(1);
    const names = isRefusal(counted) ? [] : counted.figures.byKind.map(({ name }) => name);
    expect(names).toContain('Cài và dùng VNeID');
  });

  it('add a unit that came wholly into this one, and never one that was split', async () => {
    const relation = { effective_on: '2026-07-01', legal_document: 'test', source_ref: 'test' };
    const from = (from_unit_id: string, to_unit_id: string) =>
      db
        .insertInto('unit_relation')
        .values({ ...relation, from_unit_id, to_unit_id, relation: 'merged' })
        .execute();
    const total = async (more: object) => {
      const counted = await turnFigures(db, { unitId: 'u-1', kind: 'year', date: '2026-11-24', ...more });
      if (isRefusal(counted)) throw new Error(counted.refused);
      return counted.figures.total.turns;
    };
    const own = await total({});
    const other = await turnFigures(db, { unitId: 'u-2', kind: 'year', date: '2026-11-24' });
    const theirs = isRefusal(other) ? 0 : other.figures.total.turns;
    expect(theirs).toBeGreaterThan(0);
    await from('u-2', 'u-1');
    expect(await total({ rollUp: 'historical' })).toBe(own);
    const before = statements.count;
    expect(await total({ rollUp: 'successor' })).toBe(own + theirs);
    expect(statements.count - before).toBe(2);
    expect(await total({ rollUp: 'successor', asOf: '2026-06-30' })).toBe(own);
    await insertTestUnit(db, 'u-9', 'u-9');
    await from('u-2', 'u-9');
    expect(await total({ rollUp: 'successor' })).toBe(own);
  });

  it('refuse a day that is in no calendar', async () => {
    expect(await turnFigures(db, { unitId: 'u-1', kind: 'week', date: '2026-02-30' })).toMatchObject({
      refused: 'insight.no-such-day',
    });
  });
});
