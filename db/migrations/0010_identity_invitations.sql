-- One-time links by which staff choose their own login, password and authenticator (or renew them): nobody else ever
-- knows a secret of theirs. Looked up by the token's hash before any unit is known, so keyed by it.
create table staff_invitation (
  token_hash bytea not null primary key,
  invitation_id uuid not null unique,
  unit_id text not null,
  -- join: a new person; renew: new secrets for someone who lost theirs.
  kind text not null check (kind in ('join', 'renew')),
  -- The person's id, made beforehand for a new one: what is sealed here is bound to it.
  staff_id uuid not null,
  full_name text not null,
  phone text,
  roles text[] not null,
  valid_from date not null,
  valid_to date,
  -- Sealed, so that the administrator may print the link again while it is open.
  token_sealed text not null,
  totp_sealed text not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  cancelled_at timestamptz
);
comment on table staff_invitation is 'reference: one-time links for staff, by the hash of their token';
create index staff_invitation_unit on staff_invitation (unit_id, created_at);
grant select, insert, update on staff_invitation to baccau_app;
grant select (invitation_id, unit_id, kind, staff_id, full_name, roles, valid_from, valid_to, created_by, created_at,
  expires_at, used_at, cancelled_at) on staff_invitation to baccau_auditor;

-- What this installation is for. Demo people have passwords that everybody knows, so the two never mix:
-- once it is real, no demo is seeded and no mailbox page is shown.
alter table installation add column mode text not null default 'unset' check (mode in ('unset', 'demo', 'real'));
update installation set mode = 'demo' where demo_seeded_at is not null;
