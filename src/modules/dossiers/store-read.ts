import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { Channel, Defect, DossierPaper, DueStep, State } from './model.ts';

export interface ActionRow {
  readonly seq: number;
  readonly kind: string;
  readonly from: State | null;
  readonly to: State;
  readonly actorKind: 'citizen' | 'staff' | 'helper' | 'system';
  readonly actorName: string;
  /** ISO 8601. */
  readonly at: string;
  readonly note: string | null;
  readonly data: Record<string, unknown>;
}

export interface ResultRow {
  readonly fileId: string;
  readonly title: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly addedAt: string;
}

export interface DossierView {
  readonly unitId: string;
  readonly dossierId: string;
  readonly code: string;
  readonly secretSealed: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly revisionId: string;
  readonly formVersion: number | null;
  readonly state: State;
  readonly channel: Channel;
  readonly accountId: string;
  readonly applicantName: string;
  readonly applicantPhone: string;
  readonly subjectName: string;
  readonly answers: Record<string, unknown>;
  readonly durationText: string;
  readonly dueRule: string | null;
  readonly submittedAt: Date;
  readonly receivedAt: Date | null;
  readonly dueAt: Date | null;
  readonly dueSteps: readonly DueStep[];
  /** Null for dossiers counted before sentences were kept. */
  readonly dueSentence: string | null;
  readonly dueTentative: boolean;
  readonly finishedAt: Date | null;
  readonly handedOverAt: Date | null;
  readonly helperName: string | null;
  readonly helperTeam: string | null;
  readonly version: number;
  readonly isDemo: boolean;
  readonly actions: readonly ActionRow[];
  readonly papers: readonly (DossierPaper & { addedAt: string; superseded: boolean })[];
  readonly openDefects: readonly Defect[];
  readonly results: readonly ResultRow[];
}

const VIEW = sql`
  d.unit_id as "unitId", d.dossier_id as "dossierId", d.code, d.secret_sealed as "secretSealed",
  d.procedure_code as "procedureCode", d.procedure_name as "procedureName", d.revision_id as "revisionId",
  d.form_version as "formVersion", d.state, d.channel, d.account_id as "accountId", d.applicant_name as "applicantName",
  d.applicant_phone as "applicantPhone", d.subject_name as "subjectName", d.answers, d.duration_text as "durationText",
  d.due_rule as "dueRule", d.submitted_at as "submittedAt", d.received_at as "receivedAt", d.due_at as "dueAt",
  d.due_steps as "dueSteps", d.due_sentence as "dueSentence", d.due_tentative as "dueTentative", d.finished_at as "finishedAt", d.handed_over_at as "handedOverAt", d.helper_name as "helperName",
  d.helper_team as "helperTeam", d.version, d.is_demo as "isDemo",
  (select jsonb_agg(jsonb_build_object('seq', a.seq, 'kind', a.kind, 'from', a.from_state, 'to', a.to_state, 'actorKind', a.actor_kind,
      'actorName', a.actor_name, 'at', a.at, 'note', a.note, 'data', a.data) order by a.seq)
    from dossier_action a where a.unit_id = d.unit_id and a.dossier_id = d.dossier_id) as actions,
  coalesce((select jsonb_agg(jsonb_build_object('componentKey', p.component_key, 'componentName', p.component_name, 'fileId', p.file_id,
      'mime', p.mime, 'sizeBytes', p.size_bytes, 'sha256', p.sha256, 'pages', p.pages, 'addedAt', p.added_at,
      'superseded', p.superseded_at is not null) order by p.component_key, p.added_at, p.file_id)
    from dossier_paper p where p.unit_id = d.unit_id and p.dossier_id = d.dossier_id), '[]') as papers,
  coalesce((select jsonb_agg(jsonb_build_object('targetKind', f.target_kind, 'targetKey', f.target_key, 'targetLabel', f.target_label,
      'reason', f.reason) order by f.request_seq, f.position)
    from dossier_defect f where f.unit_id = d.unit_id and f.dossier_id = d.dossier_id and f.resolved_at is null), '[]') as "openDefects",
  coalesce((select jsonb_agg(jsonb_build_object('fileId', r.file_id, 'title', r.title, 'mime', r.mime, 'sizeBytes', r.size_bytes,
      'addedAt', r.added_at) order by r.added_at)
    from dossier_result r where r.unit_id = d.unit_id and r.dossier_id = d.dossier_id), '[]') as results`;

