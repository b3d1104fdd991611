import type pg from 'pg';
import { APP_ROLE } from '../../src/kernel/database/connections.js';

/** Security-definer functions that the application may call, each with the reason why it must step over policies. */
export const ALLOWED_DEFINERS: Readonly<Record<string, string>> = {
  'control.district_of_client_key':
    'a key of a client stands for a district before any is entered; it answers the district of a hash and nothing else',
  'queue.enqueue': 'the job queue belongs to another role; a tenant transaction queues through this one door',
  'queue.waiting': 'it counts the waiting jobs of the district in which the connection stands, and shows none of them',
};

/** Each rule: a query that answers one line per offence. */
const rules: Readonly<Record<string, string>> = {
  'a table is global by comment, or has district_id not null': `
    select t.name from tables t
    where not t.global and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'district_id'
      and a.attnotnull and a.atttypid = 'integer'::regtype)`,
  'a tenant table has forced row-level security with using and check on the district': `
    select t.name from tables t
    where not t.global and not (t.rls and exists (select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*'
      and pg_get_expr(p.polqual, p.polrelid) like '%district_id = %app_district()%'
      and pg_get_expr(p.polwithcheck, p.polrelid) like '%district_id = %app_district()%'))`,
  'no second policy widens what the first one allows': `
    select t.name from tables t where not t.global
      and (select count(*) from pg_policy p where p.polrelid = t.oid and p.polpermissive) > 1`,
  'a tenant table with an id has unique (district_id, id)': `
    select t.name from tables t
    where not t.global and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'id')
      and not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype in ('u', 'p')
        and columns(k.conrelid, k.conkey) = array['district_id', 'id']::name[])`,
  'a foreign key to a tenant table carries district_id on both sides': `
    select t.name || '.' || k.conname from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
    join tables target on target.oid = k.confrelid
    where not target.global and not (
      array_position(columns(k.conrelid, k.conkey), 'district_id') is not null
      and array_position(columns(k.conrelid, k.conkey), 'district_id')
        = array_position(columns(k.confrelid, k.confkey), 'district_id'))`,
  'the district of a row is a district': `
    select t.name from tables t where not t.global and not exists (select from pg_constraint k
      where k.conrelid = t.oid and k.contype = 'f' and k.confrelid = 'districts'::regclass)`,
  'a unique key of a tenant table leads with district_id': `
    select i.indexrelid::regclass::text from tables t join pg_index i on i.indrelid = t.oid and i.indisunique
    where not t.global and not (i.indnatts = 1 and columns(i.indrelid, i.indkey::int2[]) = array['id']::name[])
      and (columns(i.indrelid, i.indkey::int2[]))[1] <> 'district_id'`,
  'no view bypasses policies': `
    select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace
      and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=true%', false))`,
  'nothing global holds what belongs to a district': `
    select t.name from tables t where t.global and exists (select from pg_attribute a
      where a.attrelid = t.oid and a.attname in ('district_id', 'member_id', 'organization_id'))`,
};

/** Everything in the catalogue that would let one district's rows reach another, as `rule: object`. */
export async function tenancyFindings(owner: pg.Client): Promise<string[]> {
  const findings: string[] = [];
  for (const [rule, query] of Object.entries(rules)) {
    const { rows } = await owner.query<{ name: string }>(`
      with tables as (
        select c.oid, c.relname::text as name, coalesce(obj_description(c.oid, 'pg_class') like 'global:%', false) as global,
               c.relrowsecurity and c.relforcerowsecurity as rls
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and c.relname <> 'lianxin_migrations'
      ) select * from (${withColumns(query)}) as found(name) order by 1`);
    findings.push(...rows.map(({ name }) => `${rule}: ${name}`));
  }
  const { rows } = await owner.query<{ name: string; path: boolean }>(
    `select n.nspname || '.' || p.proname as name, coalesce(p.proconfig::text like '%search_path=%', false) as path
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
       and has_schema_privilege($1, n.oid, 'usage') and has_function_privilege($1, p.oid, 'execute')`,
    [APP_ROLE],
  );
  for (const { name, path } of rows) {
    if (!(name in ALLOWED_DEFINERS)) findings.push(`a security-definer function is open to the application: ${name}`);
    else if (!path) findings.push(`a security-definer function has no search_path of its own: ${name}`);
  }
  return findings;
}

/** Names of the columns behind numbers, in their order. */
function withColumns(query: string): string {
  return query.replace(
    /columns\((\w+\.\w+), (\w+\.\w+(?:::int2\[\])?)\)/g,
    '(select array_agg(a.attname order by u.place) from unnest($2) with ordinality as u(num, place) ' +
      'join pg_attribute a on a.attrelid = $1 and a.attnum = u.num)',
  );
}
