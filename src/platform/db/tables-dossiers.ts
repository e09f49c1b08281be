/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { ColumnType, Generated, RawBuilder } from 'kysely';

export interface DossiersTables {
  citizen_dossier: {
    account_id: string;
    dossier_id: string;
    unit_id: string;
    code: string;
    procedure_name: string;
    subject_name: string;
    state: number;
    due_at: Date | null;
    submitted_at: Date;
    updated_at: Date;
    dossier_version: number;
    due_tentative: Generated<boolean>;
  };
  dossier: {
    unit_id: string;
    dossier_id: string;
    body_hash: string;
    code: string;
    local_date: string;
    day_number: number;
    secret_hash: Buffer;
    secret_sealed: string;
    handling_unit: string;
    procedure_code: string;
    procedure_name: string;
    revision_id: string;
    form_version: number | null;
    state: number;
    channel: number;
    account_id: string;
    applicant_name: string;
    applicant_phone: string;
    subject_name: string;
    answers: ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;
    duration_text: string;
    due_rule: string | null;
    submitted_at: Date;
    received_at: Date | null;
    due_at: Date | null;
    due_steps: ColumnType<unknown, RawBuilder<unknown> | undefined, RawBuilder<unknown>>;
    supplement_requested_at: Date | null;
    finished_at: Date | null;
    handed_over_at: Date | null;
    helper_staff_id: string | null;
    helper_name: string | null;
    helper_team: string | null;
    helper_consent_id: string | null;
    version: Generated<number>;
    updated_at: Date;
    is_demo: Generated<boolean>;
    due_sentence: string | null;
    due_tentative: Generated<boolean>;
  };
  dossier_action: {
    unit_id: string;
    dossier_id: string;
    seq: number;
    kind: string;
    from_state: number | null;
    to_state: number;
    actor_kind: string;
    actor_id: string;
    actor_name: string;
    at: Date;
    note: string | null;
    data: ColumnType<unknown, RawBuilder<unknown> | undefined, RawBuilder<unknown>>;
  };
  dossier_counter: {
    unit_id: string;
    local_date: string;
    last_number: number;
  };
  dossier_defect: {
    unit_id: string;
    dossier_id: string;
    request_seq: number;
    position: number;
    target_kind: string;
    target_key: string;
    target_label: string;
    reason: string;
    resolved_at: Date | null;
  };
  dossier_paper: {
    unit_id: string;
    dossier_id: string;
    component_key: string;
    file_id: string;
    component_name: string;
    mime: string;
    size_bytes: number;
    sha256: string;
    pages: number;
    added_at: Date;
    superseded_at: Date | null;
  };
  dossier_result: {
    unit_id: string;
    dossier_id: string;
    file_id: string;
    title: string;
    mime: string;
    size_bytes: number;
    sha256: string;
    added_at: Date;
    staff_id: string;
  };
  draft: {
    account_id: string;
    draft_id: string;
    unit_id: string;
    procedure_code: string;
    revision_id: string;
    form_version: number | null;
    answers: ColumnType<unknown, RawBuilder<unknown> | undefined, RawBuilder<unknown>>;
    sources: ColumnType<unknown, RawBuilder<unknown> | undefined, RawBuilder<unknown>>;
    version: Generated<number>;
    helper_session_id: string | null;
    created_at: Date;
    updated_at: Date;
    submitted_dossier_id: string | null;
    removed_at: Date | null;
    supplement_of: string | null;
    supplement_seq: number | null;
  };
  draft_paper: {
    account_id: string;
    draft_id: string;
    component_key: string;
    paper_id: string;
    position: number;
  };
}
