import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { assertHolds, holdsInDistrict } from '../access/principal.js';
import type { RequestContext } from '../context.js';
import type { NodeSource, Reach } from '../database/node-source.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';
import type { Registry } from '../plugin/registry.js';
import type { GuardExtensions } from './permission.js';

/** One field of the graph as something that may be read, or not. */
export interface ReadableField {
  readonly type: string;
  readonly field: string;
  /** The permission it needs on the row, beside seeing the row; `undefined` when seeing the row is enough. */
  readonly permission: string | undefined;
  /** True when nobody ever gets its value through the graph, only a mask of it. */
  readonly masked: boolean;
  /** Where the rows of its type are; `undefined` when the type is no node. */
  readonly source: NodeSource | undefined;
}

/** Which field of which type needs which permission, as the resolvers declare it; for every way in which rows are read. */
export class FieldPermissions {
  readonly #sources: ReadonlyMap<string, NodeSource>;
  readonly #typeOf: ReadonlyMap<NodeSource, string>;
  /** Properties of entities, with the types that show their rows. */
  readonly #entities: ReadonlyMap<string, { readonly properties: ReadonlySet<string>; readonly types: string[] }>;

  constructor(
    readonly schema: GraphQLSchema,
    registry: Registry,
  ) {
    this.#sources = new Map(registry.plugins.flatMap((plugin) => Object.entries(plugin.nodes ?? {})));
    this.#typeOf = new Map([...this.#sources].map(([type, source]) => [source, type]));
    const typesByTable = Map.groupBy([...this.#sources.keys()], (type) => this.#sources.get(type)!.table);
    this.#entities = new Map(
      registry.plugins
        .flatMap((plugin) => [...(plugin.entities ?? [])])
        .map(({ meta }) => [
          meta.className,
          {
            properties: new Set(Object.keys(meta.properties)),
            types: [...new Set([meta.className, ...(typesByTable.get(meta.tableName) ?? [])])],
          },
        ]),
    );
  }

  /** A field by its type and name; `undefined` when the graph has no such field. */
  of(type: string, field: string): ReadableField | undefined {
    const found = this.fieldOf(type, field);
    if (!found) return undefined;
    const { permission } = found.extensions as GuardExtensions;
    return {
      type,
      field,
      permission: permission === 'public' || permission === 'signed-in' ? undefined : permission,
      masked: getNamedType(found.type).extensions.masked === true,
      source: this.#sources.get(type),
    };
  }

  /** The type whose rows a source has; `undefined` when it is none of the graph's nodes. */
  typeOf(source: NodeSource): string | undefined {
    return this.#typeOf.get(source);
  }

  sourceOf(type: string): NodeSource | undefined {
    return this.#sources.get(type);
  }

  /** The values of a type that need a permission. */
  guardedValues(type: string): ReadableField[] {
    const found = this.schema.getType(type);
    if (!isObjectType(found)) return [];
    return Object.values(found.getFields()).flatMap((field) => {
      const readable = this.of(type, field.name);
      return readable?.permission !== undefined && isLeafType(getNamedType(field.type)) ? [readable] : [];
    });
  }

  /**
   * The fields of the graph that may show a property of an entity, whatever the type is called: the one of its name, the
   * object it leads to, or, where the graph has neither, every guarded value that is no property of the entity itself.
   */
  showing(entity: string, property: string): ReadableField[] {
    const { properties, types } = this.#entities.get(entity) ?? { properties: new Set(), types: [entity] };
    return types.flatMap((type) => {
      const beyond = property.endsWith('Id') ? this.of(type, property.slice(0, -2)) : undefined;
      const named = [this.of(type, property), beyond].filter((field) => field !== undefined);
      return named.length > 0 ? named : this.guardedValues(type).filter(({ field }) => !properties.has(field));
    });
  }

  fieldOf(type: string, field: string): GraphQLField<unknown, unknown> | undefined {
    const found = this.schema.getType(type);
    return isObjectType(found) || isInterfaceType(found) ? found.getFields()[field] : undefined;
  }
}

/** On which rows a field is open to the caller: on all it sees (`true`), on none (`false`), or on those of a condition. */
function openRows(ctx: RequestContext, { permission, masked, source }: ReadableField): ReturnType<Reach> {
  if (masked) return false;
  if (permission === undefined) return true;
  if (source) return source.reach(ctx, permission);
  return holdsInDistrict(ctx.principal, permission);
}

/**
 * Whether a property of an entity is open to the caller on every row, also on rows that are gone. For what shows values
 * apart from their rows: histories.
 */
export function isOpenEverywhere(ctx: RequestContext, entity: string, property: string): boolean {
  return ctx.kernel.fields
    .showing(entity, property)
    .every(
      ({ permission, masked }) => !masked && (permission === undefined || holdsInDistrict(ctx.principal, permission)),
    );
}

/** The rows on which a field is open, when there may be any. Errors: UNAUTHENTICATED, SECOND_FACTOR_REQUIRED, FORBIDDEN. */
export function openTo(ctx: RequestContext, field: ReadableField): Exclude<ReturnType<typeof openRows>, false> {
  if (field.permission !== undefined) assertHolds(ctx.principal, field.permission);
  const rows = openRows(ctx, field);
  if (rows === false) {
    const permission = field.permission ?? `${field.type}.${field.field}`;
    throw refuse(kernelErrors.FORBIDDEN, { details: { permission } });
  }
  return rows;
}
