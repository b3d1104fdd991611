-- Switches, locks and settings of modules as decisions that are only ever added: the last word that is in force on a day
-- counts. What came due while a module was off is kept, and who uses what of the graph is counted.

-- What a district has decided about its modules (SWITCH), and what the city has fixed for it (LOCK).
create table module_decisions (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  -- The order in which decisions were taken, whatever the clocks said.
  number bigint generated always as identity,
  module text not null,
  kind text not null check (kind in ('SWITCH', 'LOCK')),
  state text not null check (state in ('ON', 'OFF') or kind = 'LOCK' and state = 'FREE'),
  since date not null,
  reason text not null,
  -- The module for whose sake this one was switched as well.
  because_of text,
  decided_at timestamptz not null default clock_timestamp(),
  decided_by uuid not null,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id)
);
create index module_decisions_in_order on module_decisions (district_id, module, number);
call protect_tenant_table('module_decisions', 'select, insert');

do $$
declare district integer;
begin
  -- Run as an owner that policies bind: each district in its own scope.
  for district in select id from districts loop
    perform set_config('app.district', district::text, true);
    -- Nobody wrote down when they were taken: at the beginning of the day from which they are in force.
    insert into module_decisions (district_id, id, module, kind, state, since, reason, decided_at, decided_by)
    select district_id, id, module, 'SWITCH', case when enabled then 'ON' else 'OFF' end, since, reason,
           since::timestamp at time zone 'Asia/Shanghai', '00000000-0000-0000-0000-000000000000'
    from module_switches where district_id = district order by since, id;
  end loop;
  perform set_config('app.district', '', true);
end $$;
drop table module_switches;

-- How often the decisions of a district have changed, for processes that remember them. Written by the trigger alone.
create schema switching;
create table switching.switch_versions (
  district integer primary key references districts,
  version bigint not null
);
comment on table switching.switch_versions is 'global: counts changes of switches, says nothing about them';
grant usage on schema switching to lianxin_app, lianxin_jobs;
grant select on switching.switch_versions to lianxin_app, lianxin_jobs;

-- Also called when a turn is finished: that, too, changes what a district sees.
create function switching.switches_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  next bigint;
begin
  insert into switching.switch_versions as known (district, version) values (new.district_id, 1)
  on conflict (district) do update set version = known.version + 1
  returning version into next;
  perform pg_notify('lianxin_switches', new.district_id || ' ' || next);
  return null;
end $$;
revoke execute on function switching.switches_changed from public;
create trigger switches_changed after insert on module_decisions
  for each row execute function switching.switches_changed();

-- Each time a module that handles events was switched on again: until it is done, what the module missed is being handled
-- and the graph does not show it yet.
create table module_turns (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  module text not null,
  -- From when to when the events were missed.
  missed_from timestamptz not null,
  turned_at timestamptz not null,
  done_at timestamptz not null default clock_timestamp(),
  handled integer not null,
  -- Handed on to the queue, which repeats them.
  failed integer not null,
  -- What had been committed in this view of the database has been handled.
  seen pg_snapshot not null,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique (district_id, module, turned_at)
);
call protect_tenant_table('module_turns', 'select, insert, update');
create trigger switches_changed after insert on module_turns
  for each row execute function switching.switches_changed();

-- The modules for which a job was queued with the event: what a module missed is what does not name it. Of older events
-- nobody wrote that down.
alter table outbox_events add column queued_for text[];
-- Tells what had been committed when somebody looked from what was still under way.
alter table outbox_events add column tx xid8 not null default pg_current_xact_id();

-- Jobs that came due while their module was off; they go back to the queue when it is on again.
create table parked_jobs (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  module text not null,
  task text not null,
  input jsonb,
  parked_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (id),
  unique (district_id, id)
);
create index parked_jobs_of_module on parked_jobs (district_id, module, id);
call protect_tenant_table('parked_jobs', 'select, insert, delete');

-- Settings: each row holds the values that were changed, no others. `settings` of older rows are whole.
alter table module_settings add column number bigint generated always as identity;
alter table module_settings add column reason text not null default '';
alter table module_settings add column changed_by uuid not null default '00000000-0000-0000-0000-000000000000';
alter table module_settings alter column changed_by drop default;
alter table module_settings alter column reason drop default;
-- The record whose values were brought back.
alter table module_settings add column reverts_to uuid;
alter table module_settings rename column settings to changes;
alter table module_settings rename column created_at to changed_at;
drop index module_settings_in_force;
create index module_settings_in_order on module_settings (district_id, module, number);

-- Which operations use fields of switchable modules, or deprecated ones: one row per client, operation and module,
-- written now and then by each process for all the requests since.
create table operation_uses (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  module text not null,
  -- The registered client; null = somebody without one.
  client_id uuid,
  -- Name of the operation; of one without a name, the beginning of the hash of its text.
  operation text not null,
  fields text[] not null,
  uses bigint not null,
  first_used_at timestamptz not null,
  last_used_at timestamptz not null,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique nulls not distinct (district_id, module, client_id, operation)
);
create index operation_uses_by_time on operation_uses (district_id, last_used_at);
call protect_tenant_table('operation_uses');
