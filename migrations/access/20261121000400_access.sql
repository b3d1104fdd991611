-- Who may act in a district, and in which roles on which part of its tree.
create table principals (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  subject text not null check (length(subject) between 1 and 200),
  name text not null,
  member_id uuid,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')),
  synthetic boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique (district_id, subject),
  foreign key (district_id, member_id) references members (district_id, id)
);
comment on column principals.subject is 'issuer and subject of the identity, for example demo:administrator';

create table role_assignments (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  principal_id uuid not null,
  role text not null,
  organization_id uuid,
  since date not null,
  until date check (until > since),
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, principal_id) references principals (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id)
);
create index role_assignments_of_principal on role_assignments (district_id, principal_id);

call protect_tenant_table('principals', 'select, insert, update');
call protect_tenant_table('role_assignments');
