import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Kernel, PersonalDataDefinition } from '../../kernel/index.js';

type Registry = Kernel['registry'];

/** What one installed module declares of one table. */
export interface Registered {
  readonly module: string;
  readonly definition: PersonalDataDefinition;
}

/**
 * Every table with personal data: given the registry, of every installed module, also of those that the district has
 * off; given a context, of those that exist for the district.
 */
export function registeredTables({ plugins }: Pick<Registry, 'plugins'>): Registered[] {
  return plugins.flatMap(({ id, personalData }) =>
    (personalData ?? []).map((definition) => ({ module: id, definition })),
  );
}

/** Id of the member to whom a row belongs, for rows of the table under the alias `node`. */
export function personOf(registry: Registry, definition: PersonalDataDefinition, alias = 'node'): RawBuilder<string> {
  const column = sql.ref<string>(`${alias}.${definition.personColumn}`);
  if (definition.through === undefined) return column;
  const link = `${alias}_owner`;
  const owner = personOf(registry, definitionOf(registry, definition.through), link);
  return sql<string>`(select ${owner} from ${sql.table(definition.through)} as ${sql.raw(link)}
    where ${sql.ref(`${link}.id`)} = ${column})`;
}

/** The rows of one member. Written from the member's side, so that an index on the column serves it. */
export function rowsOf(
  registry: Registry,
  definition: PersonalDataDefinition,
  memberId: string,
  alias = 'node',
): Expression<SqlBool> {
  const column = sql.ref(`${alias}.${definition.personColumn}`);
  if (definition.through === undefined) return sql<SqlBool>`${column} = ${memberId}`;
  const link = `${alias}_owner`;
  return sql<SqlBool>`${column} in (select ${sql.ref(`${link}.id`)} from ${sql.table(definition.through)}
    as ${sql.raw(link)} where ${rowsOf(registry, definitionOf(registry, definition.through), memberId, link)})`;
}

function definitionOf(registry: Registry, table: string): PersonalDataDefinition {
  const found = registeredTables(registry).find(({ definition }) => definition.table === table);
  if (!found) throw new Error(`personal data leads through '${table}', which nobody registers`);
  return found.definition;
}
