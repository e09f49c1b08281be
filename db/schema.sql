-- Written by scripts/db-snapshot.ts from the migrated database. Not to be edited.

-- citizen: a person's account and profile; the ID number is sealed with the file key
table account (
  account_id uuid not null,
  full_name text,
  date_of_birth date,
  sex text,
  citizen_no_sealed text,
  citizen_no_mask text,
  address text,
  email text,
  home_unit_id text,
  created_at timestamp with time zone not null,
  created_by text not null,
  is_demo boolean not null default false,
  PRIMARY KEY (account_id),
  CHECK ((sex = ANY (ARRAY['nam'::text, 'nu'::text])))
);
grant insert, select, update to baccau_app;
grant select (account_id, created_at, created_by, home_unit_id, is_demo) to baccau_auditor;

-- reference: sign-in index from a phone (E.164) to an account
table account_phone (
  phone text not null,
  account_id uuid not null,
  since timestamp with time zone not null,
  PRIMARY KEY (phone)
);
CREATE INDEX account_phone_account ON account_phone USING btree (account_id);
grant insert, select, update to baccau_app;

-- tenant: audited acts of a unit, append-only, ids and hashes only
table audit_entry (
  unit_id text not null,
  seq bigint not null,
  at timestamp with time zone not null,
  act text not null,
  actor text not null,
  subject text not null,
  detail_hash text not null,
  payload text not null,
  hash bytea not null,
  PRIMARY KEY (unit_id, seq)
);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- tenant: last link of each unit's audit chain
table audit_head (
  unit_id text not null,
  seq bigint not null,
  hash bytea not null,
  PRIMARY KEY (unit_id)
);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- reference: backups taken of this installation, append-only
table backup_run (
  run_id uuid not null,
  kind text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone not null,
  path text,
  size_bytes bigint,
  sha256 text,
  row_count bigint,
  file_count integer,
  missing_files integer,
  verified boolean not null default false,
  error text,
  PRIMARY KEY (run_id),
  CHECK (((path IS NULL) = (error IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['scheduled'::text, 'manual'::text, 'before-upgrade'::text])))
);
CREATE INDEX backup_run_recent ON backup_run USING btree (started_at DESC);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- reference: yearly decisions on days off and swaps, append-only; the last revision of a topic holds
table calendar_decision (
  topic text not null,
  revision integer not null,
  kind text not null,
  year integer not null,
  content jsonb not null,
  withdrawn boolean not null default false,
  source_ref text not null,
  sure text not null,
  verified_at date,
  note text,
  recorded_by uuid,
  recorded_name text,
  recorded_at timestamp with time zone not null,
  PRIMARY KEY (topic, revision),
  CHECK ((kind = ANY (ARRAY['tet-block'::text, 'adjacent-day'::text, 'swap'::text, 'make-up'::text]))),
  CHECK ((revision > 0)),
  CHECK ((sure = ANY (ARRAY['V'::text, 'M'::text, 'm'::text]))),
  CHECK (((year >= 2000) AND (year <= 2200)))
);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- reference: raised by every change of the catalogue, so that search indexes know when to reload
table catalogue_state (
  only_row boolean not null default true,
  version bigint not null,
  PRIMARY KEY (only_row),
  CHECK (only_row)
);
grant select, update to baccau_app;

-- citizen: audited acts on an account, append-only, ids and hashes only
table citizen_audit_entry (
  account_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  act text not null,
  actor text not null,
  subject text not null,
  detail_hash text not null,
  payload text not null,
  hash bytea not null,
  PRIMARY KEY (account_id, seq)
);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- citizen: last link of each account's audit chain
table citizen_audit_head (
  account_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  PRIMARY KEY (account_id)
);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- citizen: my dossiers over all units, fed by the outbox
table citizen_dossier (
  account_id uuid not null,
  dossier_id uuid not null,
  unit_id text not null,
  code text not null,
  procedure_name text not null,
  subject_name text not null,
  state smallint not null,
  due_at timestamp with time zone,
  submitted_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  dossier_version integer not null,
  due_tentative boolean not null default false,
  PRIMARY KEY (account_id, dossier_id)
);
CREATE INDEX citizen_dossier_recent ON citizen_dossier USING btree (account_id, submitted_at DESC);
grant insert, select, update to baccau_app;
grant select (account_id, code, dossier_id, dossier_version, due_at, procedure_name, state, submitted_at, unit_id, updated_at) to baccau_auditor;

