import { type GraphQLInterfaceType, type GraphQLSchema, isObjectType } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { schemaOwnership } from '../plugin/schema-ownership.js';
import type { Registry } from '../plugin/registry.js';
import type { Page } from './connections.js';
import { toGlobalId } from './global-id.js';
import { FieldPermissions } from './field-permissions.js';
import { guardFields } from './guards.js';
import { finishOneOfs } from './one-of.js';
import { showSealedFields } from './sealed-fields.js';

/** The schema with everything installed in it, and who brought which part. Built once per process. */
export interface Superset {
  readonly schema: GraphQLSchema;
  /** Which field needs which permission, and where its rows are. */
  readonly fields: FieldPermissions;
  /** Owner of an object, interface, union, enum or input type by name; `undefined` for built-in scalars. */
  ownerOfType(name: string): string | undefined;
  /** Owner of a field of an object or interface type; `null` for one left behind by a plugin not installed here. */
  ownerOfField(type: string, field: string): string | null;
}

/** The schema of everything installed, with a guard in front of every field that needs one. */
export function buildSuperset(registry: Registry): Superset {
  const superset = assembleSuperset(registry);
  guardFields(superset.schema, superset.fields);
  return superset;
}

/** The same before the guards stand: nothing that serves anybody may start from here. */
export function assembleSuperset(registry: Registry): Superset {
  const resolvers = registry.plugins.flatMap((plugin) => [...(plugin.resolvers ?? [])]);
  const schema = buildSchemaSync({ resolvers: resolvers as NonEmptyArray<Function>, validate: false });
  const { types, addedFields, rootFields, strayFields } = schemaOwnership(registry.plugins);
  const ownerOfName = new Map([...types.values()].map(({ name, owner }) => [name, owner]));
  const superset: Superset = {
    schema,
    fields: new FieldPermissions(schema, registry),
    ownerOfType: (name) => ownerOfName.get(name),
    ownerOfField: (type, field) => {
      const key = `${type}.${field}`;
      if (strayFields.has(key)) return null;
      return rootFields.get(key) ?? addedFields.get(key) ?? ownerOfName.get(type) ?? null;
    },
  };
  finishNodes(schema);
  finishConnections(schema);
  finishOneOfs(schema);
  showSealedFields(schema, registry);
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
