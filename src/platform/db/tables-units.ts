/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { ColumnType, Generated, RawBuilder } from 'kysely';

export interface UnitsTables {
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
  default_opening_hours: {
    effective_from: string;
    weekend: ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;
    blocks: ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;
    source_ref: string;
    sure: string;
    verified_at: string | null;
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
  neighbourhood: {
    unit_id: string;
    neighbourhood_id: string;
    valid_from: string;
    valid_to: string | null;
  };
  unit: {
    unit_id: string;
    kind: string;
    created_at: Generated<Date>;
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
