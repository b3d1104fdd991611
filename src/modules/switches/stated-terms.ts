import { addDays, checkLine, compare, Problems, type RequestContext } from '../../kernel/index.js';
import { errors } from './errors.js';

/** How far ahead a switch may be planned, in days: one year. */
const FARTHEST_DAYS = 366;
const REASON = { min: 2, max: 200 };

/** From when on, and why. */
export interface Terms {
  readonly since: string;
  readonly reason: string;
}

/**
 * From which day on (today by default) and why something about a module is decided, as it is written down.
 * Errors: MODULE_DATE_OUT_OF_RANGE for a day that is over or more than a year ahead; INVALID_VALUE for the reason.
 */
export function statedTerms(
  ctx: RequestContext,
  input: { readonly since?: string | null; readonly reason: string },
): Terms {
  const problems = new Problems();
  const since = checkDay(ctx, problems, input.since, ['input', 'since']);
  const reason = checkLine(problems, ['input', 'reason'], input.reason, REASON);
  problems.throwIfAny();
  return { since, reason };
}

/** The day, today by default; adds MODULE_DATE_OUT_OF_RANGE unless it is one that can still be decided about. */
export function checkDay(
  { today }: RequestContext,
  problems: Problems,
  day: string | null | undefined,
  path: readonly string[],
): string {
  const until = addDays(today, FARTHEST_DAYS);
  const chosen = day ?? today;
  if (compare(chosen, today) < 0 || compare(chosen, until) > 0) {
    problems.add(errors.MODULE_DATE_OUT_OF_RANGE, path, { from: today, until });
  }
  return chosen;
}
