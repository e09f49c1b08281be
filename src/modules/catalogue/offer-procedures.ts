import { audit } from '../../platform/audit/index.ts';
import { type Db, transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/problem.ts';
import { refuse } from './problems.ts';
import { insertOffers, insertOwnRoutes } from './store-offers.ts';
import type { Route } from './store-read.ts';
import { raiseVersion } from './store-write.ts';

export interface OfferChange {
  readonly unitId: string;
  /** `staff:<id>` or `system`. */
  readonly actor: string;
  readonly now: Date;
  readonly codes: readonly string[];
  /** Null: as it is. */
  readonly offered: boolean | null;
  /** Null: as it is. */
  readonly route: Route | null;
  /** YYYY-MM-DD */
  readonly effectiveFrom: string;
  readonly sourceRef: string;
}

const LONGEST_SOURCE = 300;
const MOST_CODES = 1000;

/** What is wrong with a change, field by field. */
export function offerFaults(change: Pick<OfferChange, 'codes' | 'offered' | 'route' | 'sourceRef'>) {
  const faults: [string, Refusal][] = [];
  if (change.codes.length === 0) faults.push(['code', refuse('none-chosen')]);
  if (change.codes.length > MOST_CODES) faults.push(['code', refuse('too-many-chosen', { most: MOST_CODES })]);
  if (change.offered === null && change.route === null) faults.push(['offered', refuse('nothing-to-change')]);
  if (change.sourceRef === '') faults.push(['source', refuse('source-missing')]);
  if (change.sourceRef.length > LONGEST_SOURCE) faults.push(['source', refuse('too-long', { most: LONGEST_SOURCE })]);
  return faults;
}

/**
 * Writes down, for many procedures at once, whether this unit takes them and where filings go, from a day on.
 * What is so already is not written again. Refusals: those of {@link offerFaults} (the first one).
 * @returns how many rows were written
 */
export async function offerProcedures(db: Db, change: OfferChange): Promise<{ written: number } | Refusal> {
  const fault = offerFaults(change)[0];
  if (fault) return fault[1];
  const { unitId, actor, now, offered, route, effectiveFrom, sourceRef } = change;
  const codes = [...new Set(change.codes)].sort();
  return transact<{ written: number } | Refusal>(db, async (tx) => {
    const by = { unitId, effectiveFrom, sourceRef, recordedAt: now, recordedBy: actor };
    const rows = () => codes.map((code) => ({ id: newId(), code }));
    const written =
      (offered === null ? 0 : await insertOffers(tx, by, offered, rows())) +
      (route === null ? 0 : await insertOwnRoutes(tx, by, route, rows()));
    if (written === 0) return { written };
    await raiseVersion(tx);
    const detail = { codes, offered, route, effectiveFrom, sourceRef };
    await audit(tx, { unitId, act: 'catalogue.offer-set', actor, subject: `unit:${unitId}`, detail, at: now });
    return { written };
  });
}
