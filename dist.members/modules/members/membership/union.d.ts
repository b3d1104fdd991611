import { type CalendarDay, type RequestContext } from '../../../kernel/index.js';
import { type Union } from './membership.repository.js';
/**
 * The union, when it can take members now. Hubs can: whoever joins before the employer has a union (体外入会) joins
 * there. The district's federation itself cannot, nor a body not founded yet or no more.
 * Errors: NOT_FOUND, MEMBERSHIP_ORGANIZATION_UNFIT.
 */
export declare function unionTakingMembers(tx: RequestContext, id: string, path: readonly string[]): Promise<Union>;
/**
 * A day on which something about a membership may begin or end: today at the latest, since the register shows what
 * is in force now, and not before any of `bounds` (absent ones do not bind).
 * Errors: MEMBERSHIP_DATE_IN_FUTURE, MEMBERSHIP_DATE_TOO_EARLY.
 */
export declare function assertDay(tx: RequestContext, day: CalendarDay, bounds: readonly (CalendarDay | null)[], path: readonly string[]): void;
/** A reason as written down: 2 to 200 characters on one line or several. Errors: MEMBERSHIP_REASON_REQUIRED. */
export declare function statedReason(text: string | null | undefined, path: readonly string[]): string;
/** Errors: STALE_VERSION. */
export declare function assertVersion(current: number, expected: number, path: readonly string[]): void;