-- tenant: gateway for one-time codes, its secret sealed with the file key
table code_channel (
  unit_id text not null,
  settings jsonb,
  secret_sealed text,
  revision integer not null default 0,
  changed_by uuid,
  changed_at timestamp with time zone,
  last_ok_at timestamp with time zone,
  last_failed_at timestamp with time zone,
  last_failure text,
  PRIMARY KEY (unit_id)
);
grant insert, select, update to baccau_app;
grant select (changed_at, changed_by, last_failed_at, last_failure, last_ok_at, revision, unit_id) to baccau_auditor;

-- citizen: consent to be helped, purpose by purpose (Luật 91/2025 art. 9); only the revocation can be written later
table consent (
  account_id uuid not null,
  consent_id uuid not null,
  text_code text not null,
  text_version integer not null,
  text_hash text not null,
  lang text not null,
  purposes text[] not null,
  method text not null,
  code_id uuid not null,
  unit_id text not null,
  team_id uuid not null,
  staff_id uuid not null,
  given_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_by text,
  PRIMARY KEY (account_id, consent_id),
  CHECK ((lang = ANY (ARRAY['vi'::text, 'en'::text]))),
  CHECK ((method = 'code-present'::text)),
  CHECK ((cardinality(purposes) > 0))
);
grant insert, select, update (revoked_at, revoked_by) to baccau_app;
grant select to baccau_auditor;

-- reference: opening hours of units that have entered none
table default_opening_hours (
  effective_from date not null,
  weekend jsonb not null,
  blocks jsonb not null,
  source_ref text not null,
  sure text not null,
  verified_at date,
  PRIMARY KEY (effective_from),
  CHECK ((sure = ANY (ARRAY['V'::text, 'M'::text, 'm'::text])))
);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- tenant: current state of a dossier; its history is dossier_action
table dossier (
  unit_id text not null,
  dossier_id uuid not null,
  body_hash text not null,
  code text not null,
  local_date date not null,
  day_number integer not null,
  secret_hash bytea not null,
  secret_sealed text not null,
  handling_unit text not null,
  procedure_code text not null,
  procedure_name text not null,
  revision_id uuid not null,
  form_version integer,
  state smallint not null,
  channel smallint not null,
  account_id uuid not null,
  applicant_name text not null,
  applicant_phone text not null,
  subject_name text not null,
  answers jsonb not null,
  duration_text text not null,
  due_rule text,
  submitted_at timestamp with time zone not null,
  received_at timestamp with time zone,
  due_at timestamp with time zone,
  due_steps jsonb not null default '[]'::jsonb,
  supplement_requested_at timestamp with time zone,
  finished_at timestamp with time zone,
  handed_over_at timestamp with time zone,
  helper_staff_id uuid,
  helper_name text,
  helper_team text,
  helper_consent_id uuid,
  version integer not null default 1,
  updated_at timestamp with time zone not null,
  is_demo boolean not null default false,
  due_sentence text,
  due_tentative boolean not null default false,
  UNIQUE (unit_id, code),
  UNIQUE (unit_id, local_date, day_number),
  PRIMARY KEY (unit_id, dossier_id),
  CHECK ((channel = ANY (ARRAY[1, 2, 3]))),
  CHECK (((state >= 1) AND (state <= 10)))
);
CREATE INDEX dossier_account ON dossier USING btree (unit_id, account_id);
CREATE INDEX dossier_work_list ON dossier USING btree (unit_id, state, due_at);
grant insert, select, update to baccau_app;
grant select (account_id, channel, code, day_number, dossier_id, due_at, due_rule, due_steps, duration_text, finished_at, form_version, handed_over_at, handling_unit, helper_consent_id, helper_staff_id, is_demo, local_date, procedure_code, procedure_name, received_at, revision_id, state, submitted_at, supplement_requested_at, unit_id, updated_at, version) to baccau_auditor;

-- tenant: every act on a dossier, append-only; a dossier is its actions
table dossier_action (
  unit_id text not null,
  dossier_id uuid not null,
  seq integer not null,
  kind text not null,
  from_state smallint,
  to_state smallint not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamp with time zone not null,
  note text,
  data jsonb not null default '{}'::jsonb,
  PRIMARY KEY (unit_id, dossier_id, seq),
  FOREIGN KEY (unit_id, dossier_id) REFERENCES baccau.dossier(unit_id, dossier_id),
  CHECK ((actor_kind = ANY (ARRAY['citizen'::text, 'staff'::text, 'helper'::text, 'system'::text])))
);
grant insert, select to baccau_app;
grant select (actor_id, actor_kind, at, dossier_id, from_state, kind, seq, to_state, unit_id) to baccau_auditor;

