-- Programs that a district lets in: who they are, their keys, and what each person has allowed each of them.
create table api_clients (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('FRONT_END', 'MERCHANT', 'SERVICE')),
  scopes text[] not null default '{}',
  addresses text[] not null default '{}',
  first_party boolean not null default false,
  external_client_id text check (length(external_client_id) between 1 and 200),
  signing_key jsonb,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique (district_id, external_client_id)
);
comment on column api_clients.scopes is 'permissions; empty means nothing is allowed';
comment on column api_clients.addresses is 'networks its requests may come from; empty means any';
comment on column api_clients.external_client_id is 'provider and client id of its tokens, for example city-sso:union-app';

create table api_client_keys (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  client_id uuid not null,
  prefix text not null,
  secret_hash bytea not null check (length(secret_hash) = 32),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique (district_id, secret_hash),
  foreign key (district_id, client_id) references api_clients (district_id, id)
);
create index api_client_keys_of_client on api_client_keys (district_id, client_id);

create table client_consents (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  client_id uuid not null,
  principal_id uuid not null,
  permissions text[] not null,
  since timestamptz not null default now(),
  expires_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, client_id) references api_clients (district_id, id),
  foreign key (district_id, principal_id) references principals (district_id, id)
);
create unique index client_consents_standing on client_consents (district_id, principal_id, client_id)
  where withdrawn_at is null;
create index client_consents_of_client on client_consents (district_id, client_id);

-- Nonces of signed requests, each good once; a job removes those whose timestamp no request could bear any more.
create table client_nonces (
  district_id integer not null default app_district() references districts,
  client_id uuid not null,
  nonce text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (district_id, client_id, nonce),
  foreign key (district_id, client_id) references api_clients (district_id, id)
);
create index client_nonces_by_time on client_nonces (district_id, at);

call protect_tenant_table('api_clients', 'select, insert, update');
call protect_tenant_table('api_client_keys', 'select, insert, update');
call protect_tenant_table('client_consents', 'select, insert, update');
call protect_tenant_table('client_nonces', 'select, insert, delete');

-- Outside the tenants: which district a key belongs to, so that a request can enter it. Nobody but the owner reads or
-- writes the table; the application asks the function, which answers a district and nothing else.
create schema if not exists control;
create table control.client_key_districts (
  secret_hash bytea primary key,
  district_id integer not null references public.districts
);

create function control.district_of_client_key(hash bytea) returns integer
  language sql stable security definer set search_path = control, pg_temp
  return (select k.district_id from control.client_key_districts k where k.secret_hash = hash);
revoke execute on function control.district_of_client_key from public;

-- The location follows the key. No other right leads to it: a caller could otherwise claim a foreign key's hash.
create function control.note_client_key() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from control.client_key_districts where secret_hash = old.secret_hash;
  end if;
  if tg_op <> 'DELETE' then
    insert into control.client_key_districts (secret_hash, district_id) values (new.secret_hash, new.district_id);
  end if;
  return null;
end $$;
revoke execute on function control.note_client_key from public;

create trigger note_client_key after insert or delete or update of secret_hash, district_id on api_client_keys
  for each row execute function control.note_client_key();

grant usage on schema control to lianxin_app;
grant execute on function control.district_of_client_key to lianxin_app;
