-- Roles: the owner migrates; everything else gets grants table by table, so that append-only and
-- practice isolation are the database's promise (DESIGN §2). On the embedded database they exist already.
do $$
declare r text;
begin
  foreach r in array array['baccau_owner', 'baccau_app', 'baccau_practice', 'baccau_retention', 'baccau_auditor'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin', r);
    end if;
    if r <> 'baccau_owner' and r <> current_user and not pg_has_role(current_user, r, 'member') then
      begin
        execute format('grant %I to current_user', r);
      exception when insufficient_privilege then
        null; -- the embedded database logs in as each role itself
      end;
    end if;
  end loop;
end $$;

grant usage on schema baccau to baccau_app, baccau_retention, baccau_auditor;
grant select on migration to baccau_app, baccau_auditor;

-- One hash chain per unit. The head is the only row that changes; it serialises a unit's audited acts.
create table audit_head (
  unit_id text not null primary key,
  seq bigint not null,
  hash bytea not null
);
comment on table audit_head is 'tenant: last link of each unit''s audit chain';

create table audit_entry (
  unit_id text not null,
  seq bigint not null,
  at timestamptz not null,
  act text not null,
  actor text not null,
  subject text not null,
  detail_hash text not null,
  payload text not null,
  hash bytea not null,
  primary key (unit_id, seq)
);
comment on table audit_entry is 'tenant: audited acts of a unit, append-only, ids and hashes only';

create table citizen_audit_head (
  account_id uuid not null primary key,
  seq bigint not null,
  hash bytea not null
);
comment on table citizen_audit_head is 'citizen: last link of each account''s audit chain';

create table citizen_audit_entry (
  account_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  act text not null,
  actor text not null,
  subject text not null,
  detail_hash text not null,
  payload text not null,
  hash bytea not null,
  primary key (account_id, seq)
);
comment on table citizen_audit_entry is 'citizen: audited acts on an account, append-only, ids and hashes only';

grant select, insert, update on audit_head, citizen_audit_head to baccau_app;
grant select, insert on audit_entry, citizen_audit_entry to baccau_app;
grant select on audit_head, audit_entry, citizen_audit_head, citizen_audit_entry to baccau_auditor;

-- News travels upward as outbox events, written in the transaction of the act.
create table outbox_event (
  unit_id text not null,
  event_id uuid not null,
  realm text not null default 'real' check (realm in ('real', 'practice')),
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  done_at timestamptz,
  attempts int not null default 0,
  last_error text,
  next_attempt_at timestamptz not null,
  primary key (unit_id, event_id)
);
comment on table outbox_event is 'tenant: news for other modules, delivered at least once';
create index outbox_event_open on outbox_event (next_attempt_at, event_id) where done_at is null;
grant select, insert, update on outbox_event to baccau_app;
grant select, delete on outbox_event to baccau_retention;
grant select on outbox_event to baccau_auditor;

create table throttle (
  key text not null primary key,
  window_start timestamptz not null,
  hits int not null
);
comment on table throttle is 'reference: counters of attempts by hashed key; no personal data';
grant select, insert, update, delete on throttle to baccau_app;

-- One row: which encryption key this data belongs to, and whether the demo was loaded.
create table installation (
  only_row boolean not null primary key default true check (only_row),
  installation_id uuid not null default gen_random_uuid(),
  key_id text,
  -- The commune that this installation serves by default.
  home_unit_id text,
  demo_seeded_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table installation is 'reference: one row about this installation';
insert into installation default values;
grant select, update on installation to baccau_app;
grant select on installation to baccau_auditor;

create schema if not exists pgboss;
grant usage, create on schema pgboss to baccau_app;
