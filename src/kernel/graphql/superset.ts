import { type GraphQLInterfaceType, type GraphQLSchema, isObjectType } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { type Registry, RegistryError } from '../plugin/registry.js';
import { additionProblems } from './addition-problems.js';
import type { Page } from './connections.js';
import { finishDeprecations } from './deprecation.js';
import { withAdditions } from './extending.js';
import { FieldPermissions } from './field-permissions.js';
import { toGlobalId } from './global-id.js';
import { addedInputs } from './added-inputs.js';
import { guardFields } from './guards.js';
import { finishOneOfs } from './one-of.js';
import { SchemaParts } from './schema-parts.js';
import { showSealedFields } from './sealed-fields.js';
import { assertSound } from './sound-schema.js';

/** The schema with everything installed in it, and who brought which part. Built once per process. */
export interface Superset {
  readonly schema: GraphQLSchema;
  /** What districts' schemas are put together from. */
  readonly parts: SchemaParts;
  /** Which field needs which permission, and where its rows are. */
  readonly fields: FieldPermissions;
  /** Owner of an object, interface, union, enum or input type by name; `undefined` for built-in scalars. */
  ownerOfType(name: string): string | undefined;
  /**
   * Owner of a field of an object, interface or input type, or of a value of an enum; `null` for one left behind by a
   * plugin not installed here.
   */
  ownerOfField(type: string, field: string): string | null;
}

/** The schema of everything installed, with a guard in front of every field that needs one. */
export function buildSuperset(registry: Registry): Superset {
  const superset = assembleSuperset(registry);
  guardFields(superset.schema, superset.fields, addedInputs(superset, registry));
  return superset;
}

/** The same before the guards stand: nothing that serves anybody may start from here. */
export function assembleSuperset(registry: Registry): Superset {
  const resolvers = registry.plugins.flatMap((plugin) => [...(plugin.resolvers ?? [])]);
  const added = registry.plugins.flatMap(({ inputFields }) => Object.values(inputFields ?? {}));
  const built = buildSchemaSync({
    resolvers: resolvers as NonEmptyArray<Function>,
    orphanedTypes: added.map(({ fields }) => fields),
    validate: false,
    // The builder would introspect it, which takes ten times as long as assertSound below.
    skipCheck: true,
  });
  const { types, members, strayFields } = registry.ownership;
  const schema = withAdditions(built, registry.plugins);
  assertSound(schema);
  const ownerOfName = new Map([...types.values()].map(({ name, owner }) => [name, owner]));
  const ownerOfType = (name: string) => ownerOfName.get(name);
  const ownerOfField = (type: string, field: string): string | null => {
    const key = `${type}.${field}`;
    if (strayFields.has(key)) return null;
    return members.get(key) ?? ownerOfName.get(type) ?? null;
  };
  finishNodes(schema);
  finishConnections(schema);
  finishOneOfs(schema);
  finishDeprecations(schema);
  showSealedFields(schema, registry);
  const superset: Superset = {
    schema,
    parts: new SchemaParts(schema, { ownerOfType, ownerOfField }, registry.plugins),
    fields: new FieldPermissions(schema, registry),
    ownerOfType,
    ownerOfField,
  };
  const problems = additionProblems(superset, registry);
  if (problems.length > 0) throw new RegistryError(problems);
  return superset;
}

/** Nodes: rows carry the bare uuid, the graph shows the global id; rows name their own type. */
function finishNodes(schema: GraphQLSchema): void {
  const node = schema.getType('Node') as GraphQLInterfaceType;
  // The builder's own function is asynchronous, which the compiled executor would have to wait for on every row.
  node.resolveType = (row: { __typename: string }) => row.__typename;
  for (const type of schema.getPossibleTypes(node)) {
    const id = type.getFields().id;
    if (id) id.resolve = (row: { id: string }) => toGlobalId(type.name, row.id);
  }
}

/** Lists: the total is counted only when asked for. */
function finishConnections(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.name.endsWith('Connection')) continue;
    const total = type.getFields().totalCount;
    if (total) total.resolve = (page: Page<unknown>) => page.totalCount();
  }
}