-- tenant: last dossier number of a unit on a local day (+07:00)
table dossier_counter (
  unit_id text not null,
  local_date date not null,
  last_number integer not null,
  PRIMARY KEY (unit_id, local_date)
);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- tenant: what a supplement request asks to mend, each on a field or paper
table dossier_defect (
  unit_id text not null,
  dossier_id uuid not null,
  request_seq integer not null,
  position integer not null,
  target_kind text not null,
  target_key text not null,
  target_label text not null,
  reason text not null,
  resolved_at timestamp with time zone,
  PRIMARY KEY (unit_id, dossier_id, request_seq, "position"),
  FOREIGN KEY (unit_id, dossier_id) REFERENCES baccau.dossier(unit_id, dossier_id),
  CHECK ((target_kind = ANY (ARRAY['field'::text, 'paper'::text, 'other'::text])))
);
grant insert, select, update (resolved_at) to baccau_app;
grant select (dossier_id, position, request_seq, resolved_at, target_key, target_kind, unit_id) to baccau_auditor;

-- tenant: papers as submitted; a supplement supersedes, never deletes
table dossier_paper (
  unit_id text not null,
  dossier_id uuid not null,
  component_key text not null,
  file_id text not null,
  component_name text not null,
  mime text not null,
  size_bytes integer not null,
  sha256 text not null,
  pages integer not null,
  added_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  PRIMARY KEY (unit_id, dossier_id, component_key, file_id),
  FOREIGN KEY (unit_id, dossier_id) REFERENCES baccau.dossier(unit_id, dossier_id)
);
grant insert, select, update (superseded_at) to baccau_app;
grant select to baccau_auditor;

-- tenant: results of a dossier
table dossier_result (
  unit_id text not null,
  dossier_id uuid not null,
  file_id text not null,
  title text not null,
  mime text not null,
  size_bytes integer not null,
  sha256 text not null,
  added_at timestamp with time zone not null,
  staff_id uuid not null,
  PRIMARY KEY (unit_id, dossier_id, file_id),
  FOREIGN KEY (unit_id, dossier_id) REFERENCES baccau.dossier(unit_id, dossier_id)
);
grant insert, select to baccau_app;
grant select (added_at, dossier_id, file_id, mime, sha256, size_bytes, staff_id, unit_id) to baccau_auditor;

-- citizen: a filing in preparation; keeps its revision and form version
table draft (
  account_id uuid not null,
  draft_id uuid not null,
  unit_id text not null,
  procedure_code text not null,
  revision_id uuid not null,
  form_version integer,
  answers jsonb not null default '{}'::jsonb,
  sources jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  helper_session_id uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  submitted_dossier_id uuid,
  removed_at timestamp with time zone,
  supplement_of uuid,
  supplement_seq integer,
  PRIMARY KEY (account_id, draft_id)
);
CREATE UNIQUE INDEX draft_supplement ON draft USING btree (account_id, supplement_of, supplement_seq) WHERE (supplement_of IS NOT NULL);
grant insert, select, update to baccau_app;
grant select (account_id, created_at, draft_id, form_version, helper_session_id, procedure_code, removed_at, revision_id, submitted_dossier_id, supplement_of, supplement_seq, unit_id, updated_at, version) to baccau_auditor;

-- citizen: papers attached to a component of a draft
table draft_paper (
  account_id uuid not null,
  draft_id uuid not null,
  component_key text not null,
  paper_id uuid not null,
  position integer not null,
  PRIMARY KEY (account_id, draft_id, component_key, paper_id),
  FOREIGN KEY (account_id, draft_id) REFERENCES baccau.draft(account_id, draft_id),
  FOREIGN KEY (account_id, paper_id) REFERENCES baccau.paper(account_id, paper_id)
);
grant delete, insert, select to baccau_app;

-- reference: where a filing goes, by unit and date
table filing_route (
  route_id uuid not null,
  procedure_code text not null,
  unit_id text,
  route text not null,
  sure text not null,
  effective_from date not null,
  effective_to date,
  source_ref text not null,
  recorded_by text,
  PRIMARY KEY (route_id),
  CHECK ((route = ANY (ARRAY['here'::text, 'national-portal'::text, 'provincial-portal'::text, 'counter'::text]))),
  CHECK ((sure = ANY (ARRAY['V'::text, 'M'::text, 'm'::text])))
);
CREATE INDEX filing_route_of_unit ON filing_route USING btree (procedure_code, unit_id, effective_from) WHERE (unit_id IS NOT NULL);
CREATE UNIQUE INDEX filing_route_general ON filing_route USING btree (procedure_code, effective_from) WHERE (unit_id IS NULL);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- reference: forms as data; a draft and a dossier pin a version
table form_definition (
  procedure_code text not null,
  version integer not null,
  content jsonb not null,
  content_hash text not null,
  effective_from date not null,
  source_ref text not null,
  PRIMARY KEY (procedure_code, version)
);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- citizen: journal of acts done for a person, append-only, shown to that person
table helper_act (
  account_id uuid not null,
  act_id uuid not null,
  at timestamp with time zone not null,
  act text not null,
  subject text not null,
  unit_id text not null,
  helper_session_id uuid not null,
  consent_id uuid not null,
  staff_id uuid not null,
  staff_name text not null,
  team_name text not null,
  PRIMARY KEY (account_id, act_id)
);
CREATE INDEX helper_act_recent ON helper_act USING btree (account_id, at DESC, act_id DESC);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- tenant: a helper at work under one consent; never the citizen's own session
table helper_session (
  unit_id text not null,
  helper_session_id uuid not null,
  staff_id uuid not null,
  team_id uuid not null,
  account_id uuid not null,
  consent_id uuid not null,
  account_opened boolean not null,
  place text not null,
  channel text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  PRIMARY KEY (unit_id, helper_session_id)
);
CREATE INDEX helper_session_staff ON helper_session USING btree (unit_id, staff_id, started_at DESC);
grant insert, select, update (ended_at) to baccau_app;
grant select to baccau_auditor;

