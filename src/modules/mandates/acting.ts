import { auditCitizen } from '../../platform/audit/index.ts';
import { type Db, transact, type Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/problem.ts';
import type { HelperActKind, HelperSession, Purpose } from './model.ts';
import { refuse } from './problems.ts';
import { findLiveSession, insertHelperAct, markRevoked, markSessionEnded } from './store.ts';

/** The session when it may act now for this purpose. */
export async function actingSession(
  db: Db,
  who: { unitId: string; staffId: string; helperSessionId: string },
  purpose: Purpose | null,
  now: Date,
): Promise<HelperSession | Refusal> {
  const session = await findLiveSession(db, who, now);
  if (!session) return refuse('ended');
  if (purpose && !session.purposes.includes(purpose)) return refuse('not-covered');
  return session;
}

/** Writes an act into the citizen's journal, in the transaction of the act. */
export const recordHelperAct = (tx: Tx, session: HelperSession, act: HelperActKind, subject: string, at: Date): Promise<void> =>
  insertHelperAct(tx, { actId: newId(), session, act, subject, at });

/** Ends the session inside the transaction that records the support turn; false when it had ended before. */
export async function endHelperSession(tx: Tx, session: HelperSession, now: Date): Promise<boolean> {
  const ended = await markSessionEnded(tx, session.unitId, session.helperSessionId, now);
  if (ended) await recordHelperAct(tx, session, 'session-ended', `helper-session:${session.helperSessionId}`, now);
  return ended;
}

/** The citizen takes the consent back: from this moment every act under it is refused. */
export function revokeConsent(db: Db, accountId: string, consentId: string, now: Date): Promise<{ revoked: true } | Refusal> {
  return transact<{ revoked: true } | Refusal>(db, async (tx) => {
    if (!(await markRevoked(tx, accountId, consentId, `citizen:${accountId}`, now))) return refuse('consent-not-found');
    await auditCitizen(tx, {
      accountId,
      act: 'consent.revoked',
      actor: `citizen:${accountId}`,
      subject: `consent:${consentId}`,
      at: now,
    });
    return { revoked: true };
  });
}
