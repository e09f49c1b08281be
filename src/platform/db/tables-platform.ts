/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { ColumnType, Generated, RawBuilder } from 'kysely';

export interface PlatformTables {
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
  code_channel: {
    unit_id: string;
    settings: ColumnType<unknown, RawBuilder<unknown> | null | undefined, RawBuilder<unknown> | null>;
    secret_sealed: string | null;
    revision: Generated<number>;
    changed_by: string | null;
    changed_at: Date | null;
    last_ok_at: Date | null;
    last_failed_at: Date | null;
    last_failure: string | null;
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
  throttle: {
    key: string;
    window_start: Date;
    hits: number;
  };
}