-- reference: public holidays by law while in force (Bộ luật Lao động 2019, Điều 111 và 112)
table holiday_rule (
  rule_id text not null,
  effective_from date not null,
  effective_to date,
  position integer not null,
  name text not null,
  kind text not null,
  details jsonb not null default '{}'::jsonb,
  source_ref text not null,
  sure text not null,
  verified_at date,
  note text,
  PRIMARY KEY (rule_id, effective_from),
  CHECK ((effective_to > effective_from)),
  CHECK ((kind = ANY (ARRAY['solar'::text, 'lunar'::text, 'tet-block'::text, 'solar-and-adjacent'::text, 'make-up'::text]))),
  CHECK ((sure = ANY (ARRAY['V'::text, 'M'::text, 'm'::text])))
);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- tenant: households of a commune
table household (
  unit_id text not null,
  household_id uuid not null,
  neighbourhood_id uuid not null,
  address text not null,
  phone text,
  created_at timestamp with time zone not null,
  is_demo boolean not null default false,
  valid_from date not null,
  valid_to date,
  successor_unit_id text,
  successor_household_id uuid,
  predecessor_unit_id text,
  predecessor_household_id uuid,
  PRIMARY KEY (unit_id, household_id),
  FOREIGN KEY (unit_id, neighbourhood_id) REFERENCES baccau.neighbourhood(unit_id, neighbourhood_id),
  CHECK ((valid_to >= valid_from)),
  CHECK (((successor_unit_id IS NULL) = (successor_household_id IS NULL))),
  CHECK (((predecessor_unit_id IS NULL) = (predecessor_household_id IS NULL))),
  CHECK (((successor_unit_id IS NULL) OR (valid_to IS NOT NULL)))
);
CREATE INDEX household_neighbourhood ON household USING btree (unit_id, neighbourhood_id);
grant insert, select, update to baccau_app;
grant select (created_at, household_id, is_demo, neighbourhood_id, unit_id) to baccau_auditor;

-- tenant: people of a household, linked to an account when they have one
table household_member (
  unit_id text not null,
  household_id uuid not null,
  member_id uuid not null,
  full_name text not null,
  birth_year integer not null,
  sex text not null,
  is_head boolean not null default false,
  account_id uuid,
  PRIMARY KEY (unit_id, household_id, member_id),
  FOREIGN KEY (unit_id, household_id) REFERENCES baccau.household(unit_id, household_id),
  CHECK ((sex = ANY (ARRAY['nam'::text, 'nu'::text])))
);
grant insert, select, update to baccau_app;

-- tenant: lists that were uploaded and wait for a confirmation, for an hour
table import_preview (
  unit_id text not null,
  preview_id uuid not null,
  kind text not null,
  staff_id uuid not null,
  file_name text not null,
  rows_sealed text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  outcome jsonb,
  PRIMARY KEY (unit_id, preview_id)
);
CREATE INDEX import_preview_expiry ON import_preview USING btree (expires_at);
grant delete, insert, select, update to baccau_app;
grant delete, select to baccau_retention;

-- reference: one row about this installation
table installation (
  only_row boolean not null default true,
  installation_id uuid not null default gen_random_uuid(),
  key_id text,
  home_unit_id text,
  demo_seeded_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  mode text not null default 'unset'::text,
  PRIMARY KEY (only_row),
  CHECK ((mode = ANY (ARRAY['unset'::text, 'demo'::text, 'real'::text]))),
  CHECK (only_row)
);
grant select, update to baccau_app;
grant select to baccau_auditor;

-- reference: which migrations have been applied
table migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  PRIMARY KEY (number)
);
grant select to baccau_app;
grant select to baccau_auditor;

