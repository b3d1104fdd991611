import { type GraphQLSchema } from 'graphql';
/**
 * Puts the declared permission in front of every guarded field, and turns refusals of mutations into `userErrors`.
 * Works on the built schema, so that no resolver can leave it out.
 */
export declare function guardFields(schema: GraphQLSchema): void;
