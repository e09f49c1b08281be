create table team (
  unit_id text not null,
  team_id uuid not null,
  name text not null,
  kind text not null check (kind in ('rapid-response', 'youth')),
  valid_from date not null,
  valid_to date,
  primary key (unit_id, team_id)
);
comment on table team is 'tenant: rapid-response and volunteer teams of a unit';

create table team_member (
  unit_id text not null,
  team_id uuid not null,
  staff_id uuid not null references staff,
  is_lead boolean not null default false,
  valid_from date not null,
  valid_to date,
  primary key (unit_id, team_id, staff_id, valid_from),
  foreign key (unit_id, team_id) references team
);
comment on table team_member is 'tenant: who serves in a team for a period; valid_to is exclusive';

grant select, insert, update on team, team_member to baccau_app;
grant select on team, team_member to baccau_auditor;
