import { type CalendarDay, type Page, type PageRequest, type RequestContext, type WorkingDayExceptions } from '../../../kernel/index.js';
import { type MembershipApplicationRow } from './application.node.js';
/** Conditions of a list of applications; the union by its local id. */
export interface ApplicationCriteria {
    readonly status?: string | null;
    readonly organizationId?: string | null;
    readonly overdue?: boolean | null;
}
export declare function pageOfApplications(ctx: RequestContext, page: PageRequest, { status, organizationId, overdue }: ApplicationCriteria): Promise<Page<MembershipApplicationRow>>;
/** Applications of one person; all persons of a page are read with one statement. */
export declare function pageOfMemberApplications(ctx: RequestContext, memberId: string, page: PageRequest): Promise<Page<MembershipApplicationRow>>;
/** Days around a period that differ from the plain week. A hundred days hold thirty working days and any holidays. */
export declare function calendarFrom(ctx: RequestContext, from: CalendarDay): Promise<WorkingDayExceptions>;
/** A number for the applicant: the day and eight random characters, so that nobody can guess another's. */
export declare function newApplicationNo(day: CalendarDay): string;
