import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { defineNode, nestedPageOf, orderingBy, } from '../../kernel/index.js';
import { OfficerEntity } from './officer.entity.js';
import { withinScopes } from './places.js';
/** Officers are seen by whoever sees their organization. */
export const officerNode = defineNode(OfficerEntity, (ctx) => withinScopes(ctx, 'organization:read', 'node.organization_id'));
/** Officers of a body by the beginning of their terms; `current` narrows to those in office today, or not. */
export function officersPage(ctx, organizationId, page, current) {
    const inOffice = sql `node.since <= ${ctx.today} and (node.until is null or node.until > ${ctx.today})`;
    return nestedPageOf(ctx, organizationId, {
        source: officerNode,
        ordering: orderingBy('since', 'asc'),
        page,
        name: 'organization.officers',
        link: 'node.organization_id',
        variant: current,
        where: (query) => {
            if (current === null)
                return query;
            return query.where(current ? inOffice : sql `not (${inOffice})`);
        },
    });
}
export function findOfficer(tx, id) {
    return tx.em.findOne(OfficerEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}
/** Terms of chairs that some bodies have or have had. */
export async function chairsOf(tx, organizationIds) {
    const { rows } = await sql `
    select organization_id as "organizationId", since, until from organization_officers
    where organization_id = any(${organizationIds}::uuid[]) and role = 'CHAIR'
  `.execute(tx.sql);
    return rows;
}
//# sourceMappingURL=officer.repository.js.map