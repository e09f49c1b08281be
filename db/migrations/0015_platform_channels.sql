-- How the installation sends one-time codes. The home unit's row counts; what was sent is kept nowhere.
create table code_channel (
  unit_id text not null primary key,
  -- Without the secret, so that it can be shown and edited; null = the environment sets the channel.
  settings jsonb,
  secret_sealed text,
  revision int not null default 0,
  changed_by uuid,
  changed_at timestamptz,
  -- The last message that the gateway took, and the last that it did not: figures of a channel, not of a person.
  last_ok_at timestamptz,
  last_failed_at timestamptz,
  last_failure text
);
comment on table code_channel is 'tenant: gateway for one-time codes, its secret sealed with the file key';
grant select, insert, update on code_channel to baccau_app;
grant select (unit_id, revision, changed_by, changed_at, last_ok_at, last_failed_at, last_failure) on code_channel to baccau_auditor;
