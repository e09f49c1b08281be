import { audit } from '../../platform/audit/index.ts';
import { type Db, type Tx, transact } from '../../platform/db/index.ts';
import { emit } from '../../platform/outbox/index.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { type ActionKind, type Actor, type LockedDossier, STATES, type State } from './model.ts';
import { refuse } from './problems.ts';
import { stateAfter } from './rules.ts';
import { type DossierChange, lockDossier, updateDossier } from './store-acts.ts';
import { insertAction } from './store-submit.ts';

/** Topic of the news that a dossier changed; payload `{ dossierId }`. */
export const DOSSIER_CHANGED = 'dossier.changed';

export interface ActOn {
  readonly db: Db;
  readonly now: Date;
  readonly unitId: string;
  readonly dossierId: string;
  readonly actor: Actor;
  /** What the actor saw; an act on a stale page is refused instead of overwriting somebody's work. */
  readonly version?: number;
  /** Set for acts of the citizen: the dossier must be theirs. */
  readonly accountId?: string;
}

export interface ActPlan {
  readonly change?: Omit<DossierChange, 'state'>;
  readonly note?: string | null;
  readonly data?: Record<string, unknown>;
}

export interface Acted {
  readonly code: string;
  readonly state: State;
}

/** As everywhere in the chains: `staff:<id>`, and `staff:<id>/for:<absent id>` of a substitute. */
const auditActor = ({ kind, id, standsInFor }: Actor): string =>
  standsInFor ? `${kind}:${id}/for:${standsInFor}` : `${kind}:${id}`;

/** {@link actIn} in a transaction of its own. */
export const commitAct = (
  on: ActOn & { readonly db: Db },
  kind: ActionKind,
  decide: (dossier: LockedDossier) => ActPlan | Refusal,
  also?: (tx: Tx, dossier: LockedDossier, seq: number) => Promise<void>,
): Promise<Acted | Refusal> => transact<Acted | Refusal>(on.db, (tx) => actIn(tx, on, kind, decide, also));

/**
 * The frame of every act on a dossier: lock → decide → state row + action row + news + audit.
 * `decide` is pure; `also` writes rows of the act itself (defects, results, papers). Call it last in a transaction.
 */
export async function actIn(
  tx: Tx,
  on: Omit<ActOn, 'db'>,
  kind: ActionKind,
  decide: (dossier: LockedDossier) => ActPlan | Refusal,
  also: (tx: Tx, dossier: LockedDossier, seq: number) => Promise<void> = async () => {},
): Promise<Acted | Refusal> {
  const dossier = await lockDossier(tx, on.unitId, on.dossierId, on.accountId);
  if (!dossier) return refuse('not-found');
  const to = stateAfter(dossier.state, kind, dossier.receivedAt !== null);
  if (to === null) return refuse('wrong-state', { state: STATES[dossier.state] });
  if (on.version !== undefined && on.version !== dossier.version) return refuse('stale-version');
  const plan = decide(dossier);
  if (isRefusal(plan)) return plan;
  const { unitId, dossierId } = dossier;
  const seq = dossier.lastSeq + 1;
  await updateDossier(tx, dossier, { ...plan.change, state: to }, on.now);
  await insertAction(tx, {
    unitId,
    dossierId,
    seq,
    kind,
    from: dossier.state,
    to,
    actor: on.actor,
    at: on.now,
    note: plan.note ?? null,
    data: plan.data ?? {},
  });
  await also(tx, dossier, seq);
  await emit(tx, { unitId, topic: DOSSIER_CHANGED, payload: { dossierId }, at: on.now });
  await audit(tx, {
    unitId,
    act: `dossier.${kind}`,
    actor: auditActor(on.actor),
    subject: `dossier:${dossierId}`,
    detail: { seq, note: plan.note ?? null, ...plan.data },
    at: on.now,
  });
  return { code: dossier.code, state: to };
}
