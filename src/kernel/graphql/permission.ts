import { Extensions } from 'type-graphql';

/** What the schema keeps about a guarded field. */
export interface GuardExtensions {
  /** `noun:verb`, or `public` for a field open to every caller, signed in or not. */
  readonly permission?: string;
}

/** A field of the graph that an argument looks at. */
export type FieldPath = `${string}.${string}`;

/** What an argument looks at: fields of the graph, or nothing and why. */
export type Readings = readonly FieldPath[] | { readonly nothing: string };

/** What the schema keeps about an argument or input field whose name does not say which field it looks at. */
export interface ReadingExtensions {
  readonly reads?: Readings;
  /** By argument, where it stands on a field; by enum value, where it stands on an argument or input field. */
  readonly readsBy?: Readonly<Record<string, Readings>>;
}

/**
 * Declares the permission a field needs. Every root field must have one, or be declared {@link Public}. On a field of a
 * node type it holds row by row: a grant for a subtree opens the field on the rows of that subtree (`reach` of the node
 * source), and what is closed cannot be filtered, ordered or counted by either.
 */
export function Permission(permission: `${string}:${string}`): MethodDecorator & PropertyDecorator {
  return Extensions({ permission } satisfies GuardExtensions);
}

/** Declares a root field open to everybody, with nothing in it that is not. */
export function Public(): MethodDecorator & PropertyDecorator {
  return Extensions({ permission: 'public' } satisfies GuardExtensions);
}

/** Declares a root field open to everybody who is signed in; the rows it gives are filtered by their own predicates. */
export function SignedIn(): MethodDecorator & PropertyDecorator {
  return Extensions({ permission: 'signed-in' } satisfies GuardExtensions);
}

/**
 * Declares which fields of the graph a filter, grouping or search argument looks at, where its name is not that of the
 * field: `@Reads('Member.organization')` on `within`. It stands on an input field or a field of an arguments class.
 */
export function Reads(...fields: FieldPath[]): PropertyDecorator {
  return Extensions({ reads: fields } satisfies ReadingExtensions) as PropertyDecorator;
}

/** Declares that an argument looks at no stored value, and why. */
export function ReadsNothing(reason: string): PropertyDecorator {
  return Extensions({ reads: { nothing: reason } } satisfies ReadingExtensions) as PropertyDecorator;
}

/**
 * The same for what has no place for a decorator of its own: plain arguments (on the method, by their names) and values
 * of an enum (on the input field that takes it, by the values): `@ReadsBy({ since: ['Officer.since'] })`.
 */
export function ReadsBy(readings: Readonly<Record<string, Readings>>): MethodDecorator & PropertyDecorator {
  return Extensions({ readsBy: readings } satisfies ReadingExtensions);
}
