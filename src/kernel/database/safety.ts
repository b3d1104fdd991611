import type { Pool } from 'pg';
import { APP_ROLE } from './connections.js';

/** The policy of protect_tenant_table and nothing beside it, as PostgreSQL writes it. */
const ON_DISTRICT = String.raw`^\(district_id = (app_district\(\)|\( SELECT app_district\(\) AS app_district\))\)$`;

/**
 * What would let a request see or change what its policies forbid. Empty = safe.
 * Looks at the role of the given connection and at every table it may touch.
 */
export async function unsafeFindings(pool: Pick<Pool, 'query'>): Promise<string[]> {
  const findings: string[] = [];
  const { rows: roles } = await pool.query<{ name: string; unsafe: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
            or exists (select 1 from pg_auth_members where member = pg_roles.oid) as unsafe
     from pg_roles where rolname = current_user`,
  );
  if (roles[0]?.unsafe) {
    findings.push(
      `the role '${roles[0].name}' is too powerful, or belongs to another role; connect the application as ${APP_ROLE}.`,
    );
  }
  const { rows: tables } = await pool.query<{ name: string; owned: boolean; global: boolean; scoped: boolean }>(`
    select c.relname as name,
           pg_get_userbyid(c.relowner) = current_user as owned,
           c.relkind in ('r', 'p') and coalesce(obj_description(c.oid, 'pg_class') like 'global:%', false) as global,
           c.relrowsecurity and c.relforcerowsecurity
             and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive)
             -- Permissive policies add up: one that is wider opens the table, whatever the others say.
             and not exists (
               select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive
                 and (coalesce(pg_get_expr(p.polqual, p.polrelid), '') !~ '${ON_DISTRICT}'
                      or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') !~ '${ON_DISTRICT}'))
             and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'district_id' and a.attnotnull) as scoped
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm', 'v', 'f')
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and has_schema_privilege(n.oid, 'usage')
      and (has_any_column_privilege(c.oid, 'select, insert, update') or has_table_privilege(c.oid, 'delete'))`);
  for (const table of tables) {
    if (table.owned) findings.push(`the application owns the table '${table.name}'; give it back to the owner.`);
    if (!table.global && !table.scoped) {
      findings.push(`the table '${table.name}' has no forced row-level security; call protect_tenant_table on it.`);
    }
  }
  const { rows: loose } = await pool.query<{ name: string }>(`
    select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and not coalesce(p.proconfig::text like '%search_path=%', false)
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and has_schema_privilege(n.oid, 'usage') and has_function_privilege(p.oid, 'execute')`);
  for (const { name } of loose) {
    findings.push(`the function '${name}' acts as its owner on a search_path of the caller's; give it one of its own.`);
  }
  return findings;
}
