import { GraphQLSchema } from 'graphql';
import type { Superset } from './superset.js';
/**
 * Derives the schema of one set of modules: fields and types of other modules, and what only they reach, do not exist
 * in it. Object, interface and union types are made anew; scalars, enums, inputs and resolvers are shared.
 */
export declare function projectSchema({ schema, ownerOfType, ownerOfField }: Superset, modules: ReadonlySet<string>): GraphQLSchema;
