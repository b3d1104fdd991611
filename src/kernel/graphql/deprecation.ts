import { type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { Extensions } from 'type-graphql';
import { type CalendarDay, isCalendarDay } from '../time/calendar-day.js';

/** What is promised to callers of something that will go away. */
export interface Deprecation {
  /** First day on which callers were told. */
  readonly since: CalendarDay;
  /** Schema coordinate of what to use instead: `Member.phone`, `Query.members(filter:)`, `MemberStatus.LEFT`. */
  readonly replacement: string;
  /** Last day on which it must still work: it may be gone on the day after. */
  readonly removeAfter: CalendarDay;
}

interface DeprecationExtensions {
  readonly deprecated?: string;
}

/** `Type`, `Type.field`, `Type.field(argument:)`: the schema coordinates of the GraphQL specification. */
const COORDINATE = /^[A-Z]\w*(\.\w+(\(\w+:\))?)?$/;

const REASON =
  /^(\S+) 起弃用，改用 (\S+)，(\S+) 后移除 \/ Deprecated since (\S+), use (\S+) instead, removed after (\S+)$/;

/**
 * The reason of a deprecation as the graph shows it, in both languages; for places that take no decorator:
 * `@Arg('name', { deprecationReason: deprecated({ … }) })` and the `valuesConfig` of an enum.
 * Throws RangeError for days that do not exist or do not follow each other, and for a replacement that is no coordinate.
 */
export function deprecated({ since, replacement, removeAfter }: Deprecation): string {
  for (const day of [since, removeAfter]) {
    if (!isCalendarDay(day)) throw new RangeError(`deprecated: '${day}' is not a calendar day (YYYY-MM-DD)`);
  }
  if (removeAfter <= since) {
    throw new RangeError(`deprecated: removeAfter (${removeAfter}) must come after since (${since})`);
  }
  if (!COORDINATE.test(replacement)) {
    throw new RangeError(`deprecated: '${replacement}' is no coordinate such as 'Member.phone'`);
  }
  const zh = `${since} 起弃用，改用 ${replacement}，${removeAfter} 后移除`;
  const en = `Deprecated since ${since}, use ${replacement} instead, removed after ${removeAfter}`;
  return `${zh} / ${en}`;
}

/** What a reason in the graph promises; `undefined` when {@link deprecated} has not written it. */
export function readDeprecation(reason: string): Deprecation | undefined {
  const [, since = '', replacement = '', removeAfter = ''] = REASON.exec(reason) ?? [];
  if (!isCalendarDay(since) || !isCalendarDay(removeAfter) || removeAfter <= since) return undefined;
  const deprecation = { since, replacement, removeAfter };
  return COORDINATE.test(replacement) && deprecated(deprecation) === reason ? deprecation : undefined;
}

/**
 * Declares that a field, an input field or a field of an arguments class will go away: it works on until `removeAfter`,
 * and its use is counted per client. `schema check` lets it be removed from the day after, once released with this.
 */
export function Deprecated(deprecation: Deprecation): MethodDecorator & PropertyDecorator {
  return Extensions({ deprecated: deprecated(deprecation) } satisfies DeprecationExtensions);
}

/** Writes the reasons so declared into the built schema. */
export function finishDeprecations(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const part of 'args' in field ? [field, ...field.args] : [field]) {
        const { deprecated: reason } = part.extensions as DeprecationExtensions;
        if (reason) part.deprecationReason = reason;
      }
    }
  }
}
