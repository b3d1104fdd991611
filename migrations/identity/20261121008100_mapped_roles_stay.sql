-- A role of the district's own stays as long as a group of a provider means it: one that is made later under the same
-- code would otherwise be everybody's in that group, without anybody having given it to them.
do $$
declare
  tenant integer;
begin
  for tenant in select id from districts loop
    perform set_config('app.district', tenant::text, true);
    delete from group_roles as mapping
    where mapping.district_id = tenant and mapping.role like 'own-%' and not exists (
      select from district_roles as own where own.district_id = tenant and own.code = mapping.role
    );
  end loop;
  perform set_config('app.district', '', true);
end $$;

alter table group_roles
  add column own_role text generated always as (case when role like 'own-%' then role end) stored;

-- Not valid: what is left was looked at above, district by district; a plain owner sees no row from outside them.
alter table group_roles add foreign key (district_id, own_role) references district_roles (district_id, code) not valid;
