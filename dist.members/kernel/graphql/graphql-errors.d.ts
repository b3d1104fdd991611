import { type ASTNode, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Locale } from '../bilingual.js';
import { Refusal } from '../errors/refusal.js';
/** A refusal as a GraphQL error: first problem as message, all of them under `extensions.problems` when several. */
export declare function refusalError(refusal: Refusal, locale: Locale, nodes?: readonly ASTNode[]): GraphQLError;
/**
 * The only door for errors to the outside: refusals in the caller's language, faults of the request in their own
 * words, everything else as INTERNAL with the request id and nothing of the inside.
 */
export declare function formatError(formatted: GraphQLFormattedError, error: unknown, locale: Locale, requestId: string, onInternal: (cause: unknown) => void): GraphQLFormattedError;