/** The whole page of a dossier for an officer of its unit. */
export async function dossierOfUnit(db: Db, unitId: string, dossierId: string): Promise<DossierView | null> {
  const { rows } = await sql<DossierView>`select ${VIEW} from dossier d
    where d.unit_id = ${unitId} and d.dossier_id = ${dossierId}`.execute(db);
  return rows[0] ?? null;
}

/** The same for its owner. */
export async function dossierOfAccount(db: Db, accountId: string, unitId: string, dossierId: string) {
  const { rows } = await sql<DossierView>`select ${VIEW} from dossier d
    where d.unit_id = ${unitId} and d.dossier_id = ${dossierId} and d.account_id = ${accountId}`.execute(db);
  return rows[0] ?? null;
}

/** Public look-up: one shard, by code and the hash of the secret (DESIGN §5.2). */
export async function dossierByTracking(
  db: Db,
  unitId: string,
  code: string,
  hash: Buffer,
): Promise<DossierView | null> {
  const { rows } = await sql<DossierView>`select ${VIEW} from dossier d
    where d.unit_id = ${unitId} and d.code = ${code} and d.secret_hash = ${hash}`.execute(db);
  return rows[0] ?? null;
}

export interface MyDossier {
  readonly dossierId: string;
  readonly unitId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly subjectName: string;
  readonly state: State;
  readonly dueAt: string | null;
  readonly dueTentative: boolean;
  readonly submittedAt: string;
}

export interface MyDraft {
  readonly draftId: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly updatedAt: string;
}

/** "Hồ sơ của tôi": drafts in progress and dossiers over all units, newest first; one statement. */
export async function myFilings(db: Db, accountId: string): Promise<{ drafts: MyDraft[]; dossiers: MyDossier[] }> {
  const { rows } = await sql<{ drafts: MyDraft[]; dossiers: MyDossier[] }>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('draftId', t.draft_id, 'procedureCode', t.procedure_code,
          'procedureName', p.name, 'updatedAt', t.updated_at) order by t.updated_at desc)
        from draft t join procedure p on p.procedure_code = t.procedure_code
        where t.account_id = ${accountId} and t.submitted_dossier_id is null and t.removed_at is null and t.supplement_of is null), '[]') as drafts,
      coalesce((select jsonb_agg(jsonb_build_object('dossierId', c.dossier_id, 'unitId', c.unit_id, 'code', c.code,
          'procedureName', c.procedure_name, 'subjectName', c.subject_name, 'state', c.state, 'dueAt', c.due_at, 'dueTentative', c.due_tentative,
          'submittedAt', c.submitted_at) order by c.submitted_at desc)
        from (select * from citizen_dossier where account_id = ${accountId} order by submitted_at desc limit 200) c), '[]') as dossiers`.execute(
    db,
  );
  return rows[0] ?? { drafts: [], dossiers: [] };
}

/** Where the owner of a file found on a dossier may read it: papers and results of their own dossier. */
export async function fileOfDossier(db: Db, unitId: string, dossierId: string, fileId: string, accountId?: string) {
  const { rows } = await sql<{
    fileId: string;
    mime: string;
    name: string;
    accountId: string;
    kind: 'paper' | 'result';
  }>`
    select f."fileId", f.mime, f.name, d.account_id as "accountId", f.kind from dossier d cross join lateral (
      select p.file_id as "fileId", p.mime, p.component_name as name, 'paper' as kind from dossier_paper p
        where p.unit_id = d.unit_id and p.dossier_id = d.dossier_id and p.file_id = ${fileId}
      union all
      select r.file_id, r.mime, r.title, 'result' from dossier_result r
        where r.unit_id = d.unit_id and r.dossier_id = d.dossier_id and r.file_id = ${fileId}) f
    where d.unit_id = ${unitId} and d.dossier_id = ${dossierId} ${accountId ? sql`and d.account_id = ${accountId}` : sql``}
    limit 1`.execute(db);
  return rows[0] ?? null;
}
