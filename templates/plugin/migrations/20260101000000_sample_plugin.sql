-- Entries of 样例插件, each about one member.
create table sample_plugin_entries (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  member_id uuid not null,
  note text not null check (char_length(note) <= 200),
  made_on date not null,
  closed_on date check (closed_on >= made_on),
  -- Made up by the demo.
  synthetic boolean not null default false,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, member_id) references members (district_id, id)
);
create index sample_plugin_entries_of_member on sample_plugin_entries (district_id, member_id, id);
call protect_tenant_table('sample_plugin_entries');