-- tenant: khu phố of a commune
table neighbourhood (
  unit_id text not null,
  neighbourhood_id uuid not null,
  valid_from date not null,
  valid_to date,
  PRIMARY KEY (unit_id, neighbourhood_id),
  CHECK ((valid_to > valid_from))
);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- tenant: names of a neighbourhood, each from a day on; append-only
table neighbourhood_name (
  unit_id text not null,
  neighbourhood_id uuid not null,
  name_id uuid not null,
  valid_from date not null,
  name text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  PRIMARY KEY (unit_id, neighbourhood_id, name_id),
  FOREIGN KEY (unit_id, neighbourhood_id) REFERENCES baccau.neighbourhood(unit_id, neighbourhood_id),
  CHECK ((name <> ''::text))
);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- tenant: which procedures a unit takes, from which day on; append-only
table offered_procedure (
  unit_id text not null,
  offered_id uuid not null,
  procedure_code text not null,
  effective_from date not null,
  offered boolean not null,
  source_ref text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  PRIMARY KEY (unit_id, offered_id),
  FOREIGN KEY (procedure_code) REFERENCES baccau.procedure(procedure_code)
);
CREATE INDEX offered_procedure_of ON offered_procedure USING btree (unit_id, procedure_code, effective_from);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- reference: one-time codes, keyed hashes only; removed after a day
table one_time_code (
  code_id uuid not null,
  phone text not null,
  purpose text not null,
  act_hash text,
  code_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  attempts integer not null default 0,
  used_at timestamp with time zone,
  PRIMARY KEY (code_id),
  CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'consent'::text, 'confirm'::text])))
);
grant delete, insert, select, update to baccau_app;
grant delete, select to baccau_retention;

-- tenant: news for other modules, delivered at least once
table outbox_event (
  unit_id text not null,
  event_id uuid not null,
  realm text not null default 'real'::text,
  topic text not null,
  payload jsonb not null,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  next_attempt_at timestamp with time zone not null,
  PRIMARY KEY (unit_id, event_id),
  CHECK ((realm = ANY (ARRAY['real'::text, 'practice'::text])))
);
CREATE INDEX outbox_event_open ON outbox_event USING btree (next_attempt_at, event_id) WHERE (done_at IS NULL);
grant insert, select, update to baccau_app;
grant select (attempts, created_at, done_at, event_id, next_attempt_at, realm, topic, unit_id) to baccau_auditor;
grant delete, select to baccau_retention;

-- citizen: photographed or scanned papers of a person; the bytes are encrypted files
table paper (
  account_id uuid not null,
  paper_id uuid not null,
  file_id text not null,
  mime text not null,
  size_bytes integer not null,
  sha256 text not null,
  pages integer not null,
  original_name text not null,
  created_at timestamp with time zone not null,
  added_by text not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (account_id, paper_id)
);
grant insert, select, update (removed_at) to baccau_app;
grant select (account_id, added_by, created_at, file_id, mime, pages, paper_id, removed_at, sha256, size_bytes) to baccau_auditor;

