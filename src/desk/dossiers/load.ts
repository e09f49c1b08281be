import type { FastifyRequest } from 'fastify';
import { type Filing, pinnedFiling } from '../../modules/catalogue/index.ts';
import { type Actor, type DossierView, dossierOfUnit, unitOf } from '../../modules/dossiers/index.ts';
import { type StaffAction, type StaffSession, staffOf, standInFor, willShow } from '../../modules/identity/index.ts';
import { currentHomeUnit, type UnitAt } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError } from '../../platform/http/index.ts';
import { refusePlatform } from '../../platform/problem.ts';

export interface LoadedDossier {
  readonly dossier: DossierView;
  readonly filing: Filing;
  readonly unit: UnitAt;
}

/**
 * A dossier of the officer's own unit; another unit's is not found. The look at it is recorded when it is shown.
 * @throws RefusalError 404
 */
export async function loadDossier(
  platform: Platform,
  request: FastifyRequest,
  dossierId: string,
): Promise<LoadedDossier> {
  const session = staffOf(request);
  const { db } = platform.database;
  const now = platform.clock.now();
  const dossier = await dossierOfUnit(db, session.unitId, dossierId);
  if (!dossier) throw new RefusalError(refusePlatform('not-found'));
  const { accountId } = dossier;
  willShow(request, { kind: 'dossier', subject: `dossier:${dossierId}`, accountId, action: 'dossier.see' });
  const [filing, home] = await Promise.all([pinnedFiling(db, dossier), currentHomeUnit(db, now)]);
  return { dossier, filing, unit: await unitOf(db, dossier.unitId, home, now) };
}

/** Who acts; a substitute whose own role would not do says for whom. */
export function staffActor(session: StaffSession, action: StaffAction): Actor {
  const absent = standInFor(session, action);
  const { staffId: id, name } = session;
  return absent
    ? { kind: 'staff', id, name: `${name} (thay ${absent.name})`, standsInFor: absent.staffId }
    : { kind: 'staff', id, name };
}
