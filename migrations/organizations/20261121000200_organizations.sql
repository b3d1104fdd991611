-- Union bodies, their tree and its history, officers, covered units, surveys and the figures of each body.
-- Validity is half-open everywhere: valid from `since`, no longer on `until`. Texts that are sorted or searched by
-- their beginning compare byte by byte (collation "C"), so that lists keep their index under row-level security.

create table organizations (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  code text collate "C" not null check (code ~ '^[0-9A-Z][0-9A-Z-]{2,31}$'),
  name text collate "C" not null check (char_length(name) between 2 and 100),
  kind text not null check (kind in ('FEDERATION', 'INDUSTRIAL_UNION', 'JOINT_UNION', 'ENTERPRISE_UNION', 'FELLOWSHIP')),
  joint_union_kind text check (joint_union_kind in (
    'REGIONAL', 'INDUSTRY', 'PARK', 'BUILDING', 'STREET_SHOP', 'COMPOUND', 'LODGING_PLACE', 'GRID', 'PROJECT_SITE',
    'FARM_COOPERATIVE')),
  type text not null check (type in ('COORDINATING', 'HUB', 'PORT', 'SERVICE')),
  level text not null check (level in ('DISTRICT', 'SUBDISTRICT', 'GRASSROOTS')),
  status text not null check (status in ('APPLIED', 'PREPARING', 'FOUNDED', 'RE_ELECTION_DUE', 'DISSOLVED', 'MERGED')),
  parent_id uuid check (parent_id <> id),
  credit_code text,
  legal_person boolean not null default false,
  registered boolean not null default false,
  address text,
  bank_account text check (bank_account in ('OWN', 'ENTRUSTED')),
  founded_on date,
  ended_on date check (ended_on > founded_on),
  synthetic boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique (district_id, code),
  foreign key (district_id, parent_id) references organizations (district_id, id),
  check ((kind = 'JOINT_UNION') = (joint_union_kind is not null)),
  check ((status in ('DISSOLVED', 'MERGED')) = (ended_on is not null)),
  check (status not in ('FOUNDED', 'RE_ELECTION_DUE') or founded_on is not null)
);
-- The one body without a parent is the district's own federation.
create unique index organizations_root on organizations (district_id) where parent_id is null;
create unique index organizations_credit_code on organizations (district_id, credit_code);
create index organizations_by_name on organizations (district_id, name, id);
create index organizations_by_parent on organizations (district_id, parent_id, code, id);
create index organizations_by_kind on organizations (district_id, kind, code, id);
create index organizations_by_type on organizations (district_id, type, code, id);
create index organizations_by_level on organizations (district_id, level, code, id);
create index organizations_by_status on organizations (district_id, status, code, id);

-- Which body stood above which, and when. The last row of a body repeats organizations.parent_id.
create table organization_parents (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  organization_id uuid not null,
  parent_id uuid not null,
  since date not null,
  until date check (until > since),
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id),
  foreign key (district_id, parent_id) references organizations (district_id, id),
  exclude using gist (district_id with =, organization_id with =, daterange(since, until) with &&)
);
create index organization_parents_of on organization_parents (district_id, organization_id, since, id);

-- Every pair of a body and one above it (itself at depth 0), with the days on which it held.
create table organization_closure (
  district_id integer not null default app_district() references districts,
  ancestor_id uuid not null,
  descendant_id uuid not null,
  depth integer not null check (depth >= 0),
  since date not null,
  until date check (until > since),
  primary key (district_id, descendant_id, ancestor_id, since),
  foreign key (district_id, ancestor_id) references organizations (district_id, id),
  foreign key (district_id, descendant_id) references organizations (district_id, id)
);
create unique index organization_closure_current
  on organization_closure (district_id, descendant_id, ancestor_id) include (depth) where until is null;
create index organization_closure_below
  on organization_closure (district_id, ancestor_id, until, since) include (descendant_id, depth);

-- member_id is the officer's row in the register of members, which this module does not know.
create table organization_officers (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  organization_id uuid not null,
  member_id uuid,
  name text not null check (char_length(name) between 1 and 50),
  role text not null check (role in ('CHAIR', 'VICE_CHAIR', 'COMMITTEE_MEMBER', 'AUDITOR', 'WOMENS_COMMITTEE')),
  since date not null,
  until date check (until > since),
  synthetic boolean not null default false,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id),
  constraint organization_officers_one_chair
    exclude using gist (district_id with =, organization_id with =, daterange(since, until) with &&)
    where (role = 'CHAIR')
);
create index organization_officers_of on organization_officers (district_id, organization_id, since, id);
create index organization_officers_member on organization_officers (district_id, member_id) where member_id is not null;

create table covered_units (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  organization_id uuid not null,
  name text collate "C" not null check (char_length(name) between 2 and 100),
  credit_code text,
  since date not null,
  until date check (until > since),
  synthetic boolean not null default false,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id)
);
create unique index covered_units_current
  on covered_units (district_id, organization_id, credit_code) where until is null and credit_code is not null;
create index covered_units_of on covered_units (district_id, organization_id, name, id);
create index covered_units_credit_code on covered_units (district_id, credit_code) where credit_code is not null;

-- Workers and employers that should have a union, among what is assigned to this body itself, not to bodies below it.
create table workforce_surveys (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  organization_id uuid not null,
  surveyed_on date not null,
  workers integer not null check (workers >= 0),
  should_found_units integer not null check (should_found_units >= 0),
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  unique (district_id, organization_id, surveyed_on),
  foreign key (district_id, organization_id) references organizations (district_id, id)
);

-- Changes of a body's own figures, appended by the transaction that causes them; a job folds them away.
create table organization_figure_deltas (
  district_id integer not null default app_district() references districts,
  id bigint generated always as identity,
  organization_id uuid not null,
  day date not null,
  unions integer not null default 0,
  covered_units integer not null default 0,
  members integer not null default 0,
  covered_members integer not null default 0,
  workers integer not null default 0,
  should_found_units integer not null default 0,
  primary key (district_id, id),
  foreign key (district_id, organization_id) references organizations (district_id, id)
);
create index organization_figure_deltas_of on organization_figure_deltas (district_id, organization_id, day);

-- A body's own figures at the end of every day on which they changed: totals, not changes.
create table organization_figures (
  district_id integer not null default app_district() references districts,
  organization_id uuid not null,
  day date not null,
  unions integer not null,
  covered_units integer not null,
  members integer not null,
  covered_members integer not null,
  workers integer not null,
  should_found_units integer not null,
  primary key (district_id, organization_id, day),
  foreign key (district_id, organization_id) references organizations (district_id, id)
);

call protect_tenant_table('organizations', 'select, insert, update');
call protect_tenant_table('organization_parents');
call protect_tenant_table('organization_closure');
call protect_tenant_table('organization_officers');
call protect_tenant_table('covered_units');
call protect_tenant_table('workforce_surveys');
call protect_tenant_table('organization_figure_deltas', 'select, insert, delete');
call protect_tenant_table('organization_figures', 'select, insert, update');