-- citizen: who opened which paper or result, append-only
table paper_read (
  account_id uuid not null,
  read_id uuid not null,
  file_id text not null,
  reader text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (account_id, read_id)
);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- reference: administrative procedures by their national code
table procedure (
  procedure_code text not null,
  name text not null,
  field text not null,
  levels text[] not null,
  current_revision_id uuid not null,
  portal_revision_id uuid,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (procedure_code),
  CHECK ((procedure_code ~ '^[0-9]\.[0-9]{6}$'::text))
);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- reference: fees as a unit entered them, by procedure, channel, case and day; append-only
table procedure_fee (
  fee_id uuid not null,
  procedure_code text not null,
  unit_id text not null,
  channel text,
  label text not null default ''::text,
  amount_vnd integer,
  per text not null,
  further_from integer,
  further_vnd integer,
  cap_vnd integer,
  exemptions text,
  effective_from date not null,
  effective_to date,
  source_ref text not null,
  verified_at date,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  PRIMARY KEY (fee_id),
  FOREIGN KEY (procedure_code) REFERENCES baccau.procedure(procedure_code),
  FOREIGN KEY (unit_id) REFERENCES baccau.unit(unit_id),
  CHECK ((amount_vnd >= 0)),
  CHECK ((cap_vnd > 0)),
  CHECK ((channel = ANY (ARRAY['online'::text, 'post'::text, 'in-person'::text]))),
  CHECK ((effective_to > effective_from)),
  CHECK (((further_from IS NULL) = (further_vnd IS NULL))),
  CHECK (((per = 'page'::text) OR ((further_from IS NULL) AND (cap_vnd IS NULL)))),
  CHECK ((further_from > 1)),
  CHECK ((further_vnd >= 0)),
  CHECK ((per = ANY (ARRAY['case'::text, 'copy'::text, 'page'::text])))
);
CREATE INDEX procedure_fee_of ON procedure_fee USING btree (procedure_code, unit_id, effective_from);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- reference: our plain-language guides, by code, untouched by imports
table procedure_guide (
  procedure_code text not null,
  version integer not null,
  content jsonb not null,
  content_hash text not null,
  effective_from date not null,
  source_ref text not null,
  verified_at date,
  PRIMARY KEY (procedure_code, version)
);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- reference: immutable contents of a procedure; a dossier pins one
table procedure_revision (
  revision_id uuid not null,
  procedure_code text not null,
  source text not null,
  content jsonb not null,
  content_hash text not null,
  problems jsonb not null default '[]'::jsonb,
  effective_from date not null,
  created_at timestamp with time zone not null,
  UNIQUE (procedure_code, source, content_hash),
  PRIMARY KEY (revision_id),
  CHECK ((source = ANY (ARRAY['seed'::text, 'portal'::text])))
);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- tenant: looks of staff at personal data, append-only, ids only
table sensitive_read (
  unit_id text not null,
  read_id uuid not null,
  at timestamp with time zone not null,
  staff_id uuid not null,
  stands_in_for uuid,
  consent_id uuid,
  kind text not null,
  subject text not null,
  account_id uuid,
  route text not null,
  PRIMARY KEY (unit_id, read_id)
);
CREATE INDEX sensitive_read_account ON sensitive_read USING btree (account_id, at DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX sensitive_read_again ON sensitive_read USING btree (unit_id, subject, staff_id, kind, at DESC);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- reference: opaque sessions by the hash of their token
table session (
  token_hash bytea not null,
  kind text not null,
  account_id uuid,
  staff_id uuid,
  unit_id text,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  device text,
  PRIMARY KEY (token_hash),
  CHECK (((kind = 'citizen'::text) = (account_id IS NOT NULL))),
  CHECK (((kind = 'staff'::text) = ((staff_id IS NOT NULL) AND (unit_id IS NOT NULL)))),
  CHECK ((kind = ANY (ARRAY['citizen'::text, 'staff'::text])))
);
CREATE INDEX session_account ON session USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX session_staff ON session USING btree (staff_id) WHERE (staff_id IS NOT NULL);
grant delete, insert, select, update to baccau_app;
grant delete, select to baccau_retention;

-- reference: officers, helpers and administrators
table staff (
  staff_id uuid not null,
  login text not null,
  full_name text not null,
  phone text,
  password_hash text not null,
  totp_sealed text not null,
  totp_last_step bigint not null default 0,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  is_demo boolean not null default false,
  UNIQUE (login),
  PRIMARY KEY (staff_id)
);
grant insert, select, update to baccau_app;
grant select (created_at, disabled_at, full_name, is_demo, login, staff_id) to baccau_auditor;

-- reference: one-time links for staff, by the hash of their token
table staff_invitation (
  token_hash bytea not null,
  invitation_id uuid not null,
  unit_id text not null,
  kind text not null,
  staff_id uuid not null,
  full_name text not null,
  phone text,
  roles text[] not null,
  valid_from date not null,
  valid_to date,
  token_sealed text not null,
  totp_sealed text not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  UNIQUE (invitation_id),
  PRIMARY KEY (token_hash),
  CHECK ((kind = ANY (ARRAY['join'::text, 'renew'::text])))
);
CREATE INDEX staff_invitation_unit ON staff_invitation USING btree (unit_id, created_at);
grant insert, select, update to baccau_app;
grant select (cancelled_at, created_at, created_by, expires_at, full_name, invitation_id, kind, roles, staff_id, unit_id, used_at, valid_from, valid_to) to baccau_auditor;

-- tenant: days on which somebody of the staff is away; cancelled, never removed
table staff_leave (
  unit_id text not null,
  leave_id uuid not null,
  staff_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  cancelled_by uuid,
  cancelled_at timestamp with time zone,
  PRIMARY KEY (unit_id, leave_id),
  FOREIGN KEY (staff_id) REFERENCES baccau.staff(staff_id),
  CHECK ((valid_to > valid_from))
);
CREATE INDEX staff_leave_days ON staff_leave USING btree (unit_id, valid_to);
grant insert, select, update (cancelled_at, cancelled_by) to baccau_app;
grant select to baccau_auditor;

-- tenant: roles of staff at a unit for a period; valid_to is exclusive
table staff_role (
  unit_id text not null,
  staff_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  PRIMARY KEY (unit_id, staff_id, role, valid_from),
  FOREIGN KEY (staff_id) REFERENCES baccau.staff(staff_id),
  CHECK ((role = ANY (ARRAY['admin'::text, 'leader'::text, 'officer'::text, 'helper'::text, 'auditor'::text])))
);
CREATE INDEX staff_role_staff ON staff_role USING btree (staff_id);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- tenant: who stands in for whom with which roles; entered by somebody else than the substitute
table staff_substitution (
  unit_id text not null,
  substitution_id uuid not null,
  leave_id uuid not null,
  absent_staff_id uuid not null,
  substitute_staff_id uuid not null,
  roles text[] not null,
  valid_from date not null,
  valid_to date not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  PRIMARY KEY (unit_id, substitution_id),
  FOREIGN KEY (absent_staff_id) REFERENCES baccau.staff(staff_id),
  FOREIGN KEY (substitute_staff_id) REFERENCES baccau.staff(staff_id),
  FOREIGN KEY (unit_id, leave_id) REFERENCES baccau.staff_leave(unit_id, leave_id),
  CHECK ((substitute_staff_id <> absent_staff_id)),
  CHECK ((valid_to > valid_from)),
  CHECK ((entered_by <> substitute_staff_id)),
  CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['admin'::text, 'leader'::text, 'officer'::text])))
);
CREATE INDEX staff_substitution_leave ON staff_substitution USING btree (unit_id, leave_id);
CREATE INDEX staff_substitution_substitute ON staff_substitution USING btree (substitute_staff_id, valid_to);
grant insert, select, update (ended_at, ended_by) to baccau_app;
grant select to baccau_auditor;

