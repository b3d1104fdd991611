import { sql } from 'kysely';
import { nestedPageOf, orderingBy, pageOf, } from '../../../kernel/index.js';
import { below } from '../../organizations/index.js';
import { memberNode } from './member.node.js';
const COLUMNS = {
    ID: ['id', 'id'],
    REGISTERED_AT: ['registeredAt', 'registered_at'],
    NAME: ['name', 'name'],
};
function orderingOf(order) {
    const [property, column] = COLUMNS[order?.field ?? 'ID'];
    return orderingBy(property, order?.direction === 'DESC' ? 'desc' : 'asc', column);
}
function narrowed(query, criteria) {
    let found = query;
    if (criteria.status)
        found = found.where('node.status', '=', criteria.status);
    if (criteria.employmentType)
        found = found.where('node.employment_type', '=', criteria.employmentType);
    if (criteria.organizationId)
        found = found.where('node.organization_id', '=', criteria.organizationId);
    if (criteria.within) {
        found = found.where(below('node.organization_id', sql `${criteria.within}`));
    }
    return found;
}
export function pageOfMembers(ctx, page, criteria, order) {
    const list = {
        source: memberNode,
        ordering: orderingOf(order),
        page,
        where: (query) => narrowed(query, criteria),
    };
    return pageOf(ctx, list);
}
/** Members of one organization: those whose primary union it is, or those it covers at present. */
export function pageOfOrganizationMembers(ctx, organizationId, page, kind, status) {
    const covered = (query) => query.innerJoin('memberships as coverage', (join) => join
        .onRef('coverage.member_id', '=', 'node.id')
        .on('coverage.kind', '=', 'SECONDARY')
        .on('coverage.until', 'is', null));
    return nestedPageOf(ctx, organizationId, {
        name: `Organization.members:${kind}`,
        link: kind === 'PRIMARY' ? 'node.organization_id' : 'coverage.organization_id',
        source: memberNode,
        ordering: orderingBy('id', 'asc'),
        page,
        variant: status ?? null,
        where: (query) => narrowed(kind === 'PRIMARY' ? query : covered(query), { status }),
    });
}
/**
 * Makes everybody who works on the same identity number wait, until this transaction ends, also when the person has
 * no row yet. Collisions of the 64-bit key only make strangers wait for each other.
 */
export async function lockIdentity(tx, index) {
    const key = index.readBigInt64BE(1).toString();
    await sql `select pg_advisory_xact_lock(${key}::bigint)`.execute(tx.sql);
}
/** Id of the person with this identity number, locked; null when the register has none. */
export async function findByIdentity(tx, index) {
    const { rows } = await sql `
    select id from members where national_id_index = ${index} for update
  `.execute(tx.sql);
    return rows[0]?.id ?? null;
}
/** Locks a person's row, so that only one transaction at a time changes their memberships. */
export async function lockMember(tx, id) {
    await sql `select from members where id = ${id} for update`.execute(tx.sql);
}
//# sourceMappingURL=member.repository.js.map