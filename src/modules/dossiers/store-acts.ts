import { sql } from 'kysely';
import { json, type Tx } from '../../platform/db/index.ts';
import type { Defect, DueStep, LockedDossier, State } from './model.ts';

/** Locks a dossier of this unit for one act. `accountId` narrows it to its owner. */
export async function lockDossier(
  tx: Tx,
  unitId: string,
  dossierId: string,
  accountId?: string,
): Promise<LockedDossier | null> {
  const { rows } = await sql<LockedDossier>`
    select d.unit_id as "unitId", d.dossier_id as "dossierId", d.code, d.account_id as "accountId", d.state, d.version,
      (select max(a.seq) from dossier_action a where a.unit_id = d.unit_id and a.dossier_id = d.dossier_id) as "lastSeq",
      d.procedure_code as "procedureCode", d.duration_text as "durationText", d.due_rule as "dueRule",
      d.received_at as "receivedAt", d.due_at as "dueAt", d.due_steps as "dueSteps",
      d.due_tentative as "dueTentative",
      d.supplement_requested_at as "supplementRequestedAt",
      coalesce((select jsonb_agg(jsonb_build_object('targetKind', f.target_kind, 'targetKey', f.target_key,
          'targetLabel', f.target_label, 'reason', f.reason) order by f.request_seq, f.position)
        from dossier_defect f where f.unit_id = d.unit_id and f.dossier_id = d.dossier_id and f.resolved_at is null), '[]') as "openDefects"
    from dossier d
    where d.unit_id = ${unitId} and d.dossier_id = ${dossierId}
      ${accountId ? sql`and d.account_id = ${accountId}` : sql``}
    for update of d`.execute(tx);
  return rows[0] ?? null;
}

export interface DossierChange {
  readonly state: State;
  readonly receivedAt?: Date;
  readonly dueAt?: Date | null;
  readonly dueSteps?: readonly DueStep[];
  readonly dueSentence?: string | null;
  readonly dueTentative?: boolean;
  readonly supplementRequestedAt?: Date | null;
  readonly finishedAt?: Date;
  readonly handedOverAt?: Date;
  readonly answers?: unknown;
}

/** Writes the new current state; called with the dossier locked. */
export async function updateDossier(
  tx: Tx,
  dossier: Pick<LockedDossier, 'unitId' | 'dossierId'>,
  change: DossierChange,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('dossier')
    .set({
      state: change.state,
      updated_at: now,
      version: sql<number>`version + 1`,
      ...(change.receivedAt !== undefined ? { received_at: change.receivedAt } : {}),
      ...(change.dueAt !== undefined ? { due_at: change.dueAt } : {}),
      ...(change.dueSteps !== undefined ? { due_steps: json(change.dueSteps) } : {}),
      ...(change.dueSentence !== undefined ? { due_sentence: change.dueSentence } : {}),
      ...(change.dueTentative !== undefined ? { due_tentative: change.dueTentative } : {}),
      ...(change.supplementRequestedAt !== undefined ? { supplement_requested_at: change.supplementRequestedAt } : {}),
      ...(change.finishedAt !== undefined ? { finished_at: change.finishedAt } : {}),
      ...(change.handedOverAt !== undefined ? { handed_over_at: change.handedOverAt } : {}),
      ...(change.answers !== undefined ? { answers: json(change.answers) } : {}),
    })
    .where('unit_id', '=', dossier.unitId)
    .where('dossier_id', '=', dossier.dossierId)
    .execute();
}

export async function insertDefects(
  tx: Tx,
  dossier: Pick<LockedDossier, 'unitId' | 'dossierId'>,
  requestSeq: number,
  defects: readonly Defect[],
): Promise<void> {
  await tx
    .insertInto('dossier_defect')
    .values(
      defects.map((defect, at) => ({
        unit_id: dossier.unitId,
        dossier_id: dossier.dossierId,
        request_seq: requestSeq,
        position: at + 1,
        target_kind: defect.targetKind,
        target_key: defect.targetKey,
        target_label: defect.targetLabel,
        reason: defect.reason,
        resolved_at: null,
      })),
    )
    .execute();
}

export async function resolveDefects(
  tx: Tx,
  dossier: Pick<LockedDossier, 'unitId' | 'dossierId'>,
  now: Date,
): Promise<void> {
  await sql`update dossier_defect set resolved_at = ${now}
    where unit_id = ${dossier.unitId} and dossier_id = ${dossier.dossierId} and resolved_at is null`.execute(tx);
}

/** A supplement replaces the papers of the components it brings anew; the old ones stay on record. */
export async function supersedePapers(
  tx: Tx,
  dossier: Pick<LockedDossier, 'unitId' | 'dossierId'>,
  componentKeys: readonly string[],
  now: Date,
): Promise<void> {
  if (componentKeys.length === 0) return;
  await sql`update dossier_paper set superseded_at = ${now}
    where unit_id = ${dossier.unitId} and dossier_id = ${dossier.dossierId} and superseded_at is null
      and component_key = any(${[...componentKeys]}::text[])`.execute(tx);
}

export interface NewResult {
  readonly fileId: string;
  readonly title: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly staffId: string;
}

export async function insertResult(
  tx: Tx,
  dossier: Pick<LockedDossier, 'unitId' | 'dossierId'>,
  result: NewResult,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('dossier_result')
    .values({
      unit_id: dossier.unitId,
      dossier_id: dossier.dossierId,
      file_id: result.fileId,
      title: result.title,
      mime: result.mime,
      size_bytes: result.sizeBytes,
      sha256: result.sha256,
      added_at: now,
      staff_id: result.staffId,
    })
    .execute();
}