-- tenant: one turn of help, tied to what came of it; unit_id is the team's unit
table support_turn (
  unit_id text not null,
  turn_id uuid not null,
  body_hash text not null,
  kind text not null,
  team_id uuid not null,
  staff_id uuid not null,
  helper_session_id uuid,
  account_id uuid,
  citizen_unit_id text not null,
  place text not null,
  channel text not null,
  minutes integer not null,
  outcome text not null,
  account_opened boolean not null default false,
  dossier_unit_id text,
  dossier_id uuid,
  dossier_code text,
  note text,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  local_date date not null,
  is_demo boolean not null default false,
  PRIMARY KEY (unit_id, turn_id),
  FOREIGN KEY (unit_id, helper_session_id) REFERENCES baccau.helper_session(unit_id, helper_session_id),
  FOREIGN KEY (unit_id, team_id) REFERENCES baccau.team(unit_id, team_id),
  CHECK ((channel = ANY (ARRAY['in-person'::text, 'phone'::text, 'online'::text]))),
  CHECK (((minutes >= 1) AND (minutes <= 600))),
  CHECK ((outcome = ANY (ARRAY['solved'::text, 'partly'::text, 'not-solved'::text, 'redirected'::text]))),
  CHECK ((place = ANY (ARRAY['one-stop'::text, 'home'::text, 'neighbourhood-office'::text, 'phone'::text, 'other'::text])))
);
CREATE INDEX support_turn_day ON support_turn USING btree (unit_id, local_date);
CREATE UNIQUE INDEX support_turn_session ON support_turn USING btree (unit_id, helper_session_id) WHERE (helper_session_id IS NOT NULL);
grant insert, select to baccau_app;
grant select (account_id, account_opened, channel, citizen_unit_id, dossier_code, dossier_id, dossier_unit_id, ended_at, helper_session_id, is_demo, kind, local_date, minutes, outcome, place, staff_id, started_at, team_id, turn_id, unit_id) to baccau_auditor;

-- reference: kinds of support turns, dated
table support_turn_kind (
  kind text not null,
  effective_from date not null,
  effective_to date,
  label_vi text not null,
  label_en text not null,
  position integer not null,
  source_ref text not null,
  PRIMARY KEY (kind, effective_from)
);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- tenant: rapid-response and volunteer teams of a unit
table team (
  unit_id text not null,
  team_id uuid not null,
  name text not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  PRIMARY KEY (unit_id, team_id),
  CHECK ((kind = ANY (ARRAY['rapid-response'::text, 'youth'::text])))
);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- tenant: who serves in a team for a period; valid_to is exclusive
table team_member (
  unit_id text not null,
  team_id uuid not null,
  staff_id uuid not null,
  is_lead boolean not null default false,
  valid_from date not null,
  valid_to date,
  PRIMARY KEY (unit_id, team_id, staff_id, valid_from),
  FOREIGN KEY (staff_id) REFERENCES baccau.staff(staff_id),
  FOREIGN KEY (unit_id, team_id) REFERENCES baccau.team(unit_id, team_id)
);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- reference: counters of attempts by hashed key; no personal data
table throttle (
  key text not null,
  window_start timestamp with time zone not null,
  hits integer not null,
  PRIMARY KEY (key)
);
grant delete, insert, select, update to baccau_app;

