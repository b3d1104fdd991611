import { sql } from 'kysely';
import { nestedPageOf, orderingBy } from '../../../kernel/index.js';
import { membershipNode } from './membership.node.js';
/** Memberships of one person, past and present; all persons of a page are read with one statement. */
export function pageOfMemberships(ctx, memberId, page) {
    return nestedPageOf(ctx, memberId, {
        name: 'Member.memberships',
        link: 'node.member_id',
        source: membershipNode,
        ordering: orderingBy('id', 'asc'),
        page,
    });
}
/** The union whatever the caller may see of it: whoever calls this has asked for the permission, or decides for themselves. */
export async function findUnion(tx, id) {
    const { rows } = await sql `
    select id, kind, type, status, founded_on::text as "foundedOn" from organizations where id = ${id}
  `.execute(tx.sql);
    return rows[0] ?? null;
}
/** Local id of the union with this code; null when the district has none. */
export async function findUnionByCode(ctx, code) {
    const { rows } = await sql `select id from organizations where code = ${code}`.execute(ctx.sql);
    return rows[0]?.id ?? null;
}
/** The union of a person's latest primary membership, ended or not, and why it ended. */
export async function latestPrimary(tx, memberId) {
    const { rows } = await sql `
    select organization_id as "organizationId", until::text from memberships
    where member_id = ${memberId} and kind = 'PRIMARY' order by since desc, id desc limit 1
  `.execute(tx.sql);
    return rows[0] ?? null;
}
//# sourceMappingURL=membership.repository.js.map