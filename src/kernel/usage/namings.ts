import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Superset } from '../graphql/superset.js';
import type { Registry } from '../plugin/registry.js';
import { namedInValue, type WatchedVariable, watchedVariables } from './named-in-values.js';
import { type NamedPart, namedParts } from './named-parts.js';
import { MAX_FIELDS } from './operation-use.repository.js';

/** One operation that is about to run, parsed and validated on the schema. */
export interface UsedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Hash of the source text. */
  readonly hash: string;
}

/** Coordinates by the id of the module that they count for. */
export type NamedByModule = ReadonlyMap<string, readonly string[]>;

interface Naming {
  readonly byModule: NamedByModule;
  /** Variables whose values may name more. */
  readonly variables: readonly WatchedVariable[];
}

/**
 * What operations name of modules that can be switched, and of what is deprecated, whoever owns it. Worked out once per
 * operation of a document: a document belongs to one graph, which parses and validates it once.
 */
export class Namings {
  readonly #known = new WeakMap<OperationDefinitionNode, Naming>();
  /** One text for each coordinate of the graph, whatever number of documents names it. */
  readonly #coordinates = new Map<string, string>();

  constructor(
    readonly registry: Pick<Registry, 'get'>,
    readonly superset: Pick<Superset, 'ownerOfType' | 'ownerOfField'>,
  ) {}

  of(used: UsedOperation): NamedByModule {
    const { byModule, variables } = this.#naming(used);
    if (variables.length === 0) return byModule;
    const named = new Map<string, string[]>();
    for (const [module, fields] of byModule) named.set(module, [...fields]);
    for (const { name, type } of variables) namedInValue(type, used.variables[name], (part) => this.#sort(part, named));
    return named;
  }

  #naming({ schema, document, operation }: UsedOperation): Naming {
    const known = this.#known.get(operation);
    if (known) return known;
    const byModule = new Map<string, string[]>();
    for (const part of namedParts(schema, document, operation)) this.#sort(part, byModule);
    const variables = watchedVariables(schema, operation, (part) => this.#saysMoreThanItsType(part));
    const naming = { byModule, variables };
    this.#known.set(operation, naming);
    return naming;
  }

  #sort(part: NamedPart, byModule: Map<string, string[]>): void {
    const module = this.#moduleOf(part);
    if (module === undefined) return;
    const fields = byModule.get(module) ?? [];
    byModule.set(module, fields);
    if (fields.length >= MAX_FIELDS || fields.includes(part.coordinate)) return;
    const coordinate = this.#coordinates.get(part.coordinate) ?? part.coordinate;
    this.#coordinates.set(coordinate, coordinate);
    fields.push(coordinate);
  }

  /** The module for which a part is counted, if it is: its owner, when that can be switched or the part is deprecated. */
  #moduleOf({ type, member, deprecated }: NamedPart): string | undefined {
    const { superset, registry } = this;
    const owner = member === undefined ? superset.ownerOfType(type) : superset.ownerOfField(type, member);
    if (owner == null) return undefined;
    return deprecated || registry.get(owner)?.core === false ? owner : undefined;
  }

  /** Naming a variable's type counts already; what others have added to it counts where it is given. */
  #saysMoreThanItsType(part: NamedPart): boolean {
    const module = this.#moduleOf(part);
    return module !== undefined && (part.deprecated || module !== this.superset.ownerOfType(part.type));
  }
}
