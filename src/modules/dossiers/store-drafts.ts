import { sql } from 'kysely';
import { type Db, json, type Tx } from '../../platform/db/index.ts';
import type { Answers, Sources } from '../catalogue/index.ts';

export interface DraftPaper {
  readonly componentKey: string;
  readonly paperId: string;
  readonly fileId: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly pages: number;
  readonly name: string;
}

export interface Draft {
  readonly accountId: string;
  readonly draftId: string;
  readonly unitId: string;
  readonly procedureCode: string;
  readonly revisionId: string;
  readonly formVersion: number | null;
  readonly answers: Answers;
  readonly sources: Sources;
  readonly version: number;
  readonly helperSessionId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly submittedDossierId: string | null;
  /** Set for a supplement in preparation: the dossier that it is for. */
  readonly supplementOf: string | null;
  readonly papers: readonly DraftPaper[];
}

export type NewDraft = Pick<
  Draft,
  | 'accountId'
  | 'draftId'
  | 'unitId'
  | 'procedureCode'
  | 'revisionId'
  | 'formVersion'
  | 'answers'
  | 'sources'
  | 'helperSessionId'
> & {
  readonly supplement?: { readonly dossierId: string; readonly requestSeq: number };
};

/** Inserts a draft; the same id, or the same supplement request, again changes nothing. @returns whether it was new. */
export async function insertDraft(tx: Tx, draft: NewDraft, now: Date): Promise<boolean> {
  const written = await tx
    .insertInto('draft')
    .values({
      account_id: draft.accountId,
      draft_id: draft.draftId,
      unit_id: draft.unitId,
      procedure_code: draft.procedureCode,
      revision_id: draft.revisionId,
      form_version: draft.formVersion,
      answers: json(draft.answers),
      sources: json(draft.sources),
      helper_session_id: draft.helperSessionId,
      created_at: now,
      updated_at: now,
      submitted_dossier_id: null,
      removed_at: null,
      supplement_of: draft.supplement?.dossierId ?? null,
      supplement_seq: draft.supplement?.requestSeq ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('draft_id')
    .execute();
  return written.length > 0;
}

const DRAFT = sql`
  d.account_id as "accountId", d.draft_id as "draftId", d.unit_id as "unitId", d.procedure_code as "procedureCode",
  d.revision_id as "revisionId", d.form_version as "formVersion", d.answers, d.sources, d.version,
  d.helper_session_id as "helperSessionId", d.created_at as "createdAt", d.updated_at as "updatedAt",
  d.submitted_dossier_id as "submittedDossierId", d.supplement_of as "supplementOf",
  coalesce((select jsonb_agg(jsonb_build_object('componentKey', dp.component_key, 'paperId', p.paper_id, 'fileId', p.file_id,
      'mime', p.mime, 'sizeBytes', p.size_bytes, 'sha256', p.sha256, 'pages', p.pages, 'name', p.original_name)
      order by dp.component_key, dp.position, dp.paper_id)
    from draft_paper dp join paper p on p.account_id = dp.account_id and p.paper_id = dp.paper_id
    where dp.account_id = d.account_id and dp.draft_id = d.draft_id), '[]') as papers`;

/** The owner's draft with its papers; one statement. */
export async function findDraft(db: Db, accountId: string, draftId: string): Promise<Draft | null> {
  const { rows } = await sql<Draft>`select ${DRAFT} from draft d
    where d.account_id = ${accountId} and d.draft_id = ${draftId} and d.removed_at is null and d.supplement_of is null`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** The same, locked until the end of the transaction. */
export async function lockDraft(tx: Tx, accountId: string, draftId: string): Promise<Draft | null> {
  const { rows } = await sql<Draft>`select ${DRAFT} from draft d
    where d.account_id = ${accountId} and d.draft_id = ${draftId} and d.removed_at is null and d.supplement_of is null
    for update of d`.execute(tx);
  return rows[0] ?? null;
}

export async function updateAnswers(
  tx: Tx,
  draft: Pick<Draft, 'accountId' | 'draftId' | 'answers' | 'sources'>,
  now: Date,
): Promise<void> {
  await sql`update draft set answers = ${json(draft.answers)}, sources = ${json(draft.sources)}, version = version + 1, updated_at = ${now}
    where account_id = ${draft.accountId} and draft_id = ${draft.draftId}`.execute(tx);
}

export async function attachPaper(
  tx: Tx,
  link: { accountId: string; draftId: string; componentKey: string; paperId: string },
  now: Date,
): Promise<void> {
  await sql`insert into draft_paper (account_id, draft_id, component_key, paper_id, position)
    select ${link.accountId}, ${link.draftId}, ${link.componentKey}, ${link.paperId}, count(*) + 1 from draft_paper
    where account_id = ${link.accountId} and draft_id = ${link.draftId} and component_key = ${link.componentKey}
    on conflict do nothing`.execute(tx);
  await touchDraft(tx, link, now);
}

/**
 * Takes papers off a draft: one of them, or all when `paperId` is left out.
 * @returns those that no other draft of the person holds
 */
export async function detachPapers(
  tx: Tx,
  link: { accountId: string; draftId: string; paperId?: string },
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ paperId: string }>`
    with gone as (
      delete from draft_paper where account_id = ${link.accountId} and draft_id = ${link.draftId}
        ${link.paperId ? sql`and paper_id = ${link.paperId}` : sql``} returning paper_id)
    select distinct gone.paper_id as "paperId" from gone
    where not exists (select 1 from draft_paper other
      where other.account_id = ${link.accountId} and other.paper_id = gone.paper_id and other.draft_id <> ${link.draftId})`.execute(
    tx,
  );
  if (rows.length > 0) await touchDraft(tx, link, now);
  return rows.map(({ paperId }) => paperId);
}

const touchDraft = (tx: Tx, link: { accountId: string; draftId: string }, now: Date) =>
  sql`update draft set version = version + 1, updated_at = ${now}
    where account_id = ${link.accountId} and draft_id = ${link.draftId}`.execute(tx);

export async function markSubmitted(
  tx: Tx,
  accountId: string,
  draftId: string,
  dossierId: string,
  now: Date,
): Promise<void> {
  await sql`update draft set submitted_dossier_id = ${dossierId}, updated_at = ${now}
    where account_id = ${accountId} and draft_id = ${draftId}`.execute(tx);
}

export async function markRemoved(tx: Tx, accountId: string, draftId: string, now: Date): Promise<void> {
  await sql`update draft set removed_at = ${now}, answers = '{}', sources = '{}', updated_at = ${now}
    where account_id = ${accountId} and draft_id = ${draftId} and submitted_dossier_id is null`.execute(tx);
}

/** The supplement that a person prepares for a request; one statement. */
export async function findSupplementDraft(db: Db, accountId: string, dossierId: string, requestSeq: number) {
  const { rows } = await sql<Draft>`select ${DRAFT} from draft d
    where d.account_id = ${accountId} and d.supplement_of = ${dossierId} and d.supplement_seq = ${requestSeq}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** The same, locked until the end of the transaction. */
export async function lockSupplementDraft(tx: Tx, accountId: string, dossierId: string, requestSeq: number) {
  const { rows } = await sql<Draft>`select ${DRAFT} from draft d
    where d.account_id = ${accountId} and d.supplement_of = ${dossierId} and d.supplement_seq = ${requestSeq}
    for update of d`.execute(tx);
  return rows[0] ?? null;
}

/** The paper of a draft that is to be opened; others' drafts and removed papers find nothing. */
export async function findDraftPaper(db: Db, accountId: string, draftId: string, paperId: string) {
  const { rows } = await sql<{ fileId: string; mime: string; name: string }>`
    select p.file_id as "fileId", p.mime, p.original_name as name
    from draft_paper dp join paper p on p.account_id = dp.account_id and p.paper_id = dp.paper_id
    where dp.account_id = ${accountId} and dp.draft_id = ${draftId} and dp.paper_id = ${paperId} and p.removed_at is null
    limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The same for a paper of a supplement, by the dossier that it is for. */
export async function findSupplementPaper(db: Db, accountId: string, dossierId: string, paperId: string) {
  const { rows } = await sql<{ fileId: string; mime: string; name: string }>`
    select p.file_id as "fileId", p.mime, p.original_name as name
    from draft d
      join draft_paper dp on dp.account_id = d.account_id and dp.draft_id = d.draft_id and dp.paper_id = ${paperId}
      join paper p on p.account_id = dp.account_id and p.paper_id = dp.paper_id
    where d.account_id = ${accountId} and d.supplement_of = ${dossierId} and p.removed_at is null
    limit 1`.execute(db);
  return rows[0] ?? null;
}
