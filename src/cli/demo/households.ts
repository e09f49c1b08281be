import { insertHouseholds, type NewHousehold } from '../../modules/identity/index.ts';
import { insertNeighbourhoods } from '../../modules/units/index.ts';
import { transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { DemoContext } from './context.ts';
import { type DemoSex, familyName, fullName } from './names.ts';
import { DEMO_HOUSEHOLDS, DEMO_NEIGHBOURHOODS, demoPhone } from './people.ts';
import type { Random } from './random.ts';

/** Twenty neighbourhoods with 2,000 invented households, marked as demo rows. */
export async function seedHouseholds({ db, unit, now, random }: DemoContext): Promise<void> {
  const neighbourhoods = Array.from({ length: DEMO_NEIGHBOURHOODS }, (_, at) => ({
    neighbourhoodId: newId(),
    nameId: newId(),
    validFrom: unit.since,
    name: `Khu phố ${at + 1} (mẫu)`,
  }));
  const households = Array.from({ length: DEMO_HOUSEHOLDS }, (_, at): NewHousehold => {
    const place = at % DEMO_NEIGHBOURHOODS;
    return {
      unitId: unit.unitId,
      householdId: newId(),
      neighbourhoodId: neighbourhoods[place]?.neighbourhoodId ?? '',
      address: `${random.int(1, 240)}/${random.int(1, 30)} Đường Mẫu ${place + 1}, Khu phố ${place + 1}`,
      // One household in twelve has no phone at all.
      phone: random.next() < 1 / 12 ? null : demoPhone(10_000 + at),
      isDemo: true,
      members: membersOf(random, now.getUTCFullYear()),
    };
  });
  await transact(db, async (tx) => {
    await insertNeighbourhoods(tx, { unitId: unit.unitId, recordedAt: now, recordedBy: 'system' }, neighbourhoods);
    await insertHouseholds(tx, households, now);
  });
}

function membersOf(random: Random, year: number): NewHousehold['members'] {
  const headSex: DemoSex = random.next() < 0.7 ? 'nam' : 'nu';
  const headBirth = year - random.int(26, 82);
  const family = familyName(random);
  const person = (sex: DemoSex, birthYear: number, name: string, isHead = false) => ({
    memberId: newId(),
    fullName: name,
    birthYear,
    sex,
    isHead,
  });
  const members = [person(headSex, headBirth, fullName(random, headSex, family), true)];
  // An old person may live alone; the later coverage work looks for exactly these.
  if (random.next() < 0.12) return members;
  const spouse: DemoSex = headSex === 'nam' ? 'nu' : 'nam';
  members.push(person(spouse, headBirth + random.int(-4, 6), fullName(random, spouse)));
  for (let child = random.int(0, 3); child > 0; child -= 1) {
    const sex: DemoSex = random.next() < 0.51 ? 'nam' : 'nu';
    const birthYear = Math.min(year, headBirth + random.int(20, 40));
    members.push(person(sex, birthYear, fullName(random, sex, family)));
  }
  return members;
}
