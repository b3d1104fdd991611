import { type GraphQLSchema } from 'graphql';
import type { Registry } from '../plugin/registry.js';
/** The schema with everything installed in it, and who brought which part. Built once per process. */
export interface Superset {
    readonly schema: GraphQLSchema;
    /** Owner of an object, interface, union, enum or input type by name; `undefined` for built-in scalars. */
    ownerOfType(name: string): string | undefined;
    /** Owner of a field of an object or interface type; `null` for one left behind by a plugin not installed here. */
    ownerOfField(type: string, field: string): string | null;
}
export declare function buildSuperset(registry: Registry): Superset;
