create table procedure (
  procedure_code text not null primary key check (procedure_code ~ '^[0-9]\.[0-9]{6}$'),
  name text not null,
  field text not null,
  levels text[] not null,
  -- What is shown and filed: our own revision where we wrote one, else the portal's.
  current_revision_id uuid not null,
  -- The newest revision imported from the portal, kept beside ours.
  portal_revision_id uuid,
  updated_at timestamptz not null
);
comment on table procedure is 'reference: administrative procedures by their national code';

create table procedure_revision (
  revision_id uuid not null primary key,
  procedure_code text not null,
  source text not null check (source in ('seed', 'portal')),
  content jsonb not null,
  content_hash text not null,
  problems jsonb not null default '[]',
  effective_from date not null,
  created_at timestamptz not null,
  unique (procedure_code, source, content_hash)
);
comment on table procedure_revision is 'reference: immutable contents of a procedure; a dossier pins one';

create table procedure_guide (
  procedure_code text not null,
  version int not null,
  content jsonb not null,
  content_hash text not null,
  effective_from date not null,
  source_ref text not null,
  verified_at date,
  primary key (procedure_code, version)
);
comment on table procedure_guide is 'reference: our plain-language guides, by code, untouched by imports';

create table filing_route (
  route_id uuid not null primary key,
  procedure_code text not null,
  -- Null: everywhere unless a unit says otherwise.
  unit_id text,
  route text not null check (route in ('here', 'national-portal', 'provincial-portal', 'counter')),
  sure text not null check (sure in ('V', 'M', 'm')),
  effective_from date not null,
  effective_to date,
  source_ref text not null
);
comment on table filing_route is 'reference: where a filing goes, by unit and date';
create unique index filing_route_key on filing_route (procedure_code, coalesce(unit_id, ''), effective_from);

create table form_definition (
  procedure_code text not null,
  version int not null,
  content jsonb not null,
  content_hash text not null,
  effective_from date not null,
  source_ref text not null,
  primary key (procedure_code, version)
);
comment on table form_definition is 'reference: forms as data; a draft and a dossier pin a version';

create table catalogue_state (
  only_row boolean not null primary key default true check (only_row),
  version bigint not null
);
comment on table catalogue_state is 'reference: raised by every change of the catalogue, so that search indexes know when to reload';
insert into catalogue_state (version) values (0);

grant select, insert, update on procedure, filing_route to baccau_app;
grant select, insert on procedure_revision, procedure_guide, form_definition to baccau_app;
grant select, update on catalogue_state to baccau_app;
grant select on procedure, procedure_revision, procedure_guide, filing_route, form_definition to baccau_auditor;
