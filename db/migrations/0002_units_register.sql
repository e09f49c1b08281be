-- Official codes are reused after mergers (25768: Hiệp An, then Phú An), so the key is our own stable surrogate
-- and name, code and parent are versions by date (facts §6).
create table unit (
  unit_id text not null primary key,
  kind text not null check (kind in ('province', 'district', 'commune')),
  created_at timestamptz not null default now()
);
comment on table unit is 'reference: administrative units by stable surrogate';

create table unit_version (
  unit_id text not null references unit,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  code text not null,
  name text not null,
  search_name text not null,
  parent_unit_id text references unit,
  -- Prefix of dossier codes (mã định danh). Null: a provisional one is derived from the official codes.
  identifier text,
  hotline text,
  -- Opening blocks per weekday; null: the default hours of db/seed/calendar.
  opening_hours jsonb,
  source_ref text not null,
  primary key (unit_id, valid_from)
);
comment on table unit_version is 'reference: name, code and parent of a unit while valid; valid_to is exclusive';
create index unit_version_code on unit_version (code, valid_from);
create unique index unit_version_open on unit_version (unit_id) where valid_to is null;
create index unit_version_parent on unit_version (parent_unit_id);
create unique index unit_version_identifier on unit_version (identifier) where valid_to is null and identifier is not null;

create table neighbourhood (
  unit_id text not null,
  neighbourhood_id uuid not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  primary key (unit_id, neighbourhood_id)
);
comment on table neighbourhood is 'tenant: khu phố of a commune';

grant select, insert, update on unit, unit_version, neighbourhood to baccau_app;
grant select on unit, unit_version, neighbourhood to baccau_auditor;