-- reference: administrative units by stable surrogate
table unit (
  unit_id text not null,
  kind text not null,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (unit_id),
  CHECK ((kind = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text])))
);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- tenant: days of a unit alone, append-only; the last revision of a day holds
table unit_day (
  unit_id text not null,
  day date not null,
  revision integer not null,
  kind text not null,
  name text not null,
  blocks jsonb not null default '[]'::jsonb,
  withdrawn boolean not null default false,
  source_ref text not null,
  recorded_by uuid not null,
  recorded_name text not null,
  recorded_at timestamp with time zone not null,
  PRIMARY KEY (unit_id, day, revision),
  CHECK ((kind = ANY (ARRAY['extra-reception'::text, 'unit-closing'::text]))),
  CHECK ((revision > 0))
);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- tenant: opening hours of a unit from a day on, append-only; the last revision of a day holds
table unit_opening_hours (
  unit_id text not null,
  effective_from date not null,
  revision integer not null,
  weekend jsonb not null,
  blocks jsonb not null,
  withdrawn boolean not null default false,
  source_ref text not null,
  recorded_by uuid,
  recorded_name text,
  recorded_at timestamp with time zone not null,
  PRIMARY KEY (unit_id, effective_from, revision),
  CHECK ((revision > 0))
);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- reference: hotline, address, identifier and one-stop centre of a unit from a day on; append-only
table unit_profile (
  unit_id text not null,
  profile_id uuid not null,
  effective_from date not null,
  hotline text,
  hotline_hours text,
  address text,
  identifier text,
  centre_name text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  PRIMARY KEY (unit_id, profile_id),
  FOREIGN KEY (unit_id) REFERENCES baccau.unit(unit_id)
);
CREATE INDEX unit_profile_identifier ON unit_profile USING btree (identifier) WHERE (identifier IS NOT NULL);
grant insert, select to baccau_app;
grant select to baccau_auditor;

-- reference: which unit took over which one, when and by which document
table unit_relation (
  from_unit_id text not null,
  to_unit_id text not null,
  effective_on date not null,
  relation text not null,
  legal_document text not null,
  source_ref text not null,
  PRIMARY KEY (from_unit_id, to_unit_id, effective_on),
  FOREIGN KEY (from_unit_id) REFERENCES baccau.unit(unit_id),
  FOREIGN KEY (to_unit_id) REFERENCES baccau.unit(unit_id),
  CHECK ((to_unit_id <> from_unit_id)),
  CHECK ((relation = ANY (ARRAY['merged'::text, 'split-part'::text, 'renamed'::text, 'upgraded'::text, 'moved'::text])))
);
CREATE INDEX unit_relation_to ON unit_relation USING btree (to_unit_id);
grant delete, insert, select, update to baccau_app;
grant select to baccau_auditor;

-- reference: name, code and parent of a unit while valid; valid_to is exclusive
table unit_version (
  unit_id text not null,
  valid_from date not null,
  valid_to date,
  code text not null,
  name text not null,
  search_name text not null,
  parent_unit_id text,
  source_ref text not null,
  is_start_assumed boolean not null default false,
  is_name_provisional boolean not null default false,
  PRIMARY KEY (unit_id, valid_from),
  FOREIGN KEY (parent_unit_id) REFERENCES baccau.unit(unit_id),
  FOREIGN KEY (unit_id) REFERENCES baccau.unit(unit_id),
  CHECK ((valid_to > valid_from))
);
CREATE INDEX unit_version_code ON unit_version USING btree (code, valid_from);
CREATE INDEX unit_version_parent ON unit_version USING btree (parent_unit_id);
CREATE UNIQUE INDEX unit_version_open ON unit_version USING btree (unit_id) WHERE (valid_to IS NULL);
grant insert, select, update to baccau_app;
grant select to baccau_auditor;

-- published: support turns for figures, without persons
view v_support_turn (
  unit_id text,
  turn_id uuid,
  kind text,
  team_id uuid,
  team_name text,
  citizen_unit_id text,
  place text,
  channel text,
  minutes integer,
  outcome text,
  account_opened boolean,
  has_dossier boolean,
  local_date date
);
grant select to baccau_app;
grant select to baccau_auditor;

-- published: names of the kinds of support turns, dated
view v_support_turn_kind (
  kind text,
  label_vi text,
  label_en text,
  position integer,
  effective_from date,
  effective_to date
);
grant select to baccau_app;
grant select to baccau_auditor;
