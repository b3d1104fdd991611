import { type CalendarDay, kernelErrors, type RequestContext, refuse } from '../../../kernel/index.js';
import { errors } from '../errors.js';
import { findUnion, type Union } from './membership.repository.js';

/**
 * The union, when it can take members now. Hubs can: whoever joins before the employer has a union (体外入会) joins
 * there. The district's federation itself cannot, nor a body not founded yet or no more.
 * Errors: NOT_FOUND, MEMBERSHIP_ORGANIZATION_UNFIT.
 */
export async function unionTakingMembers(tx: RequestContext, id: string, path: readonly string[]): Promise<Union> {
  const union = await findUnion(tx, id);
  if (!union) throw refuse(kernelErrors.NOT_FOUND, { path });
  const alive = union.status === 'FOUNDED' || union.status === 'RE_ELECTION_DUE';
  if (!alive || union.type === 'COORDINATING') throw refuse(errors.MEMBERSHIP_ORGANIZATION_UNFIT, { path });
  return union;
}

/**
 * A day on which something about a membership may begin or end: today at the latest, since the register shows what
 * is in force now, and not before any of `bounds` (absent ones do not bind).
 * Errors: MEMBERSHIP_DATE_IN_FUTURE, MEMBERSHIP_DATE_TOO_EARLY.
 */
export function assertDay(
  tx: RequestContext,
  day: CalendarDay,
  bounds: readonly (CalendarDay | null)[],
  path: readonly string[],
): void {
  if (day > tx.today) throw refuse(errors.MEMBERSHIP_DATE_IN_FUTURE, { path, details: { today: tx.today } });
  const earliest = bounds
    .filter((bound) => bound !== null)
    .sort()
    .at(-1);
  if (earliest !== undefined && day < earliest) {
    throw refuse(errors.MEMBERSHIP_DATE_TOO_EARLY, { path, details: { earliest } });
  }
}

/** A reason as written down: 2 to 200 characters on one line or several. Errors: MEMBERSHIP_REASON_REQUIRED. */
export function statedReason(text: string | null | undefined, path: readonly string[]): string {
  const reason = (text ?? '').trim();
  if ([...reason].length < 2 || [...reason].length > 200) throw refuse(errors.MEMBERSHIP_REASON_REQUIRED, { path });
  return reason;
}
