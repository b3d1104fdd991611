-- Lists asked for as one file: who asked, for what, who approved, what became of it.
create table exports (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  list text not null,
  organization_id uuid,
  purpose text not null check (char_length(purpose) between 2 and 200),
  -- Named when the file goes to somebody outside.
  recipient text check (char_length(recipient) between 2 and 100),
  status text not null
    check (status in ('AWAITS_APPROVAL', 'QUEUED', 'READY', 'REJECTED', 'FAILED', 'EXPIRED')),
  -- Rows that the requester could see when it was asked for, and rows that are in the file.
  counted_rows integer not null check (counted_rows >= 0),
  written_rows integer check (written_rows >= 0),
  requested_by uuid not null,
  requester_name text not null,
  requested_at timestamptz not null,
  standing jsonb not null,
  decided_by uuid,
  decider_name text,
  decided_at timestamptz,
  decision_reason text not null default '',
  key_wrapped bytea,
  storage_key text,
  size bigint,
  sha256 bytea check (octet_length(sha256) = 32),
  ready_at timestamptz,
  expires_at timestamptz,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id),
  check (decided_by is distinct from requested_by),
  check (status <> 'READY' or (key_wrapped is not null and storage_key is not null and expires_at is not null))
);
create index exports_by_status on exports (district_id, status, id);
create index exports_of_requester on exports (district_id, requested_by, requested_at);
call protect_tenant_table('exports', 'select, insert, update');
