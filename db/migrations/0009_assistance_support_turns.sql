create table support_turn_kind (
  kind text not null,
  effective_from date not null,
  effective_to date,
  label_vi text not null,
  label_en text not null,
  position int not null,
  source_ref text not null,
  primary key (kind, effective_from)
);
comment on table support_turn_kind is 'reference: kinds of support turns, dated';

create table support_turn (
  unit_id text not null,
  -- Made by the client: the same turn sent twice counts once.
  turn_id uuid not null,
  body_hash text not null,
  kind text not null,
  team_id uuid not null,
  staff_id uuid not null,
  helper_session_id uuid,
  account_id uuid,
  citizen_unit_id text not null,
  place text not null check (place in ('one-stop', 'home', 'neighbourhood-office', 'phone', 'other')),
  channel text not null check (channel in ('in-person', 'phone', 'online')),
  minutes int not null check (minutes between 1 and 600),
  outcome text not null check (outcome in ('solved', 'partly', 'not-solved', 'redirected')),
  account_opened boolean not null default false,
  dossier_unit_id text,
  dossier_id uuid,
  dossier_code text,
  note text,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  local_date date not null,
  is_demo boolean not null default false,
  primary key (unit_id, turn_id),
  foreign key (unit_id, team_id) references team,
  foreign key (unit_id, helper_session_id) references helper_session
);
comment on table support_turn is 'tenant: one turn of help, tied to what came of it; unit_id is the team''s unit';
create index support_turn_day on support_turn (unit_id, local_date);
-- One session of help is one turn, however often its form is sent.
create unique index support_turn_session on support_turn (unit_id, helper_session_id) where helper_session_id is not null;

create view v_support_turn as
  select t.unit_id, t.turn_id, t.kind, t.team_id, team.name as team_name, t.citizen_unit_id, t.place, t.channel,
         t.minutes, t.outcome, t.account_opened, t.dossier_id is not null as has_dossier, t.local_date
  from support_turn t join team on team.unit_id = t.unit_id and team.team_id = t.team_id;
comment on view v_support_turn is 'published: support turns for figures, without persons';

create view v_support_turn_kind as
  select kind, label_vi, label_en, position, effective_from, effective_to from support_turn_kind;
comment on view v_support_turn_kind is 'published: names of the kinds of support turns, dated';

grant select, insert on support_turn to baccau_app;
grant select on support_turn_kind, v_support_turn, v_support_turn_kind to baccau_app;
grant insert, update on support_turn_kind to baccau_app;
grant select on support_turn, support_turn_kind, v_support_turn, v_support_turn_kind to baccau_auditor;
