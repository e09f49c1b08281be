/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { ColumnType, Generated, RawBuilder } from 'kysely';

export interface CatalogueTables {
  catalogue_state: {
    only_row: Generated<boolean>;
    version: number;
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
}
