import { type Db, transact } from '../../platform/db/index.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { dossiersUnderConsent } from '../dossiers/index.ts';
import { type ActingWho, actingSession, endHelperSession } from '../mandates/index.ts';
import { toLocal } from '../units/index.ts';
import { refuse } from './problems.ts';
import { earlierTurn, type Recorded, recordSupportTurn } from './record-turn.ts';
import { readTurn, type TurnInput } from './rules.ts';
import { kindsOn } from './store.ts';

export interface FinishHelp {
  readonly db: Db;
  readonly now: Date;
  readonly who: ActingWho;
  readonly turnId: string;
  readonly input: TurnInput;
}

/**
 * Ends a helper's session and records the turn with what came of it, in one transaction: neither without the other.
 * Sent again it gives the same answer. Refusals: `turn-invalid`, `key-reused`, `mandates.ended`.
 */
export async function finishHelp({ db, now, who, turnId, input }: FinishHelp): Promise<Recorded | Refusal> {
  const { unitId, staffId, helperSessionId } = who;
  const kinds = await kindsOn(db, toLocal(now).date);
  const read = readTurn(
    input,
    kinds.map(({ kind }) => kind),
  );
  if ('faults' in read) return refuse('turn-invalid', { fields: read.faults.join(', ') });
  const { facts } = read;
  return transact<Recorded | Refusal>(db, async (tx) => {
    const earlier = await earlierTurn(tx, { unitId, turnId, facts, staffId, helperSessionId, givenEnd: null });
    if (earlier) return earlier;
    const session = await actingSession(tx, who, null, now);
    if (isRefusal(session)) return session;
    const [dossier = null] = await dossiersUnderConsent(tx, unitId, session.accountId, session.consentId);
    const ended = await endHelperSession(tx, session, now);
    if (ended) return ended;
    return recordSupportTurn(tx, {
      turnId,
      facts,
      unitId,
      teamId: session.teamId,
      staffId,
      helperSessionId,
      accountId: session.accountId,
      citizenUnitId: session.citizenUnitId,
      accountOpened: session.accountOpened,
      dossier,
      startedAt: session.startedAt,
      endedAt: now,
      givenEnd: null,
      now,
      isDemo: false,
    });
  });
}
