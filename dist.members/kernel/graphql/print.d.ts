import { type GraphQLSchema } from 'graphql';
import type { Superset } from './superset.js';
/** A schema in its definition language, sorted, so that two prints differ only where the graphs differ. */
export declare function printSorted(schema: GraphQLSchema): string;
/** The text of `schema.graphql`. */
export declare function printSuperset({ schema }: Superset): string;
