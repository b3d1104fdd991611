import { APP_ROLE } from './connections.js';
/**
 * What would let a request see or change what its policies forbid. Empty = safe.
 * Looks at the role of the given connection and at every table it may touch.
 */
export async function unsafeFindings(pool) {
    const findings = [];
    const { rows: roles } = await pool.query(`select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as unsafe
     from pg_roles where rolname = current_user`);
    if (roles[0]?.unsafe) {
        findings.push(`the role '${roles[0].name}' is too powerful; connect the application as ${APP_ROLE}.`);
    }
    const { rows: tables } = await pool.query(`
    select c.relname as name,
           pg_get_userbyid(c.relowner) = current_user as owned,
           coalesce(obj_description(c.oid, 'pg_class') like 'global:%', false) as global,
           c.relrowsecurity and c.relforcerowsecurity
             and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polqual is not null and p.polwithcheck is not null)
             and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'district_id' and a.attnotnull) as scoped
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm', 'v') and n.nspname = 'public'
      and has_table_privilege(c.oid, 'select, insert, update, delete')`);
    for (const table of tables) {
        if (table.owned)
            findings.push(`the application owns the table '${table.name}'; give it back to the owner.`);
        if (!table.global && !table.scoped) {
            findings.push(`the table '${table.name}' has no forced row-level security; call protect_tenant_table on it.`);
        }
    }
    return findings;
}
//# sourceMappingURL=safety.js.map