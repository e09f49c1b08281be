import { type Filing, pinnedFiling } from '../../modules/catalogue/index.ts';
import { type Actor, type DossierView, dossierOfUnit, unitOf } from '../../modules/dossiers/index.ts';
import type { StaffSession } from '../../modules/identity/index.ts';
import { currentHomeUnit, type UnitAt } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError } from '../../platform/http/index.ts';
import { refusePlatform } from '../../platform/problem.ts';

export interface LoadedDossier {
  readonly dossier: DossierView;
  readonly filing: Filing;
  readonly unit: UnitAt;
}

/** A dossier of the officer's own unit; another unit's is not found. @throws RefusalError 404 */
export async function loadDossier(
  platform: Platform,
  session: Pick<StaffSession, 'unitId'>,
  dossierId: string,
): Promise<LoadedDossier> {
  const { db } = platform.database;
  const now = platform.clock.now();
  const dossier = await dossierOfUnit(db, session.unitId, dossierId);
  if (!dossier) throw new RefusalError(refusePlatform('not-found'));
  const [filing, home] = await Promise.all([pinnedFiling(db, dossier), currentHomeUnit(db, now)]);
  return { dossier, filing, unit: await unitOf(db, dossier.unitId, home, now) };
}

export const staffActor = (session: StaffSession): Actor => ({
  kind: 'staff',
  id: session.staffId,
  name: session.name,
});
