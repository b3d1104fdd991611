-- Files attached to nodes of the graph. The contents are elsewhere, sealed; here is what they are and under which key.

create table attachments (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  owner_type text not null check (owner_type ~ '^[A-Z][A-Za-z0-9]{0,63}$'),
  owner_id uuid not null,
  kind text not null check (char_length(kind) between 1 and 40),
  -- Whose key seals name and content; null: that of the organization that owns it.
  person_id uuid,
  key_owner_id uuid not null,
  name_sealed bytea not null,
  key_wrapped bytea not null,
  media_type text not null,
  -- As announced until it is stored, and refused when it turns out to be another.
  size bigint not null check (size > 0),
  sha256 bytea check (octet_length(sha256) = 32),
  storage_key text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  -- Until then the content has to be here.
  awaited_until timestamptz not null,
  stored_at timestamptz,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique (district_id, storage_key),
  foreign key (district_id, person_id) references members (district_id, id),
  check (person_id is null or person_id = key_owner_id),
  check ((stored_at is null) = (sha256 is null))
);
create index attachments_of_owner on attachments (district_id, owner_id, id);
create index attachments_of_person on attachments (district_id, person_id) where person_id is not null;
create index attachments_awaited on attachments (district_id, awaited_until) where stored_at is null;
call protect_tenant_table('attachments');

-- Addresses that work once. A row goes away with its use; only the hash of the address is kept.
create table file_tickets (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  hash bytea not null check (octet_length(hash) = 32),
  use text not null check (use in ('UPLOAD', 'DOWNLOAD')),
  type text not null,
  target_id uuid not null,
  -- Who asked and how they were signed in, to read their permissions anew when the address is used.
  standing jsonb not null,
  expires_at timestamptz not null,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique (district_id, hash)
);
create index file_tickets_by_expiry on file_tickets (district_id, expires_at);
call protect_tenant_table('file_tickets');
