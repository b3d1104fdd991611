-- Two accounts never hold one person. Of several that do, the one that may act stays, else the first; the others are
-- unbound, which takes what they held for that person, and the audit says so.
do $$
declare
  tenant integer;
begin
  for tenant in select id from districts loop
    perform set_config('app.district', tenant::text, true);
    with doubled as (
      select id, name, member_id from (
        select id, name, member_id,
               row_number() over (partition by member_id order by status, created_at, id) as place
        from principals where district_id = tenant and member_id is not null
      ) as held where place > 1
    ), unbound as (
      update principals set member_id = null, version = principals.version + 1
      from doubled where principals.district_id = tenant and principals.id = doubled.id
      returning doubled.id, doubled.member_id
    )
    insert into audit_records (district_id, actor_name, request_id, action, verb, entity, node_type, node_id, entity_id, changes)
    select tenant, 'system:migration', 'migration', 'access:one-account-per-person', 'UPDATE', 'Principal', 'Account', id, id,
           jsonb_build_array(jsonb_build_object('field', 'memberId', 'before', member_id, 'after', null))
    from unbound;
  end loop;
  perform set_config('app.district', '', true);
end $$;

create unique index principals_one_per_person on principals (district_id, member_id) where member_id is not null;
