create table paper (
  account_id uuid not null,
  paper_id uuid not null,
  file_id text not null,
  mime text not null,
  size_bytes int not null,
  sha256 text not null,
  pages int not null,
  original_name text not null,
  created_at timestamptz not null,
  -- citizen:<account id> or helper:<staff id>/<consent id>
  added_by text not null,
  removed_at timestamptz,
  primary key (account_id, paper_id)
);
comment on table paper is 'citizen: photographed or scanned papers of a person; the bytes are encrypted files';

create table paper_read (
  account_id uuid not null,
  read_id uuid not null,
  file_id text not null,
  reader text not null,
  at timestamptz not null,
  primary key (account_id, read_id)
);
comment on table paper_read is 'citizen: who opened which paper or result, append-only';

grant select, insert on paper, paper_read to baccau_app;
grant update (removed_at) on paper to baccau_app;
grant select on paper, paper_read to baccau_auditor;
