/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { ColumnType, Generated, RawBuilder } from 'kysely';

export interface TenantTables {
  audit_entry: {
    unit_id: string;
    seq: number;
    at: Date;
    act: string;
    actor: string;
    subject: string;
    detail_hash: string;
    payload: string;
    hash: Buffer;
  };
  audit_head: {
    unit_id: string;
    seq: number;
    hash: Buffer;
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
  helper_session: {
    unit_id: string;
    helper_session_id: string;
    staff_id: string;
    team_id: string;
    account_id: string;
    consent_id: string;
    account_opened: boolean;
    place: string;
    channel: string;
    started_at: Date;
    ended_at: Date | null;
  };
  household: {
    unit_id: string;
    household_id: string;
    neighbourhood_id: string;
    address: string;
    phone: string | null;
    created_at: Date;
    is_demo: Generated<boolean>;
  };
  household_member: {
    unit_id: string;
    household_id: string;
    member_id: string;
    full_name: string;
    birth_year: number;
    sex: string;
    is_head: Generated<boolean>;
    account_id: string | null;
  };
  import_preview: {
    unit_id: string;
    preview_id: string;
    kind: string;
    staff_id: string;
    file_name: string;
    rows_sealed: string | null;
    created_at: Date;
    expires_at: Date;
    applied_at: Date | null;
    outcome: ColumnType<unknown, RawBuilder<unknown> | null | undefined, RawBuilder<unknown> | null>;
  };
  neighbourhood: {
    unit_id: string;
    neighbourhood_id: string;
    valid_from: string;
    valid_to: string | null;
  };
  neighbourhood_name: {
    unit_id: string;
    neighbourhood_id: string;
    name_id: string;
    valid_from: string;
    name: string;
    recorded_at: Date;
    recorded_by: string;
  };
  offered_procedure: {
    unit_id: string;
    offered_id: string;
    procedure_code: string;
    effective_from: string;
    offered: boolean;
    source_ref: string;
    recorded_at: Date;
    recorded_by: string;
  };
  outbox_event: {
    unit_id: string;
    event_id: string;
    realm: Generated<string>;
    topic: string;
    payload: ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;
    created_at: Date;
    done_at: Date | null;
    attempts: Generated<number>;
    last_error: string | null;
    next_attempt_at: Date;
  };
  staff_role: {
    unit_id: string;
    staff_id: string;
    role: string;
    valid_from: string;
    valid_to: string | null;
  };
  support_turn: {
    unit_id: string;
    turn_id: string;
    body_hash: string;
    kind: string;
    team_id: string;
    staff_id: string;
    helper_session_id: string | null;
    account_id: string | null;
    citizen_unit_id: string;
    place: string;
    channel: string;
    minutes: number;
    outcome: string;
    account_opened: Generated<boolean>;
    dossier_unit_id: string | null;
    dossier_id: string | null;
    dossier_code: string | null;
    note: string | null;
    started_at: Date;
    ended_at: Date;
    local_date: string;
    is_demo: Generated<boolean>;
  };
  team: {
    unit_id: string;
    team_id: string;
    name: string;
    kind: string;
    valid_from: string;
    valid_to: string | null;
  };
  team_member: {
    unit_id: string;
    team_id: string;
    staff_id: string;
    is_lead: Generated<boolean>;
    valid_from: string;
    valid_to: string | null;
  };
  unit_day: {
    unit_id: string;
    day: string;
    revision: number;
    kind: string;
    name: string;
    blocks: ColumnType<unknown, RawBuilder<unknown> | undefined, RawBuilder<unknown>>;
    withdrawn: Generated<boolean>;
    source_ref: string;
    recorded_by: string;
    recorded_name: string;
    recorded_at: Date;
  };
  unit_opening_hours: {
    unit_id: string;
    effective_from: string;
    revision: number;
    weekend: ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;
    blocks: ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;
    withdrawn: Generated<boolean>;
    source_ref: string;
    recorded_by: string | null;
    recorded_name: string | null;
    recorded_at: Date;
  };
}
