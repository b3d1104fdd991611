import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Locale } from '../bilingual.js';
/** A page has 1 to 100 entries. Source: the graph's conventions. */
export declare const MAX_PAGE = 100;
/**
 * Checks every list of an operation, with its variables, before anything runs: exactly one of `first` and `last`,
 * between 1 and 100. Fragments are looked at once each, so the time is linear in the document.
 */
export declare function pageErrors(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>, locale: Locale): GraphQLError[];
