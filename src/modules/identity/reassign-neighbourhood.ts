import { audit } from '../../platform/audit/index.ts';
import { type Db, transact } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { hasNeighbourhood, successorsOf, toLocal } from '../units/index.ts';
import { refuse } from './problems.ts';
import { planMoves } from './reassign-rules.ts';
import { lockOpenHouseholds, moveHouseholds } from './store-reassign.ts';

interface Place {
  readonly unitId: string;
  readonly neighbourhoodId: string;
}

/**
 * Where a commune was split, its households follow their neighbourhood: each open row of the old unit is closed and a
 * successor is opened in the unit that took the neighbourhood over; `unit_id` is never changed (DESIGN §5.1). Written
 * into both units' chains. Repeatable: what was moved is closed and stays.
 * The day is that of the change in the register of units. Refusals: `not-a-successor`, `neighbourhood-unknown`.
 */
export async function reassignNeighbourhood(
  db: Db,
  ask: {
    readonly from: Place;
    readonly to: Place;
    readonly actor: string;
    readonly now: Date;
    readonly newId: () => string;
  },
): Promise<{ moved: number } | Refusal> {
  const { from, to, actor, now, newId } = ask;
  const today = toLocal(now).date;
  return transact<{ moved: number } | Refusal>(db, async (tx) => {
    const heirs = await successorsOf(tx, from.unitId, today);
    const heir = heirs.find(({ unitId }) => unitId === to.unitId);
    if (!heir) return refuse('not-a-successor');
    for (const { unitId, neighbourhoodId } of [from, to]) {
      if (!(await hasNeighbourhood(tx, unitId, neighbourhoodId))) return refuse('neighbourhood-unknown');
    }
    const moves = planMoves(await lockOpenHouseholds(tx, from), heir.effectiveOn, newId);
    if (moves.length === 0) return { moved: 0 };
    await moveHouseholds(tx, { from, to, moves, now });
    const detail = { from, to, moves };
    // The chains' heads are locked in one order, whoever moves what: two moves across cannot block each other.
    for (const unitId of [from.unitId, to.unitId].sort()) {
      const act = unitId === from.unitId ? 'household.neighbourhood-left' : 'household.neighbourhood-joined';
      const subject = `neighbourhood:${unitId === from.unitId ? from.neighbourhoodId : to.neighbourhoodId}`;
      await audit(tx, { unitId, act, actor, subject, detail, at: now });
    }
    return { moved: moves.length };
  });
}
