import { audit, auditCitizen } from '../../platform/audit/index.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import type { HelperActKind, HelperSession, Purpose } from './model.ts';
import { refuse } from './problems.ts';
import { findLiveSession, insertHelperAct, markSessionEnded } from './store.ts';

/** Which session a member of staff says to work in; the store decides whether it is theirs and may act. */
export interface ActingWho {
  readonly unitId: string;
  readonly staffId: string;
  readonly helperSessionId: string;
}

/**
 * The session when it may act now for this purpose (null = any of them).
 * Refusals: `ended` (also for a session of somebody else, which looks the same), `not-covered`.
 */
export async function actingSession(
  db: Db,
  who: ActingWho,
  purpose: Purpose | null,
  now: Date,
): Promise<HelperSession | Refusal> {
  const session = await findLiveSession(db, who, now);
  if (!session) return refuse('ended');
  if (purpose && !session.purposes.includes(purpose)) return refuse('not-covered');
  return session;
}

/**
 * Writes an act into the citizen's journal, in the transaction of the act. The insert itself looks again whether the
 * session may still act and keeps it so until the commit: a revocation that comes in between wins. Return the refusal
 * (`ended`) from the transaction, so that the act is undone.
 */
export async function recordHelperAct(
  tx: Tx,
  session: HelperSession,
  act: HelperActKind,
  subject: string,
  at: Date,
): Promise<Refusal | undefined> {
  return (await insertHelperAct(tx, { session, act, subject, at })) ? undefined : refuse('ended');
}

/**
 * Ends the session inside the transaction that records the support turn. Audits both sides, so call it after the
 * other writes. Refusal: `ended` when it could not act any more.
 */
export async function endHelperSession(tx: Tx, session: HelperSession, now: Date): Promise<Refusal | undefined> {
  const { unitId, accountId, helperSessionId, staffId, consentId } = session;
  const refused = await recordHelperAct(tx, session, 'session-ended', `helper-session:${helperSessionId}`, now);
  if (refused) return refused;
  if (!(await markSessionEnded(tx, unitId, helperSessionId, now))) return refuse('ended');
  const entry = {
    act: 'help.ended',
    actor: `helper:${staffId}/${consentId}`,
    subject: `helper-session:${helperSessionId}`,
    at: now,
  };
  await auditCitizen(tx, { ...entry, accountId });
  await audit(tx, { ...entry, unitId });
  return undefined;
}
