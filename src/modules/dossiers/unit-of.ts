import type { Db } from '../../platform/db/index.ts';
import { findUnitOrLast, toLocal, type UnitAt } from '../units/index.ts';

/**
 * The unit of a draft or dossier as it is now, or as it last was. `home` (remembered by the door) spares the look-up
 * where it is the one.
 * @throws when the unit never was: units end, but are never removed
 */
export async function unitOf(db: Db, unitId: string, home: UnitAt | null, now: Date): Promise<UnitAt> {
  if (home?.unitId === unitId) return home;
  const unit = await findUnitOrLast(db, unitId, toLocal(now).date);
  if (!unit) throw new Error(`Unit ${unitId} is missing`);
  return unit;
}

/**
 * The unit as it was when a paper was issued: what is printed again bears the name, hotline and address of that day.
 * @throws as {@link unitOf}
 */
export async function unitThen(
  db: Db,
  unitId: string,
  home: UnitAt | null,
  at: { readonly issued: Date; readonly now: Date },
): Promise<UnitAt> {
  const day = toLocal(at.issued).date;
  const found = day === toLocal(at.now).date ? null : await findUnitOrLast(db, unitId, day);
  return found ?? unitOf(db, unitId, home, at.now);
}
