import { type Db, transact } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { type Filing, pinnedFiling } from '../catalogue/index.ts';
import { type Acting, noteHelperAct } from './acting.ts';
import { refuse } from './problems.ts';
import { type DossierView, dossierOfAccount } from './store-read.ts';

/** The owner's dossier with the form that it pins; one statement once the form was read. Refusal: `not-found`. */
export async function openDossier(
  db: Db,
  accountId: string,
  unitId: string,
  dossierId: string,
): Promise<{ dossier: DossierView; filing: Filing } | Refusal> {
  const dossier = await dossierOfAccount(db, accountId, unitId, dossierId);
  return dossier ? { dossier, filing: await pinnedFiling(db, dossier) } : refuse('not-found');
}

/** A helper's look at a submitted dossier goes into the citizen's journal; the citizen's own look leaves no trace. */
export async function noteDossierSeen(
  db: Db,
  acting: Acting,
  { unitId, dossierId }: Pick<DossierView, 'unitId' | 'dossierId'>,
  now: Date,
): Promise<void> {
  if (!acting.helper) return;
  await transact(db, (tx) => noteHelperAct(tx, acting, 'dossier-seen', `dossier:${unitId}/${dossierId}`, now));
}
