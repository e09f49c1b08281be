import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { transact } from '../../platform/db/index.ts';
import { isRefusal } from '../../platform/problem.ts';
import { insertTestUnit } from '../identity/testing.ts';
import {
  actingSession,
  endHelperSession,
  type HelperSession,
  liveSessionsOf,
  PURPOSES,
  type Purpose,
  recordHelperAct,
  revokeConsent,
  revokeWhileHelping,
} from './index.ts';
import { insertTestHelper, insertTestTeam, startTestHelp } from './testing.ts';

const { db, statements } = await testDatabase();
const start = new Date('2026-11-24T02:00:00Z');
const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
for (const unitId of ['u-1', 'u-2']) await insertTestUnit(db, unitId, `Phường ${unitId}`);
const teamOne = { teamId: await insertTestTeam(db, 'u-1', 'Đội Một'), name: 'Đội Một' };
const teamTwo = { teamId: await insertTestTeam(db, 'u-2', 'Đội Hai'), name: 'Đội Hai' };
const helper = await insertTestHelper(db, 'thu.mot', { unitId: 'u-1', name: 'Phường u-1' }, teamOne);
const colleague = await insertTestHelper(db, 'thu.hai', { unitId: 'u-1', name: 'Phường u-1' }, teamOne);
const elsewhere = await insertTestHelper(db, 'thu.ba', { unitId: 'u-2', name: 'Phường u-2' }, teamTwo);
const VALID_HOURS = 12;
let people = 0;
function nextPhone(): string {
  people += 1;
  return `0913${String(people).padStart(6, '0')}`;
}

async function loaded(helperSessionId: string, now: Date): Promise<HelperSession> {
  const session = await actingSession(db, { ...helper, helperSessionId }, null, now);
  if (isRefusal(session)) throw new Error(session.refused);
  return session;
}

const journal = async (accountId: string) =>
  (
    await sql<{ act: string }>`select act from helper_act where account_id = ${accountId} order by at, act_id`.execute(
      db,
    )
  ).rows;

describe('a helper may do', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('wait' as const), hours: fc.double({ min: 0, max: 7, noNaN: true }) }),
    fc.record({
      do: fc.constant('act' as const),
      purpose: fc.constantFrom<Purpose | null>(...PURPOSES, null),
      by: fc.constantFrom('helper', 'helper', 'helper', 'colleague', 'elsewhere', 'swapped-unit'),
    }),
    fc.record({ do: fc.constantFrom('revoke' as const, 'revoke-here' as const, 'end' as const) }),
  );

  it('exactly what purposes, time, revocation and the end say', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...PURPOSES], { minLength: 1 }),
        fc.array(step, { minLength: 1, maxLength: 12 }),
        async (purposes, steps) => {
          const { accountId, helperSessionId } = await startTestHelp(db, {
            helper,
            phone: nextPhone(),
            purposes,
            now: start,
          });
          const mine = { unitId: 'u-1', staffId: helper.staffId, helperSessionId };
          const who = {
            helper: mine,
            colleague: { ...mine, staffId: colleague.staffId },
            elsewhere: { ...mine, unitId: 'u-2', staffId: elsewhere.staffId },
            'swapped-unit': { ...mine, unitId: 'u-2' },
          };
          const session = await loaded(helperSessionId, start);
          let hours = 0;
          let over: boolean = false;
          for (const one of steps) {
            const live: boolean = !over && hours < VALID_HOURS;
            const now = at(hours);
            if (one.do === 'wait') hours += one.hours;
            else if (one.do === 'act') {
              const answer = await actingSession(db, who[one.by as keyof typeof who], one.purpose, now);
              const covered = one.purpose === null || purposes.includes(one.purpose);
              if (!live || one.by !== 'helper') expect(answer).toMatchObject({ refused: 'mandates.ended' });
              else if (!covered) expect(answer).toMatchObject({ refused: 'mandates.not-covered' });
              else expect(answer).toMatchObject({ accountId, purposes: [...purposes].sort() });
              // The journal's insert looks for itself, also when the session was loaded long ago.
              const before = (await journal(accountId)).length;
              const refused = await transact(db, (tx) =>
                recordHelperAct(tx, session, 'dossier-seen', 'dossier:x', now),
              );
              expect(refused).toEqual(live ? undefined : expect.objectContaining({ refused: 'mandates.ended' }));
              expect(await journal(accountId)).toHaveLength(before + (live ? 1 : 0));
            } else if (one.do === 'end') {
              const refused = await transact(db, (tx) => endHelperSession(tx, session, now));
              expect(refused === undefined).toBe(live);
              over = over || live;
            } else if (one.do === 'revoke-here') {
              const answer = await revokeWhileHelping(db, mine, now);
              expect(isRefusal(answer)).toBe(!live);
              over = over || live;
            } else {
              await revokeConsent(db, accountId, session.consentId, now);
              over = true;
            }
          }
          const open = await liveSessionsOf(db, 'u-1', helper.staffId, at(hours));
          const found = open.some((one) => one.helperSessionId === helperSessionId);
          if (over || hours >= VALID_HOURS) expect(found).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('nothing for a revocation that comes in between: the act waits for it and is undone', async () => {
    const { accountId, helperSessionId } = await startTestHelp(db, {
      helper,
      phone: nextPhone(),
      purposes: ['file'],
      now: start,
    });
    const session = await loaded(helperSessionId, start);
    let revoked: Promise<unknown> = Promise.resolve();
    await transact(db, async (tx) => {
      await sql`update consent set revoked_at = ${start}, revoked_by = 'x' where account_id = ${accountId}`.execute(tx);
      revoked = transact(db, (other) => recordHelperAct(other, session, 'paper-added', 'draft:x', start));
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(await revoked).toMatchObject({ refused: 'mandates.ended' });
    expect((await journal(accountId)).map(({ act }) => act)).not.toContain('paper-added');
  });

  it('with one statement a page', async () => {
    const { helperSessionId } = await startTestHelp(db, { helper, phone: nextPhone(), purposes: ['file'], now: start });
    const before = statements.count;
    await loaded(helperSessionId, start);
    expect(statements.count - before).toBe(1);
  });
});
