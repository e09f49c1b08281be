import { channelOf, type Outcome, recordSupportTurn } from '../../modules/assistance/index.ts';
import { transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal } from '../../platform/problem.ts';
import type { DemoContext } from './context.ts';
import type { DemoStaffIds } from './staff.ts';

const KINDS = [
  'account-here',
  'vneid',
  'scan-papers',
  'submit-online',
  'look-up',
  'pay-online',
  'smartphone',
  'digital-safety',
] as const;
const PLACES = ['one-stop', 'one-stop', 'one-stop', 'neighbourhood-office', 'home', 'phone'] as const;
const OUTCOMES: readonly Outcome[] = ['solved', 'solved', 'solved', 'solved', 'partly', 'redirected', 'not-solved'];
const TURNS = 240;
const DAYS = 56;

/** Eight weeks of invented support turns by both teams; all at once or not at all. */
export async function seedTurns({ db, unit, now, random }: DemoContext, { staff, teams }: DemoStaffIds): Promise<void> {
  const helpers = [...staff.values()].filter(({ team }) => team !== undefined);
  await transact(db, async (tx) => {
    for (let count = 0; count < TURNS; count += 1) {
      const helper = random.pick(helpers);
      const place = random.pick(PLACES);
      const minutes = random.int(4, 45);
      const endedAt = new Date(now.getTime() - random.int(1, DAYS) * 86_400_000 - random.int(0, 5) * 3_600_000);
      const facts = {
        kind: random.pick(KINDS),
        place,
        channel: channelOf(place),
        minutes,
        outcome: random.pick(OUTCOMES),
        note: null,
      };
      const recorded = await recordSupportTurn(tx, {
        turnId: newId(),
        facts,
        unitId: unit.unitId,
        teamId: teams[helper.team ?? 'rapid'],
        staffId: helper.staffId,
        helperSessionId: null,
        accountId: null,
        citizenUnitId: unit.unitId,
        accountOpened: facts.kind === 'account-here' && facts.outcome === 'solved',
        dossier: null,
        startedAt: new Date(endedAt.getTime() - minutes * 60_000),
        endedAt,
        givenEnd: null,
        now: endedAt,
        isDemo: true,
      });
      if (isRefusal(recorded)) throw new Error(`Demo: ${recorded.refused}`);
    }
  });
}
