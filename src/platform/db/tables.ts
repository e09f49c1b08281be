/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { ColumnType, Generated, RawBuilder } from 'kysely';

/** jsonb: read as parsed JSON, written by `json()`. */
type Json = ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;

export interface Tables {
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
  account_phone: {
    phone: string;
    account_id: string;
    since: Date;
  };
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
  catalogue_state: {
    only_row: Generated<boolean>;
    version: number;
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
    answers: Json;
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
  filing_route: {
    route_id: string;
    procedure_code: string;
    unit_id: string | null;
    route: string;
    sure: string;
    effective_from: string;
    effective_to: string | null;
    source_ref: string;
  };
  form_definition: {
    procedure_code: string;
    version: number;
    content: Json;
    content_hash: string;
    effective_from: string;
    source_ref: string;
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
  installation: {
    only_row: Generated<boolean>;
    installation_id: Generated<string>;
    key_id: string | null;
    home_unit_id: string | null;
    demo_seeded_at: Date | null;
    created_at: Generated<Date>;
  };
  migration: {
    number: number;
    name: string;
    sha256: string;
    applied_at: Generated<Date>;
  };
  neighbourhood: {
    unit_id: string;
    neighbourhood_id: string;
    name: string;
    valid_from: string;
    valid_to: string | null;
  };
  one_time_code: {
    code_id: string;
    phone: string;
    purpose: string;
    act_hash: string | null;
    code_hash: Buffer;
    created_at: Date;
    expires_at: Date;
    attempts: Generated<number>;
    used_at: Date | null;
  };
  outbox_event: {
    unit_id: string;
    event_id: string;
    realm: Generated<string>;
    topic: string;
    payload: Json;
    created_at: Date;
    done_at: Date | null;
    attempts: Generated<number>;
    last_error: string | null;
    next_attempt_at: Date;
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
  procedure: {
    procedure_code: string;
    name: string;
    field: string;
    levels: string[];
    current_revision_id: string;
    portal_revision_id: string | null;
    updated_at: Date;
  };
  procedure_guide: {
    procedure_code: string;
    version: number;
    content: Json;
    content_hash: string;
    effective_from: string;
    source_ref: string;
    verified_at: string | null;
  };
  procedure_revision: {
    revision_id: string;
    procedure_code: string;
    source: string;
    content: Json;
    content_hash: string;
    problems: ColumnType<unknown, RawBuilder<unknown> | undefined, RawBuilder<unknown>>;
    effective_from: string;
    created_at: Date;
  };
  session: {
    token_hash: Buffer;
    kind: string;
    account_id: string | null;
    staff_id: string | null;
    unit_id: string | null;
    created_at: Date;
    last_seen_at: Date;
    expires_at: Date;
    device: string | null;
  };
  staff: {
    staff_id: string;
    login: string;
    full_name: string;
    phone: string | null;
    password_hash: string;
    totp_sealed: string;
    totp_last_step: Generated<number>;
    disabled_at: Date | null;
    created_at: Date;
    is_demo: Generated<boolean>;
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
  support_turn_kind: {
    kind: string;
    effective_from: string;
    effective_to: string | null;
    label_vi: string;
    label_en: string;
    position: number;
    source_ref: string;
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
  throttle: {
    key: string;
    window_start: Date;
    hits: number;
  };
  unit: {
    unit_id: string;
    kind: string;
    created_at: Generated<Date>;
  };
  unit_version: {
    unit_id: string;
    valid_from: string;
    valid_to: string | null;
    code: string;
    name: string;
    search_name: string;
    parent_unit_id: string | null;
    identifier: string | null;
    hotline: string | null;
    opening_hours: Json | null;
    source_ref: string;
  };
  v_support_turn: {
    unit_id: string | null;
    turn_id: string | null;
    kind: string | null;
    team_id: string | null;
    team_name: string | null;
    citizen_unit_id: string | null;
    place: string | null;
    channel: string | null;
    minutes: number | null;
    outcome: string | null;
    account_opened: boolean | null;
    has_dossier: boolean | null;
    local_date: string | null;
  };
  v_support_turn_kind: {
    kind: string | null;
    label_vi: string | null;
    label_en: string | null;
    position: number | null;
    effective_from: string | null;
    effective_to: string | null;
  };
}
