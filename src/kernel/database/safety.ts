import type { Pool } from 'pg';
import { APP_ROLE } from './connections.js';

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
           coalesce(obj_description(c.oid, 'pg_class') like 'global:%', false) as global,
           c.relrowsecurity and c.relforcerowsecurity
             and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polqual is not null and p.polwithcheck is not null)
             and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'district_id' and a.attnotnull) as scoped
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm', 'v', 'f') and n.nspname = 'public'
      and (has_any_column_privilege(c.oid, 'select, insert, update') or has_table_privilege(c.oid, 'delete'))`);
  for (const table of tables) {
    if (table.owned) findings.push(`the application owns the table '${table.name}'; give it back to the owner.`);
    if (!table.global && !table.scoped) {
      findings.push(`the table '${table.name}' has no forced row-level security; call protect_tenant_table on it.`);
    }
  }
  return findings;
}
