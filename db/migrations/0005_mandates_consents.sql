create table consent (
  account_id uuid not null,
  consent_id uuid not null,
  -- Which text was shown, word for word (db/seed/consents), and its SHA-256.
  text_code text not null,
  text_version int not null,
  text_hash text not null,
  lang text not null check (lang in ('vi', 'en')),
  purposes text[] not null check (cardinality(purposes) > 0),
  method text not null check (method in ('code-present')),
  code_id uuid not null,
  unit_id text not null,
  team_id uuid not null,
  staff_id uuid not null,
  given_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  primary key (account_id, consent_id)
);
comment on table consent is 'citizen: consent to be helped, purpose by purpose (Luật 91/2025 art. 9); only the revocation can be written later';

create table helper_session (
  unit_id text not null,
  helper_session_id uuid not null,
  staff_id uuid not null,
  team_id uuid not null,
  account_id uuid not null,
  consent_id uuid not null,
  account_opened boolean not null,
  place text not null,
  channel text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (unit_id, helper_session_id)
);
comment on table helper_session is 'tenant: a helper at work under one consent; never the citizen''s own session';
create index helper_session_staff on helper_session (unit_id, staff_id, started_at desc);

create table helper_act (
  account_id uuid not null,
  act_id uuid not null,
  at timestamptz not null,
  act text not null,
  subject text not null,
  unit_id text not null,
  helper_session_id uuid not null,
  consent_id uuid not null,
  staff_id uuid not null,
  staff_name text not null,
  team_name text not null,
  primary key (account_id, act_id)
);
create index helper_act_recent on helper_act (account_id, at desc, act_id desc);
comment on table helper_act is 'citizen: journal of acts done for a person, append-only, shown to that person';

grant select, insert on consent, helper_act to baccau_app;
grant update (revoked_at, revoked_by) on consent to baccau_app;
grant select, insert on helper_session to baccau_app;
grant update (ended_at) on helper_session to baccau_app;
grant select on consent, helper_session, helper_act to baccau_auditor;
