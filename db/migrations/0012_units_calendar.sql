-- The calendar as dated data. Rules and decisions hold for the whole country; hours and days of its own belong to a unit.
-- Nothing is changed or removed: a correction is the next revision of its topic, a withdrawal a revision that says so.
create table holiday_rule (
  rule_id text not null,
  effective_from date not null,
  -- The first day on which it no longer holds.
  effective_to date check (effective_to > effective_from),
  position int not null,
  name text not null,
  kind text not null check (kind in ('solar', 'lunar', 'tet-block', 'solar-and-adjacent', 'make-up')),
  -- Month and day, or how the days are found, by kind.
  details jsonb not null default '{}',
  source_ref text not null,
  sure text not null check (sure in ('V', 'M', 'm')),
  verified_at date,
  note text,
  primary key (rule_id, effective_from)
);
comment on table holiday_rule is 'reference: public holidays by law while in force (Bộ luật Lao động 2019, Điều 111 và 112)';

create table calendar_decision (
  -- What is decided: tet-block:2027, adjacent-day:quoc-khanh:2027, swap:2026-01-02, make-up:2027-05-01.
  topic text not null,
  revision int not null check (revision > 0),
  kind text not null check (kind in ('tet-block', 'adjacent-day', 'swap', 'make-up')),
  year int not null check (year between 2000 and 2200),
  -- The days, by kind.
  content jsonb not null,
  withdrawn boolean not null default false,
  source_ref text not null,
  sure text not null check (sure in ('V', 'M', 'm')),
  verified_at date,
  note text,
  -- Null: shipped with the program. Somebody's entry is never replaced by what is shipped.
  recorded_by uuid,
  recorded_name text,
  recorded_at timestamptz not null,
  primary key (topic, revision)
);
comment on table calendar_decision is 'reference: yearly decisions on days off and swaps, append-only; the last revision of a topic holds';

create table default_opening_hours (
  effective_from date not null primary key,
  weekend jsonb not null,
  blocks jsonb not null,
  source_ref text not null,
  sure text not null check (sure in ('V', 'M', 'm')),
  verified_at date
);
comment on table default_opening_hours is 'reference: opening hours of units that have entered none';

create table unit_opening_hours (
  unit_id text not null,
  effective_from date not null,
  revision int not null check (revision > 0),
  -- Weekdays off, 0 = Sunday; opening blocks of each weekday, {"1": [["07:30", "11:30"], ["13:00", "17:00"]]}.
  weekend jsonb not null,
  blocks jsonb not null,
  withdrawn boolean not null default false,
  source_ref text not null,
  -- Null: moved here from unit_version.
  recorded_by uuid,
  recorded_name text,
  recorded_at timestamptz not null,
  primary key (unit_id, effective_from, revision)
);
comment on table unit_opening_hours is 'tenant: opening hours of a unit from a day on, append-only; the last revision of a day holds';

create table unit_day (
  unit_id text not null,
  day date not null,
  revision int not null check (revision > 0),
  -- extra-reception receives people and does not count for due dates (facts §1.4); unit-closing is a day off of this unit.
  kind text not null check (kind in ('extra-reception', 'unit-closing')),
  name text not null,
  blocks jsonb not null default '[]',
  withdrawn boolean not null default false,
  source_ref text not null,
  recorded_by uuid not null,
  recorded_name text not null,
  recorded_at timestamptz not null,
  primary key (unit_id, day, revision)
);
comment on table unit_day is 'tenant: days of a unit alone, append-only; the last revision of a day holds';

insert into unit_opening_hours (unit_id, effective_from, revision, weekend, blocks, source_ref, recorded_at)
select unit_id, valid_from, 1, opening_hours->'weekend', opening_hours->'blocks', source_ref, now()
from unit_version where jsonb_typeof(opening_hours) = 'object' and opening_hours ?& array['weekend', 'blocks'];
alter table unit_version drop column opening_hours;

-- Why this is the day, in one sentence; and whether a holiday on the way had no decision when it was counted.
alter table dossier add column due_sentence text, add column due_tentative boolean not null default false;
alter table citizen_dossier add column due_tentative boolean not null default false;

-- Holiday rules and default hours are the program's own: it mends them in place when a later release knows better.
grant select, insert, update on holiday_rule, default_opening_hours to baccau_app;
grant select, insert on calendar_decision, unit_opening_hours, unit_day to baccau_app;
grant select on holiday_rule, calendar_decision, default_opening_hours, unit_opening_hours, unit_day to baccau_auditor;
