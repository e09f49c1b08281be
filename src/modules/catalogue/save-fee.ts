import { audit } from '../../platform/audit/index.ts';
import { type Db, transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/problem.ts';
import type { FeeFields } from './fee-rules.ts';
import { refuse } from './problems.ts';
import { insertFee } from './store-fees.ts';

export interface SaveFee {
  readonly unitId: string;
  /** `staff:<id>` */
  readonly actor: string;
  readonly now: Date;
  readonly code: string;
  readonly fields: FeeFields;
  /** YYYY-MM-DD */
  readonly effectiveFrom: string;
  /** Exclusive; null: until another row begins. */
  readonly effectiveTo: string | null;
  /** The day on which it was compared with its source; null: not yet. */
  readonly verifiedAt: string | null;
}

/**
 * Writes a fee of this unit down. It replaces, from its day on, what the unit said of the same way and case before;
 * nothing is ever edited. Refusals: `not-found`, `days-reversed`.
 */
export function saveFee(db: Db, input: SaveFee): Promise<Refusal | null> {
  const { unitId, actor, now, code, fields, effectiveFrom, effectiveTo, verifiedAt } = input;
  if (effectiveTo !== null && effectiveTo <= effectiveFrom) return Promise.resolve(refuse('days-reversed'));
  return transact<Refusal | null>(db, async (tx) => {
    const feeId = newId();
    const row = { ...fields, feeId, unitId, code, effectiveFrom, effectiveTo, verifiedAt };
    const known = await insertFee(tx, { ...row, recordedAt: now, recordedBy: actor });
    if (!known) return refuse('not-found');
    await audit(tx, { unitId, act: 'catalogue.fee-set', actor, subject: `fee:${feeId}`, detail: row, at: now });
    return null;
  });
}
