import type { Db } from '../../platform/db/index.ts';
import { toLocal } from './calendar/local-date.ts';
import type { UnitAt } from './model.ts';
import { homeUnit } from './store.ts';

/** Every page shows the unit's name; a renamed unit is seen within this time. */
const KEPT_MS = 60_000;

const cache = new WeakMap<Db, { at: number; unit: Promise<UnitAt | null> }>();

/** The home unit as of now, remembered for a minute so that pages spend no statement on it. */
export function currentHomeUnit(db: Db, now: Date): Promise<UnitAt | null> {
  const known = cache.get(db);
  if (known && Math.abs(now.getTime() - known.at) < KEPT_MS) return known.unit;
  const unit = homeUnit(db, toLocal(now).date).then((found) => {
    if (!found) cache.delete(db);
    return found;
  });
  unit.catch(() => cache.delete(db));
  cache.set(db, { at: now.getTime(), unit });
  return unit;
}

/** Somebody changed the unit just now: the next page of this process reads it anew. */
export const forgetHomeUnit = (db: Db): boolean => cache.delete(db);
