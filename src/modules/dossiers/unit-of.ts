import type { Db } from '../../platform/db/index.ts';
import { findUnit, toLocal, type UnitAt } from '../units/index.ts';

/**
 * The unit of a draft or dossier as it is now. `home` (remembered by the door) spares the look-up where it is the one.
 * @throws when the unit is gone: units end, but are never removed
 */
export async function unitOf(db: Db, unitId: string, home: UnitAt | null, now: Date): Promise<UnitAt> {
  if (home?.unitId === unitId) return home;
  const unit = await findUnit(db, unitId, toLocal(now).date);
  if (!unit) throw new Error(`Unit ${unitId} is missing`);
  return unit;
}
