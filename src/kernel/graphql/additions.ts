import type { Expression, SqlBool } from 'kysely';
import type { ClassType } from 'type-graphql';
import type { Bilingual } from '../bilingual.js';
import type { RequestContext } from '../context.js';
import type { Deprecation } from './deprecation.js';

/**
 * A value that a plugin adds to an enum of somebody else. Inside it is called as in the graph. It can be the default of
 * nothing: the schema builder, which does not know it, refuses that.
 */
export interface AddedEnumValue {
  readonly description: Bilingual;
  /**
   * A value of the enum's owner that stands for this one where it is stored and the plugin is off. Needed when a field of
   * the graph shows the enum: an answer must never hold a value that the graph does not have.
   */
  readonly elsewhere?: string;
  /** That it will go away, and when. */
  readonly deprecated?: Deprecation;
}

/**
 * Fields that a plugin adds to an input of somebody else. The owner's resolver never sees them: they are handed to the
 * plugin's own function, at most one of the two.
 */
export interface AddedInputFields<Given extends object = object> {
  /** A class with `@InputType()`, whose name never appears in the graph; every field nullable, without a default. */
  readonly fields: ClassType<Given>;
  /**
   * For a filter: the condition on `node` that a row of the list must fulfil, beside all others. Called when at least one
   * of the fields has a value. `path` leads to the filter, for refusals.
   */
  narrow?(
    ctx: RequestContext,
    given: Given,
    path: readonly string[],
  ): Expression<SqlBool> | boolean | Promise<Expression<SqlBool> | boolean>;
  /**
   * For the input of a mutation: what the plugin does beside it, in the same transaction, after it. Called when at least
   * one of the fields was given, null included. A refusal undoes the whole mutation. `outcome` is the owner's payload.
   */
  apply?(tx: RequestContext, given: Given, outcome: Readonly<Record<string, unknown>>): Promise<void>;
}
