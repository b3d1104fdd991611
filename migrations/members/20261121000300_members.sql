-- The register of persons, their memberships with validity dates, and applications for membership.

create table members (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  -- The current primary union; null when there is none.
  organization_id uuid,
  -- The union that keeps the person's file and so sees it: the primary union; without one the union applied to, or the last one.
  keeper_organization_id uuid not null,
  name text collate "C" not null check (char_length(name) between 1 and 50),
  gender text not null check (gender in ('MALE', 'FEMALE')),
  birth_date date not null,
  national_id_sealed bytea not null,
  national_id_index bytea not null,
  phone_sealed bytea not null,
  phone_index bytea not null,
  employment_type text not null check (employment_type in ('REGULAR', 'DISPATCHED', 'NON_REGULAR', 'SELF_EMPLOYED')),
  occupation text not null,
  joined_via text not null check (joined_via in ('EMPLOYER', 'ONLINE', 'COLLECTIVE', 'OUTSIDE_FIRST')),
  status text not null
    check (status in ('APPLIED', 'ACTIVE', 'SUSPENDED', 'TRANSFERRED', 'LEFT', 'RETIRED', 'DECEASED')),
  registered_at timestamptz not null,
  synthetic boolean not null default false,
  batch_id uuid,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique (district_id, national_id_index),
  foreign key (district_id, organization_id) references organizations (district_id, id),
  foreign key (district_id, keeper_organization_id) references organizations (district_id, id),
  -- A primary union is exactly what active and suspended members have.
  check ((organization_id is not null) = (status in ('ACTIVE', 'SUSPENDED'))),
  check (organization_id is null or organization_id = keeper_organization_id)
);
create index members_by_phone on members (district_id, phone_index);
create index members_by_organization on members (district_id, organization_id, id);
create index members_by_keeper on members (district_id, keeper_organization_id, id);
create index members_by_status on members (district_id, status, id);
create index members_by_employment on members (district_id, employment_type, id);
create index members_by_registration on members (district_id, registered_at, id);
create index members_by_name on members (district_id, name, id);
create index members_by_batch on members (district_id, batch_id) where batch_id is not null;

-- Half-open: in force from since, no longer on until. since = until was never in force (a mistake taken back the same day).
create table memberships (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  member_id uuid not null,
  organization_id uuid not null,
  kind text not null check (kind in ('PRIMARY', 'SECONDARY')),
  since date not null,
  until date check (until >= since),
  reason_ended text check (
    reason_ended in ('LEFT', 'RETIRED', 'DECEASED', 'TRANSFERRED', 'TRANSFERRED_OUT', 'COVERAGE_ENDED')
  ),
  -- In words, for example why somebody was transferred.
  note text not null default '' check (char_length(note) <= 200),
  batch_id uuid,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, member_id) references members (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id),
  check ((until is null) = (reason_ended is null)),
  -- The last guards; services check under a lock and refuse in words. district_id stands in each key by contract.
  constraint memberships_one_primary
    exclude using gist (district_id with =, member_id with =, daterange(since, until) with &&) where (kind = 'PRIMARY'),
  constraint memberships_one_cover
    exclude using gist (district_id with =, member_id with =, organization_id with =, daterange(since, until) with &&)
    where (kind = 'SECONDARY')
);
create index memberships_by_member on memberships (district_id, member_id, id);
create index memberships_by_organization on memberships (district_id, organization_id, kind, member_id);
create index memberships_by_batch on memberships (district_id, batch_id) where batch_id is not null;

create table membership_applications (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  -- Human key, given to the applicant as a receipt.
  application_no text not null,
  member_id uuid not null,
  organization_id uuid not null,
  via text not null check (via in ('EMPLOYER', 'ONLINE', 'COLLECTIVE', 'OUTSIDE_FIRST')),
  -- What the applicant stated; it reaches the register when the application is approved.
  phone_sealed bytea not null,
  employment_type text not null check (employment_type in ('REGULAR', 'DISPATCHED', 'NON_REGULAR', 'SELF_EMPLOYED')),
  occupation text not null,
  status text not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  applied_at timestamptz not null,
  decide_by date not null,
  decided_at timestamptz,
  decided_by uuid,
  reason text not null default '',
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique (district_id, application_no),
  foreign key (district_id, member_id) references members (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id),
  check ((status = 'PENDING') = (decided_at is null))
);
create unique index membership_applications_one_pending on membership_applications (district_id, member_id)
  where status = 'PENDING';
create index membership_applications_by_member on membership_applications (district_id, member_id, id);
create index membership_applications_by_status on membership_applications (district_id, status, id);
create index membership_applications_by_organization on membership_applications (district_id, organization_id, id);
create index membership_applications_overdue on membership_applications (district_id, decide_by) where status = 'PENDING';

call protect_tenant_table('members');
call protect_tenant_table('memberships');
call protect_tenant_table('membership_applications');
