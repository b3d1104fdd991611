-- Sign-in by OpenID Connect: logouts, groups of the provider, and who an account is.

-- Sessions and subjects that a provider has logged out; tokens from before are refused. Names are kept as digests.
create table identity_logouts (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  provider text not null,
  -- Of the provider and the jti: a logout token counts once.
  token_digest bytea not null,
  subject_digest bytea,
  session_digest bytea,
  issued_at timestamptz not null,
  received_at timestamptz not null,
  primary key (id),
  unique (district_id, id),
  unique (district_id, token_digest),
  check (subject_digest is not null or session_digest is not null)
);
create index identity_logouts_by_subject on identity_logouts (district_id, subject_digest);
create index identity_logouts_by_session on identity_logouts (district_id, session_digest);
create index identity_logouts_by_time on identity_logouts (district_id, received_at);

-- Which role a group of a provider means here. What a token says of groups counts only through these rows.
create table group_roles (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  provider text not null,
  group_name text not null check (char_length(group_name) between 1 and 200),
  role text not null,
  organization_id uuid,
  mapped_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique nulls not distinct (district_id, provider, group_name, role, organization_id),
  foreign key (district_id, organization_id) references organizations (district_id, id)
);
comment on column group_roles.mapped_by is 'account that wrote it; the mapping gives that account itself nothing';

-- When an account was bound to a person and how, and who unbound it and why.
create table person_bindings (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  principal_id uuid not null,
  member_id uuid not null,
  means text not null check (means in ('IDENTITY_NUMBER', 'INVITATION')),
  bound_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  reason text not null default '' check (char_length(reason) <= 200),
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, principal_id) references principals (district_id, id),
  foreign key (district_id, member_id) references members (district_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index person_bindings_of_account on person_bindings (district_id, principal_id) where ended_at is null;
create unique index person_bindings_of_person on person_bindings (district_id, member_id) where ended_at is null;

-- One-time codes from the union. The code itself is shown once and kept nowhere.
create table member_invitations (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  member_id uuid not null,
  code_digest bytea not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique (district_id, code_digest),
  foreign key (district_id, member_id) references members (district_id, id)
);
create unique index member_invitations_open on member_invitations (district_id, member_id)
  where used_at is null and withdrawn_at is null;

-- Tries to bind an account, each counted before it is made; those that succeed and those long past are removed.
create table binding_attempts (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  principal_id uuid not null,
  -- Keyed digest; an IPv6 address counts with its whole network of 64 bits.
  address_digest bytea not null,
  at timestamptz not null default clock_timestamp(),
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, principal_id) references principals (district_id, id)
);
create index binding_attempts_by_account on binding_attempts (district_id, principal_id, at);
create index binding_attempts_by_address on binding_attempts (district_id, address_digest, at);
create index binding_attempts_by_time on binding_attempts (district_id, at);

call protect_tenant_table('identity_logouts', 'select, insert, delete');
call protect_tenant_table('group_roles');
call protect_tenant_table('person_bindings', 'select, insert, update');
call protect_tenant_table('member_invitations');
call protect_tenant_table('binding_attempts', 'select, insert, delete');
