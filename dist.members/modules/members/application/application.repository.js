import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, nestedPageOf, orderingBy, pageOf, } from '../../../kernel/index.js';
import { membershipApplicationNode } from './application.node.js';
export function pageOfApplications(ctx, page, { status, organizationId, overdue }) {
    return pageOf(ctx, {
        source: membershipApplicationNode,
        ordering: orderingBy('id', 'asc'),
        page,
        where: (query) => {
            let found = query;
            if (status)
                found = found.where('node.status', '=', status);
            if (organizationId)
                found = found.where('node.organization_id', '=', organizationId);
            if (overdue === true) {
                found = found.where('node.status', '=', sql.lit('PENDING')).where('node.decide_by', '<', ctx.today);
            }
            if (overdue === false) {
                found = found.where((is) => is.or([is('node.status', '!=', sql.lit('PENDING')), is('node.decide_by', '>=', ctx.today)]));
            }
            return found;
        },
    });
}
/** Applications of one person; all persons of a page are read with one statement. */
export function pageOfMemberApplications(ctx, memberId, page) {
    return nestedPageOf(ctx, memberId, {
        name: 'Member.applications',
        link: 'node.member_id',
        source: membershipApplicationNode,
        ordering: orderingBy('id', 'asc'),
        page,
    });
}
/** Days around a period that differ from the plain week. A hundred days hold thirty working days and any holidays. */
export async function calendarFrom(ctx, from) {
    const { rows } = await sql `
    select day::text, working from calendar_days where day between ${from} and ${addDays(from, 100)}
  `.execute(ctx.sql);
    return new Map(rows.map(({ day, working }) => [day, working]));
}
/** Without the characters that people confuse (Crockford's alphabet). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A number for the applicant: the day and eight random characters, so that nobody can guess another's. */
export function newApplicationNo(day) {
    const tail = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    return `RH${day.replaceAll('-', '')}-${tail}`;
}
//# sourceMappingURL=application.repository.js.map