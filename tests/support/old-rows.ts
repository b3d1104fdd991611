import type pg from 'pg';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

export interface ForeignKey {
  readonly target: string;
  readonly columns: readonly string[];
  readonly targetColumns: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly keys: readonly ForeignKey[];
  readonly checks: readonly string[];
}

/**
 * Puts a row of one district into every table in which it has none yet, whatever the tables are: required columns get a value
 * of their type (the first one allowed where a check lists values), foreign keys point to a row that exists.
 * Returns the tables that could be filled; a table whose checks are beyond this is left empty.
 */
export async function fillWithRows(owner: pg.Client, districtCode: string): Promise<string[]> {
  const tables = await readTables(owner);
  const { rows } = await owner.query<{ id: number }>('select id from districts where code = $1', [districtCode]);
  const districtId = rows[0]?.id;
  if (districtId === undefined) return [];
  await owner.query(`select set_config('app.district', $1, false)`, [String(districtId)]);
  const filled = new Set<string>();
  // A table may wait for one that it points to; each round fills what the round before made possible.
  for (let round = 0; round < tables.length; round += 1) {
    const before = filled.size;
    for (const table of tables) {
      if (!filled.has(table.name) && (await fill(owner, table, districtId))) filled.add(table.name);
    }
    if (filled.size === before) break;
  }
  return [...filled];
}

async function fill(owner: pg.Client, table: Table, districtId: number): Promise<boolean> {
  const { rows } = await owner.query(`select 1 from ${table.name} where ${inDistrict(table)} limit 1`, [districtId]);
  if (rows.length > 0) return true;
  const values: Record<string, unknown> = {};
  for (const column of table.columns) {
    if (column.optional) continue;
    values[column.name] = column.name === 'district_id' ? districtId : valueFor(column, table.checks);
  }
  for (const key of table.keys) {
    const required = key.columns.some((column) => column in values && column !== 'district_id');
    if (!required) continue;
    const own = key.targetColumns.includes('district_id') ? 'district_id = $1' : '$1::integer is not null';
    // The oldest, as whoever looks for some row of a type takes it; without an order it would be any.
    const target = key.targetColumns.join(', ');
    const found = await owner.query(`select ${target} from ${key.target} where ${own} order by ${target} limit 1`, [
      districtId,
    ]);
    if (found.rows.length === 0) return false;
    key.columns.forEach((column, index) => {
      values[column] = found.rows[0][key.targetColumns[index]!];
    });
  }
  const names = Object.keys(values);
  const slots = names.map((_, index) => `$${index + 1}`);
  try {
    await owner.query(
      `insert into ${table.name} (${names.join(', ')}) values (${slots.join(', ')})`,
      Object.values(values),
    );
    return true;
  } catch {
    return false;
  }
}

function inDistrict({ columns }: Table): string {
  return columns.some(({ name }) => name === 'district_id') ? 'district_id = $1' : '$1::integer is not null';
}

export function valueFor(column: Column, checks: readonly string[]): unknown {
  const listed = checks
    .filter((check) => check.startsWith(`CHECK ((${column.name} = ANY`))
    .map((check) => /'([^']+)'::text/.exec(check)?.[1])
    .find((value) => value !== undefined && /^[A-Z_]+$/.test(value));
  if (listed !== undefined) return listed;
  switch (column.type) {
    case 'uuid':
      return crypto.randomUUID();
    case 'date':
      return '2026-01-05';
    case 'timestamp with time zone':
      return '2026-01-05T08:00:00+08:00';
    case 'boolean':
      return false;
    case 'jsonb':
      return '{}';
    case 'bytea':
      return Buffer.from([1]);
    case 'text':
      return 'x';
    case 'xid8':
      return '1';
    default:
      return 1;
  }
}

export async function readTables(owner: pg.Client): Promise<Table[]> {
  const { rows } = await owner.query<Table>(`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
                'optional', not a.attnotnull or a.atthasdef or a.attidentity <> '' or a.attgenerated <> ''))
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select json_agg(json_build_object('target', k.confrelid::regclass::text,
                'columns', (select json_agg(a.attname order by u.place) from unnest(k.conkey) with ordinality u(num, place)
                              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num),
                'targetColumns', (select json_agg(a.attname order by u.place) from unnest(k.confkey) with ordinality u(num, place)
                              join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num)))
         from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'), '[]') as keys,
      coalesce((select json_agg(pg_get_constraintdef(k.oid)) from pg_constraint k
         where k.conrelid = c.oid and k.contype = 'c'), '[]') as checks
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'lianxin_migrations' order by c.relname`);
  return rows;
}
