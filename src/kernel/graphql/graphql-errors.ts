import { type ASTNode, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Locale } from '../bilingual.js';
import { mapDatabaseError } from '../database/database-errors.js';
import type { ErrorDefinition } from '../errors/define.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { describeProblem, Refusal, refuse } from '../errors/refusal.js';
import { requestFaults } from '../errors/request-faults.js';

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

/** Faults of the request that a caller is told in the finder's own words, by their code. */
const TOLD: Readonly<Record<string, ErrorDefinition>> = {
  ...requestFaults,
  INVALID_VALUE: kernelErrors.INVALID_VALUE,
};

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
  const fault = TOLD[String(formatted.extensions?.code)];
  if (fault) {
    const reason = inLocale(withoutValues(formatted.message, cause), locale);
    const input = inputPath(formatted.message);
    const { code, message, retryable } = describeProblem({ error: fault, path: [], details: { reason } }, locale);
    return { message, locations, path, extensions: { code, retryable, ...(input && { path: input }), requestId } };
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

/** Where in the variables: graphql-js says it behind the value, `… at "input.kind"; …`. */
function inputPath(message: string): string[] | undefined {
  const variable = /^Variable "\$(\w{1,100})" got invalid value /.exec(message)?.[1];
  if (!variable) return undefined;
  const within = /^[\s\S]* at "([\w.[\]]{1,200})"; /.exec(message.slice(-800))?.[1];
  return (within ?? variable).split(/[.[\]]+/).filter(Boolean);
}

/** Our scalars do not know the caller's language and say their reason in both: `Date: 中文 / English`. */
function inLocale(reason: string, locale: Locale): string {
  const both = /^(.{0,200}?: )([^/]*\p{Script=Han}[^/]*) \/ (.*)$/su.exec(reason);
  return both ? `${both[1]}${locale === 'en' ? both[3] : both[2]}` : reason;
}

function rootCause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error;
}
