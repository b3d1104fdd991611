import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { PersonalDataDefinition, RequestContext } from '../../src/kernel/index.js';
import { readTables, type Table, valueFor } from './old-rows.js';

/** What was written about a person and has to be found in the export, and nowhere after the erasure. */
export interface Canaries {
  readonly texts: Set<string>;
  /** Tables that hold rows of the person now. */
  readonly tables: Set<string>;
}

/**
 * Puts a row of one person into every registered table that has none of them yet: personal texts and sealed values are
 * canaries, everything else a value of its type, references lead to the person's own rows where there are some.
 * Returns the tables that could not be filled, each with the reason.
 */
export async function fillForPerson(
  owner: pg.Client,
  ctx: RequestContext,
  memberId: string,
  canaries: Canaries,
): Promise<string[]> {
  const tables = new Map((await readTables(owner)).map((table) => [table.name, table]));
  const left: string[] = [];
  for (const definition of ctx.kernel.registry.plugins.flatMap(({ personalData }) => personalData ?? [])) {
    const { table, through } = definition;
    const keeper = through ? await ownRow(owner, ctx, through, memberId) : memberId;
    if (!keeper) {
      left.push(`${table}: no row in ${through}`);
      continue;
    }
    if (!(await rowOf(owner, definition, keeper))) {
      const problem = await insertRow(owner, ctx, tables.get(table)!, definition, keeper, memberId, canaries);
      if (problem) left.push(`${table}: ${problem}`);
    }
    canaries.tables.add(table);
  }
  return left;
}

async function rowOf(owner: pg.Client, { table, personColumn }: PersonalDataDefinition, keeper: string) {
  const { rows } = await owner.query(`select id from ${table} where ${personColumn} = $1 limit 1`, [keeper]);
  return rows[0]?.id as string | undefined;
}

/** A row of the person in a table that others lead through. */
function ownRow(owner: pg.Client, ctx: RequestContext, table: string, memberId: string): Promise<string | undefined> {
  const definition = ctx.kernel.registry.plugins
    .flatMap(({ personalData }) => personalData ?? [])
    .find((candidate) => candidate.table === table);
  return definition ? rowOf(owner, definition, memberId) : Promise.resolve(undefined);
}

async function insertRow(
  owner: pg.Client,
  ctx: RequestContext,
  table: Table,
  definition: PersonalDataDefinition,
  keeper: string,
  memberId: string,
  canaries: Canaries,
): Promise<string | undefined> {
  const id = uuidv7();
  const values: Record<string, unknown> = {};
  for (const column of table.columns) {
    if (!column.optional) values[column.name] = sampleFor(table, column);
  }
  Object.assign(values, { id, district_id: ctx.district.id, [definition.personColumn]: keeper });
  for (const [column, what] of Object.entries(definition.columns)) {
    const listed = table.checks.some((check) => check.includes(`(${column} = ANY`) || check.includes(`(${column} ~`));
    const type = table.columns.find(({ name }) => name === column)?.type;
    const canary = `canary-${memberId.slice(-6)}-${column}`;
    if (what.kind === 'sealed') {
      const place = { table: table.name, column, rowId: id, personId: memberId };
      values[column] = await ctx.transaction((tx) => tx.kernel.vault.seal(tx, place, canary));
      if (!what.key) canaries.texts.add(canary);
    } else if (what.kind === 'plain' && typeof what.erased !== 'object' && type === 'text' && !listed) {
      values[column] = canary;
      canaries.texts.add(canary);
    }
  }
  for (const key of table.keys) await followKey(owner, ctx, values, key, memberId);
  try {
    const names = Object.keys(values);
    await sql`
      insert into ${sql.table(table.name)} (${sql.join(names.map((name) => sql.ref(name)))})
      values (${sql.join(names.map((name) => sql`${values[name]}`))})
    `.execute(ctx.sql);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Values that no type tells: one of a list of which only one row may have the first, a name of the graph. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  'organization_officers.role': 'COMMITTEE_MEMBER',
  'attachments.owner_type': 'Member',
};

function sampleFor(table: Table, column: Table['columns'][number]): unknown {
  const sample = SAMPLES[`${table.name}.${column.name}`];
  if (sample !== undefined) return sample;
  if (column.type.endsWith('[]')) return '{}';
  const checked = table.checks.some(
    (check) => check.includes(`(${column.name} `) || check.includes(`(${column.name})`),
  );
  if (column.type === 'text' && !checked) return `x${randomBytes(4).toString('hex')}`;
  // Digests are unique, and as long as SHA-256 makes them.
  return column.type === 'bytea' ? randomBytes(32) : valueFor(column, table.checks);
}

/** Fills a reference with a row that exists, the person's own where the target has one. */
async function followKey(
  owner: pg.Client,
  ctx: RequestContext,
  values: Record<string, unknown>,
  key: Table['keys'][number],
  memberId: string,
): Promise<void> {
  const open = key.columns.filter((column) => column in values && column !== 'district_id');
  if (open.length === 0 || open.some((column) => values[column] === memberId)) return;
  const own = await ownRow(owner, ctx, key.target, memberId);
  const { rows } = await owner.query(
    `select ${key.targetColumns.join(', ')} from ${key.target} where ${own ? 'id = $1' : 'district_id = $1'} limit 1`,
    [own ?? ctx.district.id],
  );
  key.columns.forEach((column, index) => {
    if (rows[0] && column !== 'district_id') values[column] = rows[0][key.targetColumns[index]!];
  });
}

/** Every table of the database, of whatever schema, in which one of these texts stands, as text or as bytes. */
export async function tablesWith(owner: pg.Client, texts: Iterable<string>): Promise<string[]> {
  const needles = [...texts].flatMap((text) => [text, Buffer.from(text).toString('hex')]);
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hit = await owner.query(
      `select needle from unnest($1::text[]) as needle
       where exists (select from ${name} as row where position(needle in row::text) > 0) limit 1`,
      [needles],
    );
    if (hit.rows.length > 0) found.push(name);
  }
  return found.sort();
}
