import { insertDemoTurns } from '../../modules/assistance/index.ts';
import { toLocal } from '../../modules/units/index.ts';
import { transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { DemoContext } from './context.ts';
import type { DemoStaffIds } from './staff.ts';

const KINDS = ['account-national', 'account-provincial', 'vneid', 'scan-papers', 'submit-online', 'look-up', 'pay-online', 'smartphone-basics', 'digital-safety'] as const;
const PLACES = ['one-stop', 'one-stop', 'one-stop', 'neighbourhood-office', 'home', 'phone'] as const;
const OUTCOMES = ['solved', 'solved', 'solved', 'solved', 'partly', 'redirected', 'not-solved'] as const;
const DAYS = 56;

/** Eight weeks of invented support turns by both teams. */
export async function seedTurns({ db, unit, now, random }: DemoContext, { staff, teams }: DemoStaffIds): Promise<void> {
  const helpers = [...staff.values()].filter(({ team }) => team !== undefined);
  const turns = Array.from({ length: 240 }, () => {
    const helper = random.pick(helpers);
    const minutes = random.int(4, 45);
    const endedAt = new Date(now.getTime() - random.int(1, DAYS) * 86_400_000 - random.int(0, 5) * 3_600_000);
    return {
      unitId: unit.unitId,
      turnId: newId(),
      kind: random.pick(KINDS),
      teamId: teams[helper.team ?? 'rapid'],
      staffId: helper.staffId,
      citizenUnitId: unit.unitId,
      place: random.pick(PLACES),
      minutes,
      outcome: random.pick(OUTCOMES),
      startedAt: new Date(endedAt.getTime() - minutes * 60_000),
      endedAt,
      localDate: toLocal(endedAt).date,
    };
  });
  await transact(db, (tx) => insertDemoTurns(tx, turns));
}
