import { sql } from 'kysely';
import { json, type Tx } from '../../platform/db/index.ts';
import type { Actor, Channel, DossierPaper, DueStep, HelperOnDossier, State } from './model.ts';

export interface NewDossier {
  readonly unitId: string;
  readonly dossierId: string;
  readonly bodyHash: string;
  readonly code: string;
  /** Local day (+07:00), YYYY-MM-DD. */
  readonly localDate: string;
  readonly dayNumber: number;
  readonly secretHash: Buffer;
  readonly secretSealed: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly revisionId: string;
  readonly formVersion: number | null;
  readonly channel: Channel;
  readonly accountId: string;
  readonly applicantName: string;
  readonly applicantPhone: string;
  readonly subjectName: string;
  readonly answers: unknown;
  readonly durationText: string;
  readonly dueRule: string | null;
  readonly submittedAt: Date;
  readonly dueAt: Date | null;
  readonly dueSteps: readonly DueStep[];
  readonly dueSentence: string | null;
  readonly dueTentative: boolean;
  readonly helper: HelperOnDossier | null;
  readonly papers: readonly DossierPaper[];
  readonly isDemo: boolean;
}

/** The dossier that an earlier try of the same submission made. */
export async function findSubmission(tx: Tx, unitId: string, dossierId: string) {
  return tx
    .selectFrom('dossier')
    .select(['body_hash as bodyHash', 'code'])
    .where('unit_id', '=', unitId)
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst();
}

/** Takes the next number of the unit's local day; its row lock holds until the commit, so numbers have no gaps. */
export async function nextDayNumber(tx: Tx, unitId: string, localDate: string): Promise<number> {
  const { rows } = await sql<{ last_number: number }>`
    insert into dossier_counter as c (unit_id, local_date, last_number) values (${unitId}, ${localDate}, 1)
    on conflict (unit_id, local_date) do update set last_number = c.last_number + 1
    returning last_number`.execute(tx);
  const number = rows[0]?.last_number;
  if (!number) throw new Error('The dossier counter gave no number');
  return number;
}

export async function insertDossier(tx: Tx, dossier: NewDossier): Promise<void> {
  await tx
    .insertInto('dossier')
    .values({
      unit_id: dossier.unitId,
      dossier_id: dossier.dossierId,
      body_hash: dossier.bodyHash,
      code: dossier.code,
      local_date: dossier.localDate,
      day_number: dossier.dayNumber,
      secret_hash: dossier.secretHash,
      secret_sealed: dossier.secretSealed,
      handling_unit: dossier.unitId,
      procedure_code: dossier.procedureCode,
      procedure_name: dossier.procedureName,
      revision_id: dossier.revisionId,
      form_version: dossier.formVersion,
      state: 1,
      channel: dossier.channel,
      account_id: dossier.accountId,
      applicant_name: dossier.applicantName,
      applicant_phone: dossier.applicantPhone,
      subject_name: dossier.subjectName,
      answers: json(dossier.answers),
      duration_text: dossier.durationText,
      due_rule: dossier.dueRule,
      submitted_at: dossier.submittedAt,
      due_at: dossier.dueAt,
      due_steps: json(dossier.dueSteps),
      due_sentence: dossier.dueSentence,
      due_tentative: dossier.dueTentative,
      helper_staff_id: dossier.helper?.staffId ?? null,
      helper_name: dossier.helper?.name ?? null,
      helper_team: dossier.helper?.team ?? null,
      helper_consent_id: dossier.helper?.consentId ?? null,
      updated_at: dossier.submittedAt,
      is_demo: dossier.isDemo,
    })
    .execute();
  await insertDossierPapers(tx, dossier.unitId, dossier.dossierId, dossier.papers, dossier.submittedAt);
}

export async function insertDossierPapers(
  tx: Tx,
  unitId: string,
  dossierId: string,
  papers: readonly DossierPaper[],
  now: Date,
): Promise<void> {
  if (papers.length === 0) return;
  await tx
    .insertInto('dossier_paper')
    .values(
      papers.map((paper) => ({
        unit_id: unitId,
        dossier_id: dossierId,
        component_key: paper.componentKey,
        component_name: paper.componentName,
        file_id: paper.fileId,
        mime: paper.mime,
        size_bytes: paper.sizeBytes,
        sha256: paper.sha256,
        pages: paper.pages,
        added_at: now,
        superseded_at: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface NewAction {
  readonly unitId: string;
  readonly dossierId: string;
  readonly seq: number;
  readonly kind: string;
  readonly from: State | null;
  readonly to: State;
  readonly actor: Actor;
  readonly at: Date;
  readonly note?: string | null;
  readonly data?: Record<string, unknown>;
}

export async function insertAction(tx: Tx, action: NewAction): Promise<void> {
  const { standsInFor } = action.actor;
  await tx
    .insertInto('dossier_action')
    .values({
      unit_id: action.unitId,
      dossier_id: action.dossierId,
      seq: action.seq,
      kind: action.kind,
      from_state: action.from,
      to_state: action.to,
      actor_kind: action.actor.kind,
      actor_id: action.actor.id,
      actor_name: action.actor.name,
      at: action.at,
      note: action.note ?? null,
      data: json({ ...action.data, ...(standsInFor && { standsInFor }) }),
    })
    .execute();
}
