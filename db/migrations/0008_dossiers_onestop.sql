create table draft (
  account_id uuid not null,
  draft_id uuid not null,
  unit_id text not null,
  procedure_code text not null,
  revision_id uuid not null,
  -- Null: the general form derived from the revision's papers.
  form_version int,
  answers jsonb not null default '{}',
  -- Where a value was filled from, by field: card-qr, account.
  sources jsonb not null default '{}',
  version int not null default 1,
  helper_session_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_dossier_id uuid,
  removed_at timestamptz,
  -- A supplement in preparation: of which dossier, asked for by which of its actions.
  supplement_of uuid,
  supplement_seq int,
  primary key (account_id, draft_id)
);
-- One supplement in preparation for each request.
create unique index draft_supplement on draft (account_id, supplement_of, supplement_seq) where supplement_of is not null;
comment on table draft is 'citizen: a filing in preparation; keeps its revision and form version';

create table draft_paper (
  account_id uuid not null,
  draft_id uuid not null,
  component_key text not null,
  paper_id uuid not null,
  position int not null,
  primary key (account_id, draft_id, component_key, paper_id),
  foreign key (account_id, draft_id) references draft,
  foreign key (account_id, paper_id) references paper
);
comment on table draft_paper is 'citizen: papers attached to a component of a draft';

-- One row a unit and day. Its lock makes the numbers gap-free under concurrency (facts §1.1).
create table dossier_counter (
  unit_id text not null,
  local_date date not null,
  last_number int not null,
  primary key (unit_id, local_date)
);
comment on table dossier_counter is 'tenant: last dossier number of a unit on a local day (+07:00)';

create table dossier (
  unit_id text not null,
  -- Made by the client before the first try: the idempotency key of the submission.
  dossier_id uuid not null,
  body_hash text not null,
  code text not null,
  local_date date not null,
  day_number int not null,
  secret_hash bytea not null,
  secret_sealed text not null,
  handling_unit text not null,
  procedure_code text not null,
  procedure_name text not null,
  revision_id uuid not null,
  form_version int,
  state smallint not null check (state between 1 and 10),
  channel smallint not null check (channel in (1, 2, 3)),
  account_id uuid not null,
  applicant_name text not null,
  applicant_phone text not null,
  subject_name text not null,
  answers jsonb not null,
  duration_text text not null,
  due_rule text,
  submitted_at timestamptz not null,
  received_at timestamptz,
  -- Expected before reception, promised afterwards; null while the duration is unknown.
  due_at timestamptz,
  due_steps jsonb not null default '[]',
  supplement_requested_at timestamptz,
  finished_at timestamptz,
  handed_over_at timestamptz,
  helper_staff_id uuid,
  helper_name text,
  helper_team text,
  helper_consent_id uuid,
  version int not null default 1,
  updated_at timestamptz not null,
  is_demo boolean not null default false,
  primary key (unit_id, dossier_id),
  unique (unit_id, code),
  unique (unit_id, local_date, day_number)
);
comment on table dossier is 'tenant: current state of a dossier; its history is dossier_action';
create index dossier_work_list on dossier (unit_id, state, due_at);
create index dossier_account on dossier (unit_id, account_id);

create table dossier_action (
  unit_id text not null,
  dossier_id uuid not null,
  seq int not null,
  kind text not null,
  from_state smallint,
  to_state smallint not null,
  actor_kind text not null check (actor_kind in ('citizen', 'staff', 'helper', 'system')),
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  note text,
  data jsonb not null default '{}',
  primary key (unit_id, dossier_id, seq),
  foreign key (unit_id, dossier_id) references dossier
);
comment on table dossier_action is 'tenant: every act on a dossier, append-only; a dossier is its actions';

create table dossier_paper (
  unit_id text not null,
  dossier_id uuid not null,
  component_key text not null,
  file_id text not null,
  component_name text not null,
  mime text not null,
  size_bytes int not null,
  sha256 text not null,
  pages int not null,
  added_at timestamptz not null,
  superseded_at timestamptz,
  primary key (unit_id, dossier_id, component_key, file_id),
  foreign key (unit_id, dossier_id) references dossier
);
comment on table dossier_paper is 'tenant: papers as submitted; a supplement supersedes, never deletes';

create table dossier_defect (
  unit_id text not null,
  dossier_id uuid not null,
  -- The action that asked for it.
  request_seq int not null,
  position int not null,
  target_kind text not null check (target_kind in ('field', 'paper', 'other')),
  target_key text not null,
  target_label text not null,
  reason text not null,
  resolved_at timestamptz,
  primary key (unit_id, dossier_id, request_seq, position),
  foreign key (unit_id, dossier_id) references dossier
);
comment on table dossier_defect is 'tenant: what a supplement request asks to mend, each on a field or paper';

create table dossier_result (
  unit_id text not null,
  dossier_id uuid not null,
  file_id text not null,
  title text not null,
  mime text not null,
  size_bytes int not null,
  sha256 text not null,
  added_at timestamptz not null,
  staff_id uuid not null,
  primary key (unit_id, dossier_id, file_id),
  foreign key (unit_id, dossier_id) references dossier
);
comment on table dossier_result is 'tenant: results of a dossier';

create table citizen_dossier (
  account_id uuid not null,
  dossier_id uuid not null,
  unit_id text not null,
  code text not null,
  procedure_name text not null,
  subject_name text not null,
  state smallint not null,
  due_at timestamptz,
  submitted_at timestamptz not null,
  updated_at timestamptz not null,
  dossier_version int not null,
  primary key (account_id, dossier_id)
);
comment on table citizen_dossier is 'citizen: my dossiers over all units, fed by the outbox';
create index citizen_dossier_recent on citizen_dossier (account_id, submitted_at desc);

grant select, insert, update on draft, dossier_counter, dossier, citizen_dossier to baccau_app;
grant select, insert, delete on draft_paper to baccau_app;
grant select, insert on dossier_action, dossier_result to baccau_app;
grant select, insert on dossier_paper, dossier_defect to baccau_app;
grant update (superseded_at) on dossier_paper to baccau_app;
grant update (resolved_at) on dossier_defect to baccau_app;
grant select on draft, draft_paper, dossier_counter, dossier, dossier_action, dossier_paper, dossier_defect, dossier_result, citizen_dossier to baccau_auditor;
