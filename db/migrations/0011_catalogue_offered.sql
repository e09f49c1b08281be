-- What a unit says of itself, of its fees and of the procedures that it takes: dated rows that are superseded, never
-- edited. Of the rows of one subject the latest beginning wins; of one beginning, the one that was written down last.

create table unit_profile (
  unit_id text not null references unit,
  profile_id uuid not null,
  effective_from date not null,
  hotline text,
  -- When somebody answers the hotline, in words.
  hotline_hours text,
  address text,
  -- Prefix of dossier codes (mã định danh). Null: a provisional one is derived from the official codes (decision 0005).
  identifier text,
  -- Name of the one-stop centre as it stands on receipts; null: "Trung tâm Phục vụ hành chính công" and the unit.
  centre_name text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (unit_id, profile_id)
);
comment on table unit_profile is 'reference: hotline, address, identifier and one-stop centre of a unit from a day on; append-only';
create index unit_profile_identifier on unit_profile (identifier) where identifier is not null;

insert into unit_profile (unit_id, profile_id, effective_from, hotline, identifier, recorded_at, recorded_by)
select v.unit_id, gen_random_uuid(), v.valid_from, v.hotline, v.identifier, now(), 'system'
from unit_version v where v.hotline is not null or v.identifier is not null;
alter table unit_version drop column hotline, drop column identifier;

-- A neighbourhood keeps its key through renamings; households point at the key.
create table neighbourhood_name (
  unit_id text not null,
  neighbourhood_id uuid not null,
  name_id uuid not null,
  valid_from date not null,
  name text not null check (name <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (unit_id, neighbourhood_id, name_id),
  foreign key (unit_id, neighbourhood_id) references neighbourhood
);
comment on table neighbourhood_name is 'tenant: names of a neighbourhood, each from a day on; append-only';
insert into neighbourhood_name (unit_id, neighbourhood_id, name_id, valid_from, name, recorded_at, recorded_by)
select unit_id, neighbourhood_id, gen_random_uuid(), valid_from, name, now(), 'system' from neighbourhood;
alter table neighbourhood drop column name;
alter table neighbourhood add constraint neighbourhood_days check (valid_to > valid_from);

create table offered_procedure (
  unit_id text not null,
  offered_id uuid not null,
  procedure_code text not null references procedure,
  effective_from date not null,
  -- False: from this day on no longer taken.
  offered boolean not null,
  source_ref text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (unit_id, offered_id)
);
comment on table offered_procedure is 'tenant: which procedures a unit takes, from which day on; append-only';
create index offered_procedure_of on offered_procedure (unit_id, procedure_code, effective_from);

-- What the home unit took until now, it goes on taking.
insert into offered_procedure (unit_id, offered_id, procedure_code, effective_from, offered, source_ref, recorded_at, recorded_by)
select i.home_unit_id, gen_random_uuid(), f.procedure_code, min(f.effective_from), true, 'Đã nhận trước khi có danh mục thủ tục của đơn vị', now(), 'system'
from installation i join filing_route f on f.unit_id is null and f.route in ('here', 'counter')
where i.home_unit_id is not null
group by i.home_unit_id, f.procedure_code;

-- A unit may correct a route on the day of its entry: the row written last wins (its key is made in order of time).
drop index filing_route_key;
create unique index filing_route_general on filing_route (procedure_code, effective_from) where unit_id is null;
create index filing_route_of_unit on filing_route (procedure_code, unit_id, effective_from) where unit_id is not null;
alter table filing_route add column recorded_by text;
revoke update on filing_route from baccau_app;

create table procedure_fee (
  fee_id uuid not null primary key,
  procedure_code text not null references procedure,
  -- Who entered it: a commune for itself, or a province for all of its communes.
  unit_id text not null references unit,
  -- Null: whichever way it is filed.
  channel text check (channel in ('online', 'post', 'in-person')),
  -- Which case it is for ("Đăng ký quá hạn"); empty: all.
  label text not null default '',
  -- Đồng. Null: from this day on the source knows no such fee any more.
  amount_vnd int check (amount_vnd >= 0),
  per text not null check (per in ('case', 'copy', 'page')),
  -- "từ trang thứ ba trở lên thu 1.000 đồng/trang, tối đa 200.000 đồng/bản"
  further_from int check (further_from > 1),
  further_vnd int check (further_vnd >= 0),
  cap_vnd int check (cap_vnd > 0),
  exemptions text,
  effective_from date not null,
  -- Exclusive.
  effective_to date check (effective_to > effective_from),
  source_ref text not null,
  verified_at date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  check ((further_from is null) = (further_vnd is null)),
  check (per = 'page' or (further_from is null and cap_vnd is null))
);
comment on table procedure_fee is 'reference: fees as a unit entered them, by procedure, channel, case and day; append-only';
create index procedure_fee_of on procedure_fee (procedure_code, unit_id, effective_from);

-- Between the upload of a list and its confirmation.
create table import_preview (
  unit_id text not null,
  preview_id uuid not null,
  kind text not null,
  staff_id uuid not null,
  file_name text not null,
  -- The rows as they were read, sealed: a list of households is personal data. Emptied once it is applied.
  rows_sealed text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  applied_at timestamptz,
  -- Counts of what was written.
  outcome jsonb,
  primary key (unit_id, preview_id)
);
comment on table import_preview is 'tenant: lists that were uploaded and wait for a confirmation, for an hour';
create index import_preview_expiry on import_preview (expires_at);

grant select, insert on unit_profile, neighbourhood_name, offered_procedure, procedure_fee to baccau_app;
grant select, insert, update, delete on import_preview to baccau_app;
grant select, delete on import_preview to baccau_retention;
grant select on unit_profile, neighbourhood_name, offered_procedure, procedure_fee to baccau_auditor;
