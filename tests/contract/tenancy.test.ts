import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { createApp } from '../../src/app.js';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { unsafeFindings } from '../../src/kernel/database/safety.js';
import { covered } from '../support/coverage.js';
import { connect, createDatabase, dropDatabase, migrateAlone, withClient } from '../../src/testing/databases.js';
import { everything } from '../support/installed.js';
import { testConfig } from '../../src/testing/templates.js';
import { tenancyFindings } from '../support/tenancy-findings.js';

const registry = everything();
let urls: DatabaseUrls;
let owner: pg.Client;

beforeAll(async () => {
  urls = await createDatabase();
  await migrateAlone(registry, urls);
  owner = await connect(urls.owner);
});

afterAll(async () => {
  await owner.end();
  await dropDatabase(urls);
});

/** Changes the schema, looks, and takes the change back. */
async function withPlanted<T>(change: string, look: () => Promise<T>, undo: string): Promise<T> {
  await owner.query(change);
  try {
    return await look();
  } finally {
    await owner.query(undo);
  }
}

const planted: readonly [string, string, string, string][] = [
  ['a table without a district', 'create table loose (id uuid)', 'drop table loose', 'has district_id not null: loose'],
  [
    'a table without forced policies',
    `create table loose (district_id integer not null references districts, id uuid, unique (district_id, id));
     alter table loose enable row level security;
     create policy tenant on loose using (district_id = app_district()) with check (district_id = app_district())`,
    'drop table loose',
    'forced row-level security with using and check on the district: loose',
  ],
  [
    'a policy without a check',
    'alter policy tenant on members with check (true)',
    'alter policy tenant on members with check (district_id = (select app_district()))',
    'using and check on the district: members',
  ],
  [
    'a second, wider policy',
    'create policy wide on members using (true)',
    'drop policy wide on members',
    'no second policy widens what the first one allows: members',
  ],
  [
    'a foreign key by id alone',
    `create table loose (district_id integer not null references districts, id uuid unique, member_id uuid references members (id),
     unique (district_id, id)); call protect_tenant_table('loose')`,
    'drop table loose',
    'carries district_id on both sides: loose.loose_member_id_fkey',
  ],
  [
    'a unique key across districts',
    'create unique index loose on members (name)',
    'drop index loose',
    'leads with district_id: loose',
  ],
  ['a view', 'create view loose as select * from members', 'drop view loose', 'no view bypasses policies: loose'],
  [
    'a materialized view',
    'create materialized view loose as select 1',
    'drop materialized view loose',
    'no view bypasses policies: loose',
  ],
  [
    'a function with its owner’s rights',
    'create function loose() returns int language sql security definer as $$ select 1 $$',
    'drop function loose',
    'open to the application: public.loose',
  ],
];

describe('districts are kept apart by the database', () => {
  test('every table, key, policy, view and function follows the rules of tenancy', async () => {
    expect(await tenancyFindings(owner)).toEqual([]);
    const { rows } = await owner.query<{ tables: number; keys: number }>(
      `select count(distinct c.oid)::int as tables, count(k.oid)::int as keys from pg_class c
       left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
    );
    covered('tables', rows[0]!.tables);
    covered('foreign keys', rows[0]!.keys);
  });

  test.each(planted)('%s is noticed', async (_name, change, undo, finding) => {
    const findings = await withPlanted(change, () => tenancyFindings(owner), undo);
    expect(findings.filter((line) => line.endsWith(finding))).toHaveLength(1);
  });

  test('without a scope no tenant row is visible, and none can be written', async () => {
    await withClient(urls.app, async (app) => {
      expect((await app.query('select 1 from organizations')).rows).toEqual([]);
      const insert = app.query(
        `insert into parked_jobs (district_id, id, module, task) values (1, gen_random_uuid(), 'x', 'x:y')`,
      );
      await expect(insert).rejects.toThrow(/row-level security/);
    });
  });

  test('the application sees no table without protection', async () => {
    await withClient(urls.app, async (app) => expect(await unsafeFindings(app as never)).toEqual([]));
  });

  test('the application refuses to start on a table without row-level security', async () => {
    const start = () => createApp(testConfig(), registry, urls).then((app) => app.close());
    await expect(
      withPlanted('create table loose (id uuid); grant select on loose to lianxin_app', start, 'drop table loose'),
    ).rejects.toThrow(/'loose' has no forced row-level security/);
  });

  test.each([
    [
      'a second, wider policy',
      'create policy wide on members using (true) with check (true)',
      'drop policy wide on members',
      /'members' has no forced row-level security/,
    ],
    [
      'a second policy for reading alone',
      'create policy wide on members for select using (true)',
      'drop policy wide on members',
      /'members' has no forced row-level security/,
    ],
    [
      'a policy that lets more through than the district',
      'alter policy tenant on members using (district_id = (select app_district()) or true)',
      'alter policy tenant on members using (district_id = (select app_district()))',
      /'members' has no forced row-level security/,
    ],
    [
      'a view that calls itself global',
      `create view loose as select * from members; comment on view loose is 'global: a lie'; grant select on loose to lianxin_app`,
      'drop view loose',
      /'loose' has no forced row-level security/,
    ],
    [
      'an open table beside the public schema',
      'create schema aside; grant usage on schema aside to lianxin_app; create table aside.loose (id int); grant select on aside.loose to lianxin_app',
      'drop schema aside cascade',
      /'loose' has no forced row-level security/,
    ],
    [
      'a function with its owner’s rights and the caller’s search_path',
      'create function loose() returns int language sql security definer as $$ select 1 $$',
      'drop function loose',
      /'public.loose' acts as its owner/,
    ],
  ])('the application refuses to start on %s', async (_name, change, undo, reason) => {
    const start = () => createApp(testConfig(), registry, urls).then((app) => app.close());
    await expect(withPlanted(change, start, undo)).rejects.toThrow(reason);
  });

  test('the application refuses to start as a superuser', async () => {
    await expect(createApp(testConfig(), registry, { ...urls, app: urls.owner })).rejects.toThrow(/too powerful/);
  });
});
