-- Who is away, and who stands in for them (issue 4 part 7). A substitute's roles are never copied into staff_role:
-- they are read through the absent person's own roles, so that they end when either ends.
create table staff_leave (
  unit_id text not null,
  leave_id uuid not null,
  staff_id uuid not null references staff,
  valid_from date not null,
  -- Exclusive, as everywhere: the day of coming back. No reason is kept: sickness is sensitive data.
  valid_to date not null check (valid_to > valid_from),
  entered_by uuid not null,
  entered_at timestamptz not null,
  cancelled_by uuid,
  cancelled_at timestamptz,
  primary key (unit_id, leave_id)
);
comment on table staff_leave is 'tenant: days on which somebody of the staff is away; cancelled, never removed';
create index staff_leave_days on staff_leave (unit_id, valid_to);

create table staff_substitution (
  unit_id text not null,
  substitution_id uuid not null,
  leave_id uuid not null,
  absent_staff_id uuid not null references staff,
  substitute_staff_id uuid not null references staff check (substitute_staff_id <> absent_staff_id),
  -- Not helper (a team's roster decides) and not auditor (appointed, never stood in for).
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array['admin', 'leader', 'officer']),
  valid_from date not null,
  valid_to date not null check (valid_to > valid_from),
  entered_by uuid not null check (entered_by <> substitute_staff_id),
  entered_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (unit_id, substitution_id),
  foreign key (unit_id, leave_id) references staff_leave
);
comment on table staff_substitution is 'tenant: who stands in for whom with which roles; entered by somebody else than the substitute';
create index staff_substitution_substitute on staff_substitution (substitute_staff_id, valid_to);
create index staff_substitution_leave on staff_substitution (unit_id, leave_id);

grant select, insert on staff_leave, staff_substitution to baccau_app;
grant update (cancelled_by, cancelled_at) on staff_leave to baccau_app;
grant update (ended_by, ended_at) on staff_substitution to baccau_app;
grant select on staff_leave, staff_substitution to baccau_auditor;

-- DESIGN §5.6: each look of staff at personal data. Ids only, so that it can be kept; the account's id is there so
-- that the person can be shown later who looked.
create table sensitive_read (
  unit_id text not null,
  read_id uuid not null,
  at timestamptz not null,
  staff_id uuid not null,
  -- As what: the absent person when the role was a substitute's; the consent when the reader was a helper.
  stands_in_for uuid,
  consent_id uuid,
  kind text not null,
  -- <noun>:<id>
  subject text not null,
  account_id uuid,
  -- Pattern of the address or name of the act, never its values.
  route text not null,
  primary key (unit_id, read_id)
);
comment on table sensitive_read is 'tenant: looks of staff at personal data, append-only, ids only';
create index sensitive_read_again on sensitive_read (unit_id, subject, staff_id, kind, at desc);
create index sensitive_read_account on sensitive_read (account_id, at desc) where account_id is not null;

grant select, insert on sensitive_read to baccau_app;
grant select on sensitive_read to baccau_auditor;

-- The auditor sees who did what, not what people wrote: names of citizens, numbers, addresses, answers, notes, sealed
-- values and secrets are out of the role's reach, column by column.
revoke select on account, account_phone, household, household_member, draft, draft_paper, paper, dossier,
  dossier_action, dossier_defect, dossier_result, citizen_dossier, support_turn, outbox_event from baccau_auditor;
grant select (account_id, home_unit_id, created_at, created_by, is_demo) on account to baccau_auditor;
grant select (unit_id, household_id, neighbourhood_id, created_at, is_demo) on household to baccau_auditor;
grant select (account_id, draft_id, unit_id, procedure_code, revision_id, form_version, version, helper_session_id,
  created_at, updated_at, submitted_dossier_id, removed_at, supplement_of, supplement_seq) on draft to baccau_auditor;
grant select (account_id, paper_id, file_id, mime, size_bytes, sha256, pages, created_at, added_by, removed_at)
  on paper to baccau_auditor;
grant select (unit_id, dossier_id, code, local_date, day_number, handling_unit, procedure_code,
  procedure_name, revision_id, form_version, state, channel, account_id, duration_text, due_rule, submitted_at,
  received_at, due_at, due_steps, supplement_requested_at, finished_at, handed_over_at, helper_staff_id,
  helper_consent_id, version, updated_at, is_demo) on dossier to baccau_auditor;
grant select (unit_id, dossier_id, seq, kind, from_state, to_state, actor_kind, actor_id, at) on dossier_action
  to baccau_auditor;
grant select (unit_id, dossier_id, request_seq, position, target_kind, target_key, resolved_at) on dossier_defect
  to baccau_auditor;
grant select (unit_id, dossier_id, file_id, mime, size_bytes, sha256, added_at, staff_id) on dossier_result
  to baccau_auditor;
grant select (account_id, dossier_id, unit_id, code, procedure_name, state, due_at, submitted_at, updated_at,
  dossier_version) on citizen_dossier to baccau_auditor;
grant select (unit_id, turn_id, kind, team_id, staff_id, helper_session_id, account_id, citizen_unit_id, place,
  channel, minutes, outcome, account_opened, dossier_unit_id, dossier_id, dossier_code, started_at, ended_at,
  local_date, is_demo) on support_turn to baccau_auditor;
grant select (unit_id, event_id, realm, topic, created_at, done_at, attempts, next_attempt_at) on outbox_event
  to baccau_auditor;
-- Who works here and since when; never the password's hash or the authenticator's secret.
grant select (staff_id, login, full_name, disabled_at, created_at, is_demo) on staff to baccau_auditor;
