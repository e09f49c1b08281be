import { type Db, type Tx, transact } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import { isRefusal, type Refusal, refusePlatform } from '../../platform/problem.ts';
import { applyCopies, type KnownPerson, pinnedFiling, prefill, startFiling } from '../catalogue/index.ts';
import { noteRead, type Profile, profileOf, revealCitizenNo } from '../identity/index.ts';
import type { HelperSession } from '../mandates/index.ts';
import { toLocal } from '../units/index.ts';
import { type Acting, auditActing, noteHelperAct } from './acting.ts';
import { refuse } from './problems.ts';
import { type Draft, findDraft, insertDraft } from './store-drafts.ts';

export interface StartDraft {
  readonly db: Db;
  readonly keys: KeyRing;
  readonly now: Date;
  readonly acting: Acting;
  /** Made by the client: the same id again finds the same draft. */
  readonly draftId: string;
  readonly procedureCode: string;
  /** Where it is filed; null before the installation was set up. */
  readonly unitId: string | null;
}

/**
 * Opens a draft that pins today's revision and form of the procedure, filled with what the account knows of the
 * applicant. Refusals: `catalogue.not-found`, `catalogue.not-filed-here`, `no-unit`, `platform.key-reused`.
 */
export function startDraft(input: StartDraft): Promise<Draft | Refusal> {
  const { db, acting, draftId, now, unitId } = input;
  const { accountId } = acting;
  if (unitId === null) return Promise.resolve(refuse('no-unit'));
  return transact<Draft | Refusal>(db, async (tx) => {
    const known = await findDraft(tx, accountId, draftId);
    if (known) return known.procedureCode === input.procedureCode ? known : refusePlatform('key-reused');
    const pin = await startFiling(tx, input.procedureCode, unitId, toLocal(now).date);
    if (isRefusal(pin)) return pin;
    const { form } = await pinnedFiling(tx, pin);
    const profile = await profileOf(tx, accountId);
    if (isRefusal(profile)) return profile;
    const purpose = `draft:${draftId}`;
    const citizenNo = await revealCitizenNo(tx, { keys: input.keys, accountId, actor: acting.addedBy, purpose, now });
    if (acting.helper && citizenNo !== null) await noteNumberSeen(tx, acting.helper, now);
    const filled = prefill(form, {}, {}, { kind: 'account', person: knownOf(profile, citizenNo) });
    const { answers, sources } = applyCopies(form, filled.answers, filled.sources);
    const helperSessionId = acting.helper?.helperSessionId ?? null;
    const isNew = await insertDraft(tx, { accountId, draftId, unitId, ...pin, answers, sources, helperSessionId }, now);
    // An id that is taken but not found is somebody's removed draft: this key is spent.
    const draft = await findDraft(tx, accountId, draftId);
    if (!draft) return refusePlatform('key-reused');
    if (!isNew) return draft;
    await noteHelperAct(tx, acting, 'draft-started', `draft:${draftId}`, now);
    await auditActing(tx, acting, {
      act: 'draft.started',
      subject: `draft:${draftId}`,
      detail: { procedureCode: pin.procedureCode, revisionId: pin.revisionId, formVersion: pin.formVersion },
      at: now,
    });
    return draft;
  });
}

/** The number stands in the draft that the helper sees: a look of its own, also for the unit's auditor. */
const noteNumberSeen = (tx: Tx, helper: HelperSession, now: Date): Promise<void> =>
  noteRead(tx, now, {
    unitId: helper.unitId,
    staffId: helper.staffId,
    standsInFor: null,
    consentId: helper.consentId,
    kind: 'id-number',
    subject: `account:${helper.accountId}`,
    accountId: helper.accountId,
    route: 'draft.started',
  });

const knownOf = (profile: Profile, citizenNo: string | null): KnownPerson => ({
  fullName: profile.fullName ?? undefined,
  dateOfBirth: profile.dateOfBirth ?? undefined,
  sex: profile.sex ?? undefined,
  citizenNo: citizenNo ?? undefined,
  phone: profile.phone?.replace(/^\+84/, '0'),
  residence: profile.address ?? undefined,
});
