-- Every backup that was taken of this installation, or tried: `doctor` and the administration read from here when the
-- last good one was. Rows are never changed; a restore begins with an empty list, since the list speaks of this place.
create table backup_run (
  run_id uuid not null primary key,
  kind text not null check (kind in ('scheduled', 'manual', 'before-upgrade')),
  started_at timestamptz not null,
  finished_at timestamptz not null,
  -- Null with all that follows: the run failed, and error says why.
  path text,
  size_bytes bigint,
  sha256 text,
  row_count bigint,
  file_count int,
  -- Files that rows name and the disk does not have.
  missing_files int,
  -- The finished file was read back and every hash agreed.
  verified boolean not null default false,
  error text,
  check ((path is null) = (error is not null))
);
comment on table backup_run is 'reference: backups taken of this installation, append-only';
create index backup_run_recent on backup_run (started_at desc);
grant select, insert on backup_run to baccau_app;
grant select on backup_run to baccau_auditor;
