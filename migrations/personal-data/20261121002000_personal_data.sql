-- Consents with the texts agreed to, who saw what of whom, and requests to erase a person.

-- The texts as they were shown: a plugin carries the newest version only, a consent rests on the one it was given to.
create table consent_texts (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  purpose text not null,
  text_version integer not null check (text_version > 0),
  title_zh text not null,
  title_en text not null,
  text_zh text not null,
  text_en text not null,
  primary key (id),
  unique (district_id, id),
  unique (district_id, purpose, text_version)
);

create table consents (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  member_id uuid not null,
  purpose text not null,
  text_version integer not null,
  given_at timestamptz not null,
  -- Account that gave it: the person's own, or of somebody who holds the signed paper.
  given_by uuid not null,
  own boolean not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_as text check (ended_as in ('WITHDRAWN', 'REPLACED')),
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, member_id) references members (district_id, id),
  foreign key (district_id, purpose, text_version) references consent_texts (district_id, purpose, text_version),
  check ((ended_at is null) = (ended_as is null) and (ended_at is null) = (ended_by is null))
);
create unique index consents_in_force on consents (district_id, member_id, purpose) where ended_at is null;
create index consents_by_member on consents (district_id, member_id, id);

-- Who was shown or given what of whom. Only ever grows; of the stated reason erasure leaves nothing.
create table disclosures (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('UNMASKING', 'EXPORT', 'THIRD_PARTY')),
  recipient text not null check (char_length(recipient) between 1 and 200),
  fields jsonb not null,
  purpose text not null check (char_length(purpose) between 1 and 200),
  reason text not null default '' check (char_length(reason) <= 200),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, member_id) references members (district_id, id)
);
create index disclosures_by_member on disclosures (district_id, member_id, id);
create index disclosures_by_actor on disclosures (district_id, actor_id, at);

create table erasure_requests (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  member_id uuid not null,
  status text not null check (status in ('AWAITS_APPROVAL', 'SCHEDULED', 'DONE', 'CANCELLED', 'REFUSED')),
  reason text not null check (char_length(reason) <= 200),
  -- True when the person asked: then a waiting period stands in for the second person.
  own boolean not null,
  requested_at timestamptz not null,
  requested_by uuid not null,
  due_on date,
  decided_at timestamptz,
  decided_by uuid,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, member_id) references members (district_id, id),
  check ((status in ('AWAITS_APPROVAL', 'SCHEDULED')) = (decided_at is null)),
  check (status <> 'SCHEDULED' or due_on is not null),
  -- The last guard; the service compares the accounts and refuses in words.
  check (own or status <> 'DONE' or decided_by <> requested_by)
);
create unique index erasure_requests_open on erasure_requests (district_id, member_id)
  where status in ('AWAITS_APPROVAL', 'SCHEDULED');
create index erasure_requests_by_member on erasure_requests (district_id, member_id, id);
create index erasure_requests_by_status on erasure_requests (district_id, status, id);

call protect_tenant_table('consent_texts', 'select, insert');
call protect_tenant_table('consents', 'select, insert, update');
call protect_tenant_table('disclosures', 'select, insert, update (reason)');
call protect_tenant_table('erasure_requests', 'select, insert, update');

-- The audit kept names, birth dates and other plain data of persons before and after a change, where erasure could
-- never reach them. From now on it says that they changed and not to what; earlier records are brought to the same
-- form, once, before the first of them is sealed.
do $$
declare district integer;
begin
  -- Run as an owner that policies bind: each district in its own scope.
  for district in select id from districts loop
    perform set_config('app.district', district::text, true);
    update audit_records set changes = (
      select coalesce(jsonb_agg(case when personal.field is null then change
                                     else jsonb_build_object('field', change -> 'field', 'sealed', true) end), '[]')
      from jsonb_array_elements(changes) as change
      left join (values
        ('Member', 'name'), ('Member', 'birthDate'), ('Member', 'occupation'),
        ('Membership', 'note'), ('MembershipApplication', 'occupation'), ('MembershipApplication', 'reason'),
        ('Officer', 'name'), ('Principal', 'name'), ('Principal', 'subject')
      ) as personal(entity, field) on personal.entity = audit_records.entity and personal.field = change ->> 'field')
    where entity in ('Member', 'Membership', 'MembershipApplication', 'Officer', 'Principal')
      and jsonb_typeof(changes) = 'array' and verb <> 'READ';
    -- The same for the names of those who acted as persons about their own data, and hold no office.
    update audit_records set actor_name = 'account:' || actor_id
    from principals where principals.id = audit_records.actor_id and principals.member_id is not null
      and not exists (select from role_assignments where principal_id = principals.id and role <> 'member');
  end loop;
  perform set_config('app.district', '', true);
end $$;
