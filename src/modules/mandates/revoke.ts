import { audit, auditCitizen } from '../../platform/audit/index.ts';
import { type Db, transact } from '../../platform/db/index.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { type ActingWho, actingSession } from './acting.ts';
import { refuse } from './problems.ts';
import { markRevoked } from './store.ts';

interface Revocation {
  readonly accountId: string;
  readonly consentId: string;
  /** `citizen:<account>` or, told to the helper, `helper:<staff>/<consent>`. */
  readonly by: string;
  readonly now: Date;
}

type Revoked = { readonly revoked: true };

/**
 * The citizen takes the consent back (Luật 91/2025 art. 9: as easily as it was given): from the commit on every act
 * under it is refused. Refusal: `consent-not-found` (also when it is somebody else's or was taken back before).
 */
export const revokeConsent = (db: Db, accountId: string, consentId: string, now: Date): Promise<Revoked | Refusal> =>
  revoke(db, { accountId, consentId, by: `citizen:${accountId}`, now });

/** The citizen tells the helper to stop: the same revocation, out of the helper's own live session. Refusal: `ended`. */
export async function revokeWhileHelping(db: Db, who: ActingWho, now: Date): Promise<Revoked | Refusal> {
  const session = await actingSession(db, who, null, now);
  if (isRefusal(session)) return session;
  const { accountId, consentId } = session;
  return revoke(db, { accountId, consentId, by: `helper:${who.staffId}/${consentId}`, now });
}

function revoke(db: Db, { accountId, consentId, by, now }: Revocation): Promise<Revoked | Refusal> {
  return transact<Revoked | Refusal>(db, async (tx) => {
    const unitId = await markRevoked(tx, accountId, consentId, by, now);
    if (!unitId) return refuse('consent-not-found');
    const entry = { act: 'consent.revoked', actor: by, subject: `consent:${consentId}`, at: now };
    await auditCitizen(tx, { ...entry, accountId });
    await audit(tx, { ...entry, unitId });
    return { revoked: true };
  });
}
