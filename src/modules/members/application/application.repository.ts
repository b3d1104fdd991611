import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import {
  addDays,
  type CalendarDay,
  nestedPageOf,
  type NodeQuery,
  orderingBy,
  type Page,
  type PageRequest,
  pageOf,
  type RequestContext,
  type WorkingDayExceptions,
  listed,
} from '../../../kernel/index.js';
import { membershipApplicationNode, type MembershipApplicationRow } from './application.node.js';

/** Conditions of a list of applications; the union by its local id. */
export interface ApplicationCriteria {
  readonly status?: string | null;
  readonly organizationId?: string | null;
  readonly overdue?: boolean | null;
}

export function pageOfApplications(
  ctx: RequestContext,
  page: PageRequest,
  { status, organizationId, overdue }: ApplicationCriteria,
): Promise<Page<MembershipApplicationRow>> {
  return pageOf(ctx, {
    source: membershipApplicationNode,
    ordering: orderingBy('id', 'asc'),
    page,
    where: (query) => {
      let found: NodeQuery = query;
      if (status) found = found.where('node.status', '=', listed(status));
      if (organizationId) found = found.where('node.organization_id', '=', organizationId);
      if (overdue === true) {
        found = found.where('node.status', '=', sql.lit('PENDING')).where('node.decide_by', '<', ctx.today);
      }
      if (overdue === false) {
        found = found.where((is) =>
          is.or([is('node.status', '!=', sql.lit('PENDING')), is('node.decide_by', '>=', ctx.today)]),
        );
      }
      return found;
    },
  });
}

/** Applications of one person; all persons of a page are read with one statement. */
export function pageOfMemberApplications(
  ctx: RequestContext,
  memberId: string,
  page: PageRequest,
): Promise<Page<MembershipApplicationRow>> {
  return nestedPageOf(ctx, memberId, {
    name: 'Member.applications',
    link: 'node.member_id',
    source: membershipApplicationNode,
    ordering: orderingBy('id', 'asc'),
    page,
  });
}

/** Days around a period that differ from the plain week. A hundred days hold thirty working days and any holidays. */
export async function calendarFrom(ctx: RequestContext, from: CalendarDay): Promise<WorkingDayExceptions> {
  const { rows } = await sql<{ day: string; working: boolean }>`
    select day::text, working from calendar_days where day between ${from} and ${addDays(from, 100)}
  `.execute(ctx.sql);
  return new Map(rows.map(({ day, working }) => [day, working]));
}

/** Without the characters that people confuse (Crockford's alphabet). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number for the applicant: the day and eight random characters, so that nobody can guess another's. */
export function newApplicationNo(day: CalendarDay): string {
  const tail = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `RH${day.replaceAll('-', '')}-${tail}`;
}
