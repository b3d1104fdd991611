-- Roles that a district makes for itself, and the three administrators kept apart.
create table district_roles (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  -- The prefix keeps them apart from the roles of modules, today's and those of plugins to come.
  code text not null check (code ~ '^own(-[a-z0-9]+)+$' and length(code) <= 40),
  title_zh text not null,
  title_en text not null,
  scope text not null check (scope in ('district', 'subtree', 'self')),
  permissions jsonb not null check (jsonb_typeof(permissions) = 'array'),
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique (district_id, code)
);
call protect_tenant_table('district_roles');

-- System, security and audit administrator: no account holds two of them on the same day, whoever writes the row.
-- A trigger and no exclusion constraint: assignments of before this rule stay as the history they are, and may be ended.
create function access_administrators_apart() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' and (old.principal_id, old.role) = (new.principal_id, new.role)
     and daterange(old.since, old.until) @> daterange(new.since, new.until) then
    return new;
  end if;
  if new.role = any (array['administrator', 'security-administrator', 'auditor']) then
    -- The lock of the access module's own changes of administration: two that are written at once see each other.
    perform pg_advisory_xact_lock(hashtextextended('access:administration', new.district_id));
    if exists (
      select from role_assignments as other
      where other.district_id = new.district_id and other.principal_id = new.principal_id and other.id <> new.id
        and other.role = any (array['administrator', 'security-administrator', 'auditor']) and other.role <> new.role
        and daterange(other.since, other.until) && daterange(new.since, new.until)
    ) then
      raise exception 'system, security and audit administrator exclude each other' using errcode = 'exclusion_violation';
    end if;
  end if;
  return new;
end $$;

create trigger administrators_apart before insert or update on role_assignments
  for each row execute function access_administrators_apart();
