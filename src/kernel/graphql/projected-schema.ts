import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Projection } from './projection.js';

type TypeMap = Record<string, GraphQLNamedType>;
type Implementations = ReturnType<GraphQLSchema['getImplementations']>;

/**
 * The schema of a projection. Types come into being when somebody asks for them: the library's own constructor walks
 * through all fields of all types, which takes longer than everything else, and most operations need a handful of them.
 * https://github.com/graphql/graphql-js/blob/16.x.x/src/type/schema.ts
 */
export class ProjectedSchema extends GraphQLSchema {
  readonly #projection: Projection;
  #types: TypeMap | undefined;
  #implementations: Map<string, { objects: GraphQLObjectType[]; interfaces: GraphQLInterfaceType[] }> | undefined;

  constructor(projection: Projection) {
    // The superset is checked once, and what is left of it here is valid by construction, which a contract test checks.
    super({ directives: projection.all.schema.getDirectives(), assumeValid: true });
    this.#projection = projection;
  }

  #root(kind: 'query' | 'mutation' | 'subscription'): GraphQLObjectType | undefined {
    const place = this.#projection.all.roots[kind];
    if (place === undefined || !this.#projection.has(place)) return undefined;
    return this.#projection.typeAt(place) as GraphQLObjectType;
  }

  override getQueryType(): GraphQLObjectType | undefined {
    return this.#root('query');
  }

  override getMutationType(): GraphQLObjectType | undefined {
    return this.#root('mutation');
  }

  override getSubscriptionType(): GraphQLObjectType | undefined {
    return this.#root('subscription');
  }

  override getTypeMap(): TypeMap {
    if (!this.#types) {
      // The library has put in what every schema has.
      this.#types = super.getTypeMap();
      for (const place of this.#projection.reachable()) {
        const type = this.#projection.typeAt(place);
        this.#types[type.name] = type;
      }
    }
    return this.#types;
  }

  override getImplementations(interfaceType: GraphQLInterfaceType): Implementations {
    if (!this.#implementations) {
      this.#implementations = new Map();
      for (const type of Object.values(this.getTypeMap())) {
        if (!isObjectType(type) && !isInterfaceType(type)) continue;
        for (const { name } of type.getInterfaces()) {
          const known = this.#implementations.get(name) ?? { objects: [], interfaces: [] };
          this.#implementations.set(name, known);
          if (isObjectType(type)) known.objects.push(type);
          else known.interfaces.push(type);
        }
      }
    }
    return this.#implementations.get(interfaceType.name) ?? { objects: [], interfaces: [] };
  }
}
