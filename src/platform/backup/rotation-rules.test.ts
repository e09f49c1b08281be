import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beforeUpgradeName, localDay, parseKeep, scheduledName, toRemove, upgradesToRemove } from './rotation-rules.ts';

const DAY = 86_400_000;
/** 01:00 in Viet Nam of a day, counted from Thursday 1 January 2026. */
const nameOn = (day: number): string => scheduledName(new Date(Date.UTC(2025, 11, 31, 18) + day * DAY));
const names = (days: number): string[] => Array.from({ length: days }, (_, day) => nameOn(day));

/** Rotates after each day's backup, as the program does. */
function afterDays(days: number, keep: { days: number; weeks: number; months: number }): string[] {
  let there: string[] = [];
  for (const name of names(days)) {
    const gone = toRemove([...there, name], keep);
    there = [...there, name].filter((one) => !gone.includes(one));
  }
  return there;
}

it('keeps 7 days, 5 weeks and 12 months out of two years', () => {
  const kept = afterDays(730, { days: 7, weeks: 5, months: 12 });
  const days = kept.map((name) => name.slice(7, 15));
  // Named by UTC: 01:00 in Viet Nam is 18:00 of the day before. The last backup is that of 31 December 2027.
  expect(days).toEqual([
    ...['20270130', '20270227', '20270330', '20270429', '20270530', '20270629', '20270730', '20270830'],
    ...['20270929', '20271030', '20271129'],
    ...['20271204', '20271211', '20271218'],
    ...['20271224', '20271225', '20271226', '20271227', '20271228', '20271229', '20271230'],
  ]);
});

it('keeps the newest of a day on which more were taken', () => {
  const [morning, noon] = [9, 12].map((hour) => scheduledName(new Date(Date.UTC(2026, 10, 24, hour))));
  expect(toRemove([morning ?? '', noon ?? ''], { days: 7, weeks: 0, months: 0 })).toEqual([morning]);
});

it('never names what is not a daily backup of ours', () => {
  const others = [
    'baccau.tar',
    'baccau-20260101T000000Z.tar.gz',
    'quan-trong.docx',
    'baccau-99999999T999999Z.tar',
    '.',
  ];
  const upgrade = beforeUpgradeName(new Date(0), 9);
  expect(toRemove([...others, upgrade, ...names(40)], { days: 1, weeks: 0, months: 0 })).toEqual(
    names(39).toReversed(),
  );
});

it('keeps the last three backups before upgrades', () => {
  const upgrades = [1, 2, 3, 4, 5].map((n) => beforeUpgradeName(new Date(n * DAY), n));
  expect(upgradesToRemove([...upgrades, ...names(20)])).toEqual([upgrades[1], upgrades[0]]);
});

const keeps = fc.record({ days: fc.nat(10), weeks: fc.nat(10), months: fc.nat(10) });
const times = fc.uniqueArray(fc.integer({ min: 0, max: 40_000 }), { maxLength: 200 });

it('always keeps the newest, never more than was asked for, and a second turn finds nothing', () => {
  fc.assert(
    fc.property(times, keeps, (hours, keep) => {
      const all = hours.map((hour) => scheduledName(new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000)));
      const gone = toRemove(all, keep);
      const stay = all.filter((name) => !gone.includes(name));
      expect(stay.length).toBeLessThanOrEqual(Math.max(1, keep.days + keep.weeks + keep.months));
      if (all.length > 0) expect(stay).toContain(all.toSorted().at(-1));
      expect(toRemove(stay, keep)).toEqual([]);
    }),
  );
});

it('reads how many to keep', () => {
  expect(parseKeep('7d 5w 12m')).toEqual({ days: 7, weeks: 5, months: 12 });
  expect(parseKeep('14d')).toEqual({ days: 14, weeks: 0, months: 0 });
  expect(parseKeep('3w2m')).toEqual({ days: 0, weeks: 3, months: 2 });
  for (const wrong of ['', '0d', '7', '7x', '5w 7d', '-1d', '1000d']) expect(parseKeep(wrong), wrong).toBeNull();
});

it('counts days in Viet Nam', () => {
  expect(localDay(new Date('2026-11-24T16:59:59Z'))).toBe('2026-11-24');
  expect(localDay(new Date('2026-11-24T17:00:00Z'))).toBe('2026-11-25');
});
