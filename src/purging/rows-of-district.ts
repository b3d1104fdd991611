import type pg from 'pg';
import type { District } from '../kernel/index.js';
import type { Belonging } from './belongings.js';

const ROWS_AT_ONCE = 1_000;

/** Which rows are meant. The district is said in words, because policies do not hold for a superuser. */
function condition({ id }: District, { where }: Belonging): string {
  return `t.district_id = ${id}${where ? ` and (${where})` : ''}`;
}

export async function count(owner: pg.Client, district: District, belonging: Belonging): Promise<number> {
  const found = await owner.query<{ total: number }>(
    `select count(*)::int as total from ${belonging.table} as t where ${condition(district, belonging)}`,
    [...(belonging.values ?? [])],
  );
  return found.rows[0]!.total;
}

/** Keys of contents that are stored outside the database. */
export async function contentKeys(owner: pg.Client, district: District, belonging: Belonging): Promise<string[]> {
  if (!belonging.contentKey) return [];
  const found = await owner.query<{ key: string | null }>(
    `select ${belonging.contentKey} as key from ${belonging.table} as t where ${condition(district, belonging)} order by 1`,
    [...(belonging.values ?? [])],
  );
  return found.rows.flatMap(({ key }) => (key === null ? [] : [key]));
}

/** The rows as JSON, one a line, read through a cursor so that a large table needs no more memory than a small one. */
export async function* linesOf(owner: pg.Client, district: District, belonging: Belonging): AsyncGenerator<string> {
  await owner.query(
    `declare belongings no scroll cursor for
     select to_jsonb(t)::text as line from ${belonging.table} as t where ${condition(district, belonging)}`,
    [...(belonging.values ?? [])],
  );
  for (;;) {
    const page = await owner.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from belongings`);
    if (page.rows.length > 0) yield `${page.rows.map(({ line }) => line).join('\n')}\n`;
    if (page.rows.length < ROWS_AT_ONCE) break;
  }
  await owner.query('close belongings');
}

export async function remove(owner: pg.Client, district: District, belonging: Belonging): Promise<void> {
  const { table, values } = belonging;
  await owner.query(`delete from ${table} as t where ${condition(district, belonging)}`, [...(values ?? [])]);
}
