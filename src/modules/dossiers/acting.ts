import { auditCitizen } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { RefusalError } from '../../platform/http/index.ts';
import { type HelperActKind, type HelperSession, recordHelperAct } from '../mandates/index.ts';
import type { Actor, HelperOnDossier } from './model.ts';

/** For whom and by whom a filing is worked on: the citizen alone, or a helper under a consent that is in force. */
export interface Acting {
  /** Whose filing it is. */
  readonly accountId: string;
  readonly actor: Actor;
  /** `citizen:<account id>` or `helper:<staff id>/<consent id>`. */
  readonly addedBy: string;
  readonly helper: HelperSession | null;
}

export const citizenActing = (accountId: string, name: string | null): Acting => ({
  accountId,
  actor: { kind: 'citizen', id: accountId, name: name ?? '' },
  addedBy: `citizen:${accountId}`,
  helper: null,
});

/** @param session as loaded by `actingSession`, which proves that it may act now */
export function helperActing(session: HelperSession): Acting {
  const id = `${session.staffId}/${session.consentId}`;
  return {
    accountId: session.accountId,
    actor: { kind: 'helper', id, name: session.staffName },
    addedBy: `helper:${id}`,
    helper: session,
  };
}

export const helperOnDossier = ({ helper }: Acting): HelperOnDossier | null =>
  helper && { staffId: helper.staffId, name: helper.staffName, team: helper.teamName, consentId: helper.consentId };

/** Writes an act into the citizen's journal when a helper did it (DESIGN §5.5: the citizen sees every act). */
export async function noteHelperAct(
  tx: Tx,
  { helper }: Acting,
  act: HelperActKind,
  subject: string,
  at: Date,
): Promise<void> {
  const refused = helper && (await recordHelperAct(tx, helper, act, subject, at));
  // Rare: the consent was taken back between loading the session and this act. The act must not stand.
  if (refused) throw new RefusalError(refused);
}

/** Links an act on a person's own filing into the account's chain. Last in its transaction. */
export const auditActing = (
  tx: Tx,
  acting: Acting,
  entry: { act: string; subject: string; detail?: unknown; at: Date },
): Promise<void> => auditCitizen(tx, { accountId: acting.accountId, actor: acting.addedBy, ...entry });
