/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { ColumnType, Generated, RawBuilder } from 'kysely';

export interface ReferenceTables {
  account_phone: {
    phone: string;
    account_id: string;
    since: Date;
  };
  backup_run: {
    run_id: string;
    kind: string;
    started_at: Date;
    finished_at: Date;
    path: string | null;
    size_bytes: number | null;
    sha256: string | null;
    row_count: number | null;
    file_count: number | null;
    missing_files: number | null;
    verified: Generated<boolean>;
    error: string | null;
  };
  calendar_decision: {
    topic: string;
    revision: number;
    kind: string;
    year: number;
    content: ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;
    withdrawn: Generated<boolean>;
    source_ref: string;
    sure: string;
    verified_at: string | null;
    note: string | null;
    recorded_by: string | null;
    recorded_name: string | null;
    recorded_at: Date;
  };
  catalogue_state: {
    only_row: Generated<boolean>;
    version: number;
  };
  default_opening_hours: {
    effective_from: string;
    weekend: ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;
    blocks: ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;
    source_ref: string;
    sure: string;
    verified_at: string | null;
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
    recorded_by: string | null;
  };
  form_definition: {
    procedure_code: string;
    version: number;
    content: ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;
    content_hash: string;
    effective_from: string;
    source_ref: string;
  };
  holiday_rule: {
    rule_id: string;
    effective_from: string;
    effective_to: string | null;
    position: number;
    name: string;
    kind: string;
    details: ColumnType<unknown, RawBuilder<unknown> | undefined, RawBuilder<unknown>>;
    source_ref: string;
    sure: string;
    verified_at: string | null;
    note: string | null;
  };
  installation: {
    only_row: Generated<boolean>;
    installation_id: Generated<string>;
    key_id: string | null;
    home_unit_id: string | null;
    demo_seeded_at: Date | null;
    created_at: Generated<Date>;
    mode: Generated<string>;
  };
  migration: {
    number: number;
    name: string;
    sha256: string;
    applied_at: Generated<Date>;
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
  procedure: {
    procedure_code: string;
    name: string;
    field: string;
    levels: string[];
    current_revision_id: string;
    portal_revision_id: string | null;
    updated_at: Date;
  };
  procedure_fee: {
    fee_id: string;
    procedure_code: string;
    unit_id: string;
    channel: string | null;
    label: Generated<string>;
    amount_vnd: number | null;
    per: string;
    further_from: number | null;
    further_vnd: number | null;
    cap_vnd: number | null;
    exemptions: string | null;
    effective_from: string;
    effective_to: string | null;
    source_ref: string;
    verified_at: string | null;
    recorded_at: Date;
    recorded_by: string;
  };
  procedure_guide: {
    procedure_code: string;
    version: number;
    content: ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;
    content_hash: string;
    effective_from: string;
    source_ref: string;
    verified_at: string | null;
  };
  procedure_revision: {
    revision_id: string;
    procedure_code: string;
    source: string;
    content: ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;
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
  staff_invitation: {
    token_hash: Buffer;
    invitation_id: string;
    unit_id: string;
    kind: string;
    staff_id: string;
    full_name: string;
    phone: string | null;
    roles: string[];
    valid_from: string;
    valid_to: string | null;
    token_sealed: string;
    totp_sealed: string;
    created_by: string;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
    cancelled_at: Date | null;
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
  unit_profile: {
    unit_id: string;
    profile_id: string;
    effective_from: string;
    hotline: string | null;
    hotline_hours: string | null;
    address: string | null;
    identifier: string | null;
    centre_name: string | null;
    recorded_at: Date;
    recorded_by: string;
  };
  unit_relation: {
    from_unit_id: string;
    to_unit_id: string;
    effective_on: string;
    relation: string;
    legal_document: string;
    source_ref: string;
  };
  unit_version: {
    unit_id: string;
    valid_from: string;
    valid_to: string | null;
    code: string;
    name: string;
    search_name: string;
    parent_unit_id: string | null;
    source_ref: string;
    is_start_assumed: Generated<boolean>;
    is_name_provisional: Generated<boolean>;
  };
}
