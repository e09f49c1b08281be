-- Units over time: what came before the merger of 1 July 2025, who took over whom, and households that follow
-- their neighbourhood into another unit.

alter table unit_version
  -- The day from which an old unit existed is often not known: then a documented day is assumed and flagged.
  add column is_start_assumed boolean not null default false,
  -- The name is only "Huyện/quận mã 001": the official one has not been entered.
  add column is_name_provisional boolean not null default false;

-- A commune may go to several units and a unit may come from many: 460 of the 10,047 communes were split in 2025.
create table unit_relation (
  from_unit_id text not null references unit,
  to_unit_id text not null references unit check (to_unit_id <> from_unit_id),
  effective_on date not null,
  relation text not null check (relation in ('merged', 'split-part', 'renamed', 'upgraded', 'moved')),
  legal_document text not null,
  source_ref text not null,
  primary key (from_unit_id, to_unit_id, effective_on)
);
comment on table unit_relation is 'reference: which unit took over which one, when and by which document';
create index unit_relation_to on unit_relation (to_unit_id);

-- A household never changes its unit: where a commune is split, its row is closed and a successor row is opened in the
-- unit that its neighbourhood went to. The two rows name each other.
alter table household
  add column valid_from date,
  add column valid_to date,
  add column successor_unit_id text,
  add column successor_household_id uuid,
  add column predecessor_unit_id text,
  add column predecessor_household_id uuid,
  add check (valid_to >= valid_from),
  add check ((successor_unit_id is null) = (successor_household_id is null)),
  add check ((predecessor_unit_id is null) = (predecessor_household_id is null)),
  add check (successor_unit_id is null or valid_to is not null);
update household set valid_from = (created_at at time zone 'Asia/Ho_Chi_Minh')::date;
alter table household alter column valid_from set not null;

grant select, insert, update, delete on unit_relation to baccau_app;
grant select on unit_relation to baccau_auditor;
