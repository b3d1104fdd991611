import { getNamedType, type GraphQLSchema, isObjectType } from 'graphql';
import type pg from 'pg';
import { APP_ROLE } from '../../src/kernel/database/connections.js';
import { type PersonalDataDefinition, survivesErasure } from '../../src/kernel/index.js';
import { type Registry, tableOf } from '../../src/kernel/plugin/registry.js';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  /** Part of a foreign key. */
  readonly reference: boolean;
  readonly updatable: boolean;
  readonly deletable: boolean;
}

/** Say nothing by themselves, in every table. */
const SILENT = new Set(['id', 'district_id', 'version']);
/** Columns that name a person, whether or not a foreign key says so. */
const NAMES_A_PERSON = new Set(['member_id', 'person_id']);

/** Every column that leads to a person and is declared nowhere, and every declaration that fits nothing. */
export async function personalDataFindings(owner: pg.Client, { plugins }: Registry): Promise<string[]> {
  const columns = await readColumns(owner);
  const declared = plugins.flatMap(({ id, entities, personalData }) =>
    (personalData ?? []).map((definition) => ({ id, tables: (entities ?? []).map(tableOf), definition })),
  );
  const leading = await tablesOfPersons(owner, columns);
  const findings: string[] = [];
  for (const table of leading) {
    const definitions = declared.filter(({ definition }) => definition.table === table);
    if (definitions.length === 0) findings.push(`${table} leads to persons and stands in no personalData`);
    else
      findings.push(
        ...undeclared(
          columns,
          definitions.map(({ definition }) => definition),
        ),
      );
  }
  for (const { id, tables, definition } of declared) {
    if (!tables.includes(definition.table))
      findings.push(`${definition.table} is no table of '${id}', which declares it`);
    const through = definition.through;
    if (through && !declared.some((other) => other.definition.table === through)) {
      findings.push(`${definition.table} leads through ${through}, which stands in no personalData`);
    }
    findings.push(...misfits(columns, definition));
  }
  return [...new Set(findings)].sort();
}

/** How many columns the declarations say something about. */
export function declaredColumns({ plugins }: Registry): number {
  return plugins
    .flatMap(({ personalData }) => personalData ?? [])
    .reduce((sum, { columns, harmless }) => sum + Object.keys(columns).length + Object.keys(harmless ?? {}).length, 0);
}

/** Tables of which a row leads to a person: by foreign keys, of whatever length the way is, or by the name of a column. */
async function tablesOfPersons(owner: pg.Client, columns: readonly Column[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`
    with recursive way(oid) as (
      select 'members'::regclass::oid
      union select k.conrelid from pg_constraint k join way l on l.oid = k.confrelid where k.contype = 'f'
    ) select oid::regclass::text as name from way`);
  const named = columns.filter(({ name }) => NAMES_A_PERSON.has(name)).map(({ table }) => table);
  return [...new Set([...rows.map(({ name }) => name), ...named])].filter((table) => !KEYS.has(table)).sort();
}

/** Hold keys and nothing else; erasing a person destroys the rows, and nobody may read them in an export. */
const KEYS = new Set(['person_keys']);

function undeclared(columns: readonly Column[], definitions: readonly PersonalDataDefinition[]): string[] {
  const [{ table }] = definitions as [PersonalDataDefinition];
  const known = new Set(
    definitions.flatMap(({ columns, harmless, personColumn }) => [
      ...Object.keys(columns),
      ...Object.keys(harmless ?? {}),
      personColumn,
    ]),
  );
  return columns
    .filter(
      (column) => column.table === table && !column.reference && !SILENT.has(column.name) && !known.has(column.name),
    )
    .map(({ name }) => `${table}.${name} is neither personal nor harmless; declare it in personalData`);
}

/** What a declaration says that the catalogue does not bear out. */
function misfits(columns: readonly Column[], definition: PersonalDataDefinition): string[] {
  const { table, personColumn, harmless = {}, endedColumn, onErasure } = definition;
  const findings: string[] = [];
  const find = (name: string) => columns.find((column) => column.table === table && column.name === name);
  const named = [
    personColumn,
    ...Object.keys(definition.columns),
    ...Object.keys(harmless),
    endedColumn ?? personColumn,
  ];
  for (const name of named) if (!find(name)) findings.push(`${table}.${name} is declared and does not exist`);
  for (const [name, reason] of Object.entries(harmless)) {
    if (reason.trim().length < 5) findings.push(`${table}.${name} is called harmless without a reason`);
    if (name in definition.columns) findings.push(`${table}.${name} is called personal and harmless`);
  }
  for (const [name, column] of Object.entries(definition.columns)) {
    const found = find(name);
    if (!found) continue;
    if (column.kind !== 'plain' && found.type !== 'bytea') findings.push(`${table}.${name} is sealed and no bytea`);
    if (column.kind === 'sealed' && definition.through)
      findings.push(`${table}.${name} is sealed, so needs the person’s id`);
    const kept = onErasure === 'delete' || survivesErasure(name, column);
    if (!kept && !found.updatable)
      findings.push(`${table}.${name} cannot be cleared: the application may not update it`);
  }
  if (onErasure === 'delete' && !find(personColumn)?.deletable) {
    findings.push(`rows of ${table} cannot be erased: the application may not delete them`);
  }
  return findings;
}

/** Sealed columns that the graph shows: each under a field that exists, of the very table, of a scalar that masks. */
export function maskingFindings(schema: GraphQLSchema, { plugins }: Registry): string[] {
  const nodes = new Map(plugins.flatMap((plugin) => Object.entries(plugin.nodes ?? {})));
  return plugins.flatMap(({ personalData }) =>
    (personalData ?? []).flatMap(({ table, columns }) =>
      Object.entries(columns).flatMap(([column, what]) => {
        if (what.kind !== 'sealed' || !what.shownAs) return [];
        const [type = '', name = ''] = what.shownAs.split('.');
        const object = schema.getType(type);
        const field = isObjectType(object) ? object.getFields()[name] : undefined;
        if (nodes.get(type)?.table !== table) return [`${table}.${column}: ${type} is no node with rows in ${table}`];
        if (!field) return [`${table}.${column}: there is no field ${what.shownAs}`];
        const masked = getNamedType(field.type).extensions.masked === true;
        return masked ? [] : [`${what.shownAs} shows ${table}.${column} without a mask`];
      }),
    ),
  );
}

async function readColumns(owner: pg.Client): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `select c.relname::text as table, a.attname::text as name, format_type(a.atttypid, null) as type,
            exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)) as reference,
            has_column_privilege($1, c.oid, a.attnum, 'update') as updatable,
            has_table_privilege($1, c.oid, 'delete') as deletable
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
    [APP_ROLE],
  );
  return rows;
}
