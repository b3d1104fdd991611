import { type Bilingual, type Locale, say } from '../bilingual.js';
import type { ErrorDefinition } from './define.js';

type Detail = string | number | boolean | null;

/** Values that a message names. A text may be given in both languages; the caller reads one. */
export type ErrorDetails = Readonly<Record<string, Detail | Bilingual>>;

/** One reason why a request was refused; a refusal may carry several, so that a form can mark every field at once. */
export interface Problem {
  readonly error: ErrorDefinition;
  /** Where in the arguments, for example `['input', 'parentId']`. */
  readonly path: readonly string[];
  readonly details: ErrorDetails;
}

/** A problem as the caller reads it, in one language. */
export interface UserErrorShape {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, Detail>> | null;
}

/** An expected refusal. In a mutation it becomes `userErrors`, elsewhere a GraphQL error with the same code. */
export class Refusal extends Error {
  constructor(readonly problems: readonly [Problem, ...Problem[]]) {
    // For logs and failing seeds. Of the details only the permission is sure to hold nothing about a person.
    super(problems.map(({ error, details }) => [error.code, details.permission].filter(Boolean).join(' ')).join(', '));
    this.name = 'Refusal';
  }
}

/** The refusal for one problem: `throw refuse(errors.ORGANIZATION_CYCLE, { path: ['input', 'parentId'] })`. */
export function refuse(
  error: ErrorDefinition,
  at: { readonly path?: readonly string[]; readonly details?: ErrorDetails } = {},
): Refusal {
  return new Refusal([{ error, path: at.path ?? [], details: at.details ?? {} }]);
}

/** More than any form has fields. An answer must not be a hundred times as long as the list that it finds wrong. */
const MOST_REPORTED = 100;

/** Collects problems so that all of them are reported at once, the first hundred that is. */
export class Problems {
  readonly #found: Problem[] = [];

  add(error: ErrorDefinition, path: readonly string[], details: ErrorDetails = {}): void {
    if (this.#found.length < MOST_REPORTED) this.#found.push({ error, path, details });
  }

  /** Throws one refusal with every problem found so far; returns when there is none. */
  throwIfAny(): void {
    const [first, ...rest] = this.#found;
    if (first) throw new Refusal([first, ...rest]);
  }
}

/** A problem in the caller's language, with the values of `details` filled into the message. */
export function describeProblem(problem: Problem, locale: Locale): UserErrorShape {
  const said = Object.entries(problem.details).map(([name, value]): [string, Detail] => [
    name,
    typeof value === 'object' && value !== null ? say(value, locale) : value,
  ]);
  const details = Object.fromEntries(said);
  const message = say(problem.error.message, locale).replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(details, name) ? String(details[name]) : hole,
  );
  const { code, retryable } = problem.error;
  return { code, message, path: problem.path, retryable, details: said.length > 0 ? details : null };
}
