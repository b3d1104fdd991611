-- Keys of sealed columns. Every key stands here wrapped by the one above it: a person's by that of district and class,
-- that one by the key ring of the installation or by a key service, which the database never sees.

create table data_keys (
  district_id integer not null default app_district() references districts,
  -- A class of sealed data, or index:<name> for the key of a blind index.
  purpose text not null,
  version integer not null,
  -- Which key of the ring or of the key service wraps it.
  ring_key text not null,
  wrapped bytea not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (district_id, purpose, version)
);

-- One row per person and class of data. Deleting it is what erases the person: nothing else opens the sealed values.
create table person_keys (
  district_id integer not null default app_district() references districts,
  -- The member; for files of an organization, the organization. Without a foreign key: erasure comes in any order.
  person_id uuid not null,
  class text not null,
  version integer not null default 1,
  data_key_version integer not null,
  wrapped bytea not null,
  -- The key before this one, wrapped like it, until nothing is sealed with it any more.
  replaced bytea,
  replaced_at timestamptz,
  primary key (district_id, person_id, class),
  check ((replaced is null) = (replaced_at is null)),
  foreign key (district_id, class, data_key_version) references data_keys (district_id, purpose, version)
);

call protect_tenant_table('data_keys');
call protect_tenant_table('person_keys');
