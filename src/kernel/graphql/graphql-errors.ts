import { type ASTNode, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Locale } from '../bilingual.js';
import { mapDatabaseError } from '../database/database-errors.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { describeProblem, Refusal, refuse } from '../errors/refusal.js';

/** A refusal as a GraphQL error: first problem as message, all of them under `extensions.problems` when several. */
export function refusalError(refusal: Refusal, locale: Locale, nodes?: readonly ASTNode[]): GraphQLError {
  const [first, ...rest] = refusal.problems.map((problem) => describeProblem(problem, locale));
  const { code, message, retryable, details } = first!;
  return new GraphQLError(message, {
    nodes,
    originalError: refusal,
    extensions: {
      code,
      retryable,
      ...(details && { details }),
      ...(rest.length > 0 && { problems: [first, ...rest] }),
      http: { status: refusal.problems[0].error.httpStatus },
    },
  });
}

/** Codes of graphql-js and Apollo that a caller may see as they are: faults of the request, told in its own words. */
const REQUEST_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'INVALID_VALUE',
]);

/**
 * The only door for errors to the outside: refusals in the caller's language, faults of the request in their own
 * words, everything else as INTERNAL with the request id and nothing of the inside.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  locale: Locale,
  requestId: string,
  onInternal: (cause: unknown) => void,
): GraphQLFormattedError {
  const cause = mapDatabaseError(rootCause(error));
  const { locations, path } = formatted;
  if (cause instanceof Refusal) {
    const { message, extensions } = refusalError(cause, locale);
    const { http: _, ...visible } = extensions;
    return { message, locations, path, extensions: { ...visible, requestId } };
  }
  const code = formatted.extensions?.code;
  if (typeof code === 'string' && REQUEST_FAULTS.has(code)) {
    return { message: withoutValues(formatted.message, cause), locations, path, extensions: { code, requestId } };
  }
  onInternal(cause);
  const internal = refusalError(refuse(kernelErrors.INTERNAL), locale);
  const { http: _, ...visible } = internal.extensions;
  return { message: internal.message, locations, path, extensions: { ...visible, requestId } };
}

/**
 * graphql-js repeats a variable's value in its message; it may be somebody's ID number, and messages end up in logs.
 * Shape of such a message: `Variable "$id" got invalid value <value>; <reason>`. The reason alone is the cause's, and
 * the built-in scalars repeat the value in it once more. Both are cut by place: the value may be long, and hold anything.
 */
function withoutValues(message: string, cause: unknown): string {
  const at = message.indexOf(' got invalid value ');
  if (at < 0) return message;
  const reason =
    cause instanceof GraphQLError && cause.message !== message ? cause.message : 'it does not fit its type';
  const said = reason.split(' value: ', 1)[0]!.replace(/^Value "[\s\S]*" does not exist/, 'it does not exist');
  return `${message.slice(0, at)} got an invalid value; ${said}`;
}

function rootCause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error;
}
