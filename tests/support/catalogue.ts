import type pg from 'pg';

/** Table or function -> everything the catalogue says about its shape. */
export type Catalogue = ReadonlyMap<string, string>;

/** The shape of all tables and functions of the schema public: columns, constraints, indexes, policies, triggers, rights. */
export async function readCatalogue(owner: pg.Client): Promise<Catalogue> {
  const { rows } = await owner.query<{ name: string; shape: string }>(`
    select 'table ' || c.relname as name, json_build_object(
      'kind', c.relkind, 'rls', c.relrowsecurity and c.relforcerowsecurity, 'acl', c.relacl::text,
      'columns', (select json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                   pg_get_expr(d.adbin, d.adrelid), a.attacl::text) order by a.attnum)
                  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
      'constraints', (select json_agg(json_build_array(conname, pg_get_constraintdef(oid)) order by conname)
                      from pg_constraint where conrelid = c.oid),
      'indexes', (select json_agg(pg_get_indexdef(indexrelid) order by indexrelid) from pg_index where indrelid = c.oid),
      'policies', (select json_agg(json_build_array(polname, polcmd, pg_get_expr(polqual, polrelid),
                    pg_get_expr(polwithcheck, polrelid)) order by polname) from pg_policy where polrelid = c.oid),
      'triggers', (select json_agg(pg_get_triggerdef(oid) order by tgname) from pg_trigger
                   where tgrelid = c.oid and not tgisinternal),
      'comment', obj_description(c.oid, 'pg_class'))::text as shape
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relname not like 'lianxin_migrations%'
      and not exists (select 1 from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype in ('e', 'i', 'a'))
    union all
    select 'function ' || p.proname, json_agg(json_build_array(pg_get_function_identity_arguments(p.oid), md5(p.prosrc),
      p.prosecdef, p.proacl::text) order by p.oid)::text
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and not exists (select 1 from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'e')
    group by p.proname`);
  return new Map(rows.map(({ name, shape }) => [name, shape]));
}

/** What differs between two states: `table members`, `function app_district`, … */
export function changedObjects(before: Catalogue, after: Catalogue): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .sort();
}

/** Rows per table, so that a lost row is seen. */
export async function countRows(owner: pg.Client, catalogue: Catalogue): Promise<Record<string, number>> {
  const tables = [...catalogue]
    .filter(([name, shape]) => name.startsWith('table ') && shape.includes('"kind" : "r"'))
    .map(([name]) => name.slice('table '.length));
  if (tables.length === 0) return {};
  const counted = tables.map((table) => {
    // What is refused changes nothing but leaves a trace, on purpose.
    const rows = table === 'audit_records' ? `${table} where verb <> 'REFUSED'` : table;
    return `select '${table}' as name, count(*)::int as total from ${rows}`;
  });
  const { rows } = await owner.query<{ name: string; total: number }>(counted.join(' union all '));
  return Object.fromEntries(rows.map(({ name, total }) => [name, total]));
}
