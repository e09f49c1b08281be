/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { ColumnType, Generated, RawBuilder } from 'kysely';

export interface CitizenTables {
  account: {
    account_id: string;
    full_name: string | null;
    date_of_birth: string | null;
    sex: string | null;
    citizen_no_sealed: string | null;
    citizen_no_mask: string | null;
    address: string | null;
    email: string | null;
    home_unit_id: string | null;
    created_at: Date;
    created_by: string;
    is_demo: Generated<boolean>;
  };
  citizen_audit_entry: {
    account_id: string;
    seq: number;
    at: Date;
    act: string;
    actor: string;
    subject: string;
    detail_hash: string;
    payload: string;
    hash: Buffer;
  };
  citizen_audit_head: {
    account_id: string;
    seq: number;
    hash: Buffer;
  };
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
  consent: {
    account_id: string;
    consent_id: string;
    text_code: string;
    text_version: number;
    text_hash: string;
    lang: string;
    purposes: string[];
    method: string;
    code_id: string;
    unit_id: string;
    team_id: string;
    staff_id: string;
    given_at: Date;
    expires_at: Date;
    revoked_at: Date | null;
    revoked_by: string | null;
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
  helper_act: {
    account_id: string;
    act_id: string;
    at: Date;
    act: string;
    subject: string;
    unit_id: string;
    helper_session_id: string;
    consent_id: string;
    staff_id: string;
    staff_name: string;
    team_name: string;
  };
  paper: {
    account_id: string;
    paper_id: string;
    file_id: string;
    mime: string;
    size_bytes: number;
    sha256: string;
    pages: number;
    original_name: string;
    created_at: Date;
    added_by: string;
    removed_at: Date | null;
  };
  paper_read: {
    account_id: string;
    read_id: string;
    file_id: string;
    reader: string;
    at: Date;
  };
}
