import type { StaffSession } from '../modules/identity/index.ts';
import { currentHomeUnit, findUnit, toLocal, type UnitAt } from '../modules/units/index.ts';
import type { Platform } from '../platform/context.ts';

/** The unit that somebody works for, with its opening hours; the home unit is remembered, others are looked up. */
export async function calendarUnit(platform: Platform, session: Pick<StaffSession, 'unitId'>): Promise<UnitAt | null> {
  const { database, clock } = platform;
  const now = clock.now();
  const home = await currentHomeUnit(database.db, now);
  return home?.unitId === session.unitId ? home : findUnit(database.db, session.unitId, toLocal(now).date);
}
