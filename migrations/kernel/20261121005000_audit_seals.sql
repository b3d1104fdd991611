-- Records say through which client somebody acted and why sensitive data was read.
alter table audit_records add column client_id uuid;
alter table audit_records add column client_name text;
alter table audit_records add column purpose text;

-- The sealer asks for the records below a transaction id. Comparisons of xid8 are not leakproof, so that row-level
-- security would keep the planner from using an index on it; those of bigint are.
alter table audit_records alter column tx drop default;
alter table audit_records alter column tx type bigint using tx::text::bigint;
alter table audit_records alter column tx set default pg_current_xact_id()::text::bigint;
create index audit_records_sealing on audit_records (district_id, tx, id);

-- The auditors' list by person, by what was done, by time, and of sensitive reads.
create index audit_records_of_actor on audit_records (district_id, actor_id, id desc);
create index audit_records_of_action on audit_records (district_id, action, id desc);
create index audit_records_of_reads on audit_records (district_id, id desc) where verb = 'READ';
create index audit_records_by_time on audit_records (district_id, at, id);

-- One chain per district. A seal covers the records after the previous seal's last one up to its own last one, in the
-- order of (tx, id). era and floor_id: see src/kernel/audit/position.ts.
create table audit_seals (
  district_id integer not null default app_district() references districts,
  number bigint not null check (number > 0),
  format smallint not null,
  sealed_at timestamptz not null,
  era integer not null,
  floor_id bigint not null,
  last_tx bigint not null,
  last_id bigint not null,
  max_id bigint not null,
  records integer not null check (records > 0),
  -- 8 bytes per record, most significant first, in the order of the seal.
  record_ids bytea not null,
  -- 32 bytes per record, in the same order.
  leaves bytea not null,
  root bytea not null,
  previous bytea not null,
  hash bytea not null,
  primary key (district_id, number),
  unique (district_id, previous)
);
-- Hashes do not get smaller; trying costs.
alter table audit_seals alter column leaves set storage external;
call protect_tenant_table('audit_seals', 'select, insert');

-- Events have been handled long before they are a month old; their jobs carry what they need.
grant delete on outbox_events to lianxin_app;
