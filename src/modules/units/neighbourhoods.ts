import { audit } from '../../platform/audit/index.ts';
import { type Db, type Tx, transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import type { NeighbourhoodAt } from './model.ts';
import { cleanName, endFault, nameFault, renameFault, takenBy } from './neighbourhood-rules.ts';
import { refuse } from './problems.ts';
import {
  closeNeighbourhoods,
  insertNames,
  insertNeighbourhoods,
  listNeighbourhoods,
  lockNeighbourhoods,
} from './store-neighbourhoods.ts';

/** Who changes the neighbourhoods of which unit, and when. */
export interface NeighbourhoodActor {
  readonly unitId: string;
  /** `staff:<id>` or `system`. */
  readonly actor: string;
  readonly now: Date;
}

/** A khu phố, ấp, thôn or tổ dân phố from a day on. Refusals: `neighbourhood-name-missing`, `text-too-long`, `neighbourhood-taken`. */
export function addNeighbourhood(
  db: Db,
  by: NeighbourhoodActor,
  { neighbourhoodId, validFrom, ...typed }: { neighbourhoodId: string; name: string; validFrom: string },
): Promise<Refusal | null> {
  const name = cleanName(typed.name);
  return change(db, by, 'neighbourhood.added', { neighbourhoodId, name, validFrom }, async (tx, all) => {
    const fault = nameFault(name);
    if (fault) return fault;
    // The same form sent twice.
    if (all.some((one) => one.neighbourhoodId === neighbourhoodId)) return 'done';
    if (takenBy(all, { name, from: validFrom })) return refuse('neighbourhood-taken', { name });
    await insertNeighbourhoods(tx, recorded(by), [{ neighbourhoodId, nameId: newId(), name, validFrom }]);
    return null;
  });
}

/** Another name from a day on; earlier days keep the old one. Refusals: as adding, `neighbourhood-unknown`, `-closed`, `-before-start`. */
export function renameNeighbourhood(
  db: Db,
  by: NeighbourhoodActor,
  { neighbourhoodId, validFrom, ...typed }: { neighbourhoodId: string; name: string; validFrom: string },
): Promise<Refusal | null> {
  const name = cleanName(typed.name);
  return change(db, by, 'neighbourhood.renamed', { neighbourhoodId, name, validFrom }, async (tx, all) => {
    const one = all.find((known) => known.neighbourhoodId === neighbourhoodId);
    if (!one) return refuse('neighbourhood-unknown');
    const fault = nameFault(name) ?? renameFault(one, validFrom);
    if (fault) return fault;
    if (one.name === name) return 'done';
    if (takenBy(all, { name, from: validFrom, to: one.validTo, not: neighbourhoodId })) {
      return refuse('neighbourhood-taken', { name });
    }
    await insertNames(tx, recorded(by), [{ neighbourhoodId, nameId: newId(), name, validFrom }]);
    return null;
  });
}

/** It ends: `validTo` is the first day without it. Refusals: `neighbourhood-unknown`, `-closed`, `-before-start`. */
export function closeNeighbourhood(
  db: Db,
  by: NeighbourhoodActor,
  { neighbourhoodId, validTo }: { neighbourhoodId: string; validTo: string },
): Promise<Refusal | null> {
  return change(db, by, 'neighbourhood.closed', { neighbourhoodId, validTo }, async (tx, all) => {
    const one = all.find((known) => known.neighbourhoodId === neighbourhoodId);
    if (!one) return refuse('neighbourhood-unknown');
    const fault = endFault(one, validTo);
    if (fault) return fault;
    if (one.validTo === validTo) return 'done';
    await closeNeighbourhoods(tx, by.unitId, [{ neighbourhoodId, validTo }]);
    return null;
  });
}

export const recorded = ({ unitId, actor, now }: NeighbourhoodActor) => {
  return { unitId, recordedAt: now, recordedBy: actor };
};

/** One change under the unit's lock, with its audit; nothing is written when there is nothing to do. */
async function change(
  db: Db,
  by: NeighbourhoodActor,
  act: string,
  detail: { readonly neighbourhoodId: string } & Readonly<Record<string, string>>,
  decide: (tx: Tx, all: readonly NeighbourhoodAt[]) => Promise<Refusal | 'done' | null>,
): Promise<Refusal | null> {
  const { unitId, actor, now } = by;
  return transact<Refusal | null>(db, async (tx) => {
    await lockNeighbourhoods(tx, unitId);
    const all = await listNeighbourhoods(tx, { unitId, date: '9999-12-31', all: true });
    const decided = await decide(tx, all);
    if (isRefusal(decided)) return decided;
    if (decided === null) {
      await audit(tx, { unitId, act, actor, subject: `neighbourhood:${detail.neighbourhoodId}`, detail, at: now });
    }
    return null;
  });
}
