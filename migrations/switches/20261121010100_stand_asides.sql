-- Hubs that stand aside from a module. Rows are only ever added: of those with since <= a day, the one with the highest
-- number says whether the hub stands aside on that day, and everything below it with it.

create table stand_asides (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  -- The order in which it was decided, whatever the clocks said.
  number bigint generated always as identity,
  module text not null,
  organization_id uuid not null,
  state text not null check (state in ('ASIDE', 'TAKES_PART')),
  since date not null,
  reason text not null,
  decided_at timestamptz not null default clock_timestamp(),
  decided_by uuid not null,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id)
);
create index stand_asides_in_order on stand_asides (district_id, organization_id, module, number);
create index stand_asides_of_module on stand_asides (district_id, module, number);
call protect_tenant_table('stand_asides', 'select, insert');
