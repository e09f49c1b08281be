create table account (
  account_id uuid not null primary key,
  full_name text,
  date_of_birth date,
  sex text check (sex in ('nam', 'nu')),
  citizen_no_sealed text,
  citizen_no_mask text,
  address text,
  email text,
  home_unit_id text,
  created_at timestamptz not null,
  -- citizen (by themselves) or helper:<staff id>
  created_by text not null,
  is_demo boolean not null default false
);
comment on table account is 'citizen: a person''s account and profile; the ID number is sealed with the file key';

-- Sign-in goes from a phone to an account, so this index is keyed by the phone and not by the account.
create table account_phone (
  phone text not null primary key,
  account_id uuid not null,
  since timestamptz not null
);
comment on table account_phone is 'reference: sign-in index from a phone (E.164) to an account';
create index account_phone_account on account_phone (account_id);

create table one_time_code (
  code_id uuid not null primary key,
  phone text not null,
  purpose text not null check (purpose in ('sign-in', 'consent', 'confirm')),
  -- Hash of the named act that the code confirms; null for sign-in.
  act_hash text,
  code_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  attempts int not null default 0,
  used_at timestamptz
);
comment on table one_time_code is 'reference: one-time codes, keyed hashes only; removed after a day';

create table staff (
  staff_id uuid not null primary key,
  login text not null unique,
  full_name text not null,
  phone text,
  password_hash text not null,
  totp_sealed text not null,
  -- Last accepted time step: a code is good once.
  totp_last_step bigint not null default 0,
  disabled_at timestamptz,
  created_at timestamptz not null,
  is_demo boolean not null default false
);
comment on table staff is 'reference: officers, helpers and administrators';

create table staff_role (
  unit_id text not null,
  staff_id uuid not null references staff,
  role text not null check (role in ('admin', 'leader', 'officer', 'helper', 'auditor')),
  valid_from date not null,
  valid_to date,
  primary key (unit_id, staff_id, role, valid_from)
);
comment on table staff_role is 'tenant: roles of staff at a unit for a period; valid_to is exclusive';
create index staff_role_staff on staff_role (staff_id);

create table session (
  token_hash bytea not null primary key,
  kind text not null check (kind in ('citizen', 'staff')),
  account_id uuid,
  staff_id uuid,
  -- The unit that a staff session works for.
  unit_id text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  device text,
  check ((kind = 'citizen') = (account_id is not null)),
  check ((kind = 'staff') = (staff_id is not null and unit_id is not null))
);
comment on table session is 'reference: opaque sessions by the hash of their token';
create index session_account on session (account_id) where account_id is not null;
create index session_staff on session (staff_id) where staff_id is not null;

create table household (
  unit_id text not null,
  household_id uuid not null,
  neighbourhood_id uuid not null,
  address text not null,
  phone text,
  created_at timestamptz not null,
  is_demo boolean not null default false,
  primary key (unit_id, household_id),
  foreign key (unit_id, neighbourhood_id) references neighbourhood
);
comment on table household is 'tenant: households of a commune';
create index household_neighbourhood on household (unit_id, neighbourhood_id);

create table household_member (
  unit_id text not null,
  household_id uuid not null,
  member_id uuid not null,
  full_name text not null,
  birth_year int not null,
  sex text not null check (sex in ('nam', 'nu')),
  is_head boolean not null default false,
  account_id uuid,
  primary key (unit_id, household_id, member_id),
  foreign key (unit_id, household_id) references household
);
comment on table household_member is 'tenant: people of a household, linked to an account when they have one';

grant select, insert, update on account, account_phone, one_time_code, staff, staff_role, session, household, household_member to baccau_app;
grant delete on session, one_time_code to baccau_app;
grant select on account, account_phone, staff_role, household, household_member to baccau_auditor;
grant select, delete on session, one_time_code to baccau_retention;
