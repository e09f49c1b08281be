import { createHash } from 'node:crypto';
import { audit } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type Refusal, refusePlatform } from '../../platform/problem.ts';
import { toLocal } from '../units/index.ts';
import type { TurnDossier, TurnFacts } from './model.ts';
import { refuse } from './problems.ts';
import { findTurn, insertTurn } from './store.ts';

export interface TurnRecord {
  /** The client's key: the same turn sent twice counts once (DESIGN §5.3). */
  readonly turnId: string;
  readonly facts: TurnFacts;
  /** The team's unit. */
  readonly unitId: string;
  readonly teamId: string;
  readonly staffId: string;
  readonly helperSessionId: string | null;
  readonly accountId: string | null;
  readonly citizenUnitId: string;
  readonly accountOpened: boolean;
  readonly dossier: TurnDossier | null;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** The end as the client gave it; part of what "the same turn" means. Null: the server's clock. */
  readonly givenEnd: string | null;
  readonly now: Date;
  readonly isDemo: boolean;
}

export interface Recorded {
  readonly turnId: string;
  /** The same turn had been recorded before. */
  readonly repeated: boolean;
}

/** Hash of what the client said: the same key with something else is another turn. */
export const turnHash = (
  facts: TurnFacts,
  about: { staffId: string; helperSessionId: string | null; givenEnd: string | null },
): string => {
  const { kind, place, channel, minutes, outcome, note } = facts;
  const body = [kind, place, channel, minutes, outcome, note, about.staffId, about.helperSessionId, about.givenEnd];
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
};

/** The answer to a key that was used before; undefined when it is new. Refusal: `key-reused`. */
export async function earlierTurn(
  tx: Tx,
  turn: Pick<TurnRecord, 'unitId' | 'turnId' | 'facts' | 'staffId' | 'helperSessionId' | 'givenEnd'>,
): Promise<Recorded | Refusal | undefined> {
  const earlier = await findTurn(tx, turn.unitId, turn.turnId);
  if (!earlier) return undefined;
  return earlier.bodyHash === turnHash(turn.facts, turn)
    ? { turnId: turn.turnId, repeated: true }
    : refusePlatform('key-reused');
}

/**
 * Records one turn of help in the caller's transaction and audits it; call it last.
 * Refusals: `key-reused` (409), `session-counted` (409).
 */
export async function recordSupportTurn(tx: Tx, turn: TurnRecord): Promise<Recorded | Refusal> {
  const { unitId, turnId, facts } = turn;
  const inserted = await insertTurn(tx, {
    ...turn,
    ...facts,
    bodyHash: turnHash(facts, turn),
    localDate: toLocal(turn.endedAt).date,
  });
  if (!inserted) return (await earlierTurn(tx, turn)) ?? refuse('session-counted');
  await audit(tx, {
    unitId,
    act: 'support-turn.recorded',
    actor: `staff:${turn.staffId}`,
    subject: `support-turn:${turnId}`,
    detail: { ...facts, helperSessionId: turn.helperSessionId, dossierId: turn.dossier?.dossierId ?? null },
    at: turn.now,
  });
  return { turnId, repeated: false };
}
