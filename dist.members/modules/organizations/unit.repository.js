import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { defineNode, nestedPageOf, orderingBy, } from '../../kernel/index.js';
import { withinScopes } from './places.js';
import { CoveredUnitEntity } from './unit.entity.js';
/** Covered units are seen by whoever sees the union that covers them. */
export const coveredUnitNode = defineNode(CoveredUnitEntity, (ctx) => withinScopes(ctx, 'organization:read', 'node.organization_id'));
/** Units of a union by name; `current` narrows to those covered today, or not. */
export function coveredUnitsPage(ctx, organizationId, page, current) {
    const covered = sql `node.since <= ${ctx.today} and (node.until is null or node.until > ${ctx.today})`;
    return nestedPageOf(ctx, organizationId, {
        source: coveredUnitNode,
        ordering: orderingBy('name', 'asc'),
        page,
        name: 'organization.coveredUnits',
        link: 'node.organization_id',
        variant: current,
        where: (query) => {
            if (current === null)
                return query;
            return query.where(current ? covered : sql `not (${covered})`);
        },
    });
}
export function findCoveredUnit(tx, id) {
    return tx.em.findOne(CoveredUnitEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}
/** `<organization> <credit code>` of the covers in force that have one of these codes at one of these unions. */
export async function coversInForce(tx, organizationIds, creditCodes) {
    const { rows } = await sql `
    select organization_id || ' ' || credit_code as cover from covered_units
    where organization_id = any(${organizationIds}::uuid[]) and credit_code = any(${creditCodes}::text[])
      and until is null
  `.execute(tx.sql);
    return new Set(rows.map(({ cover }) => cover));
}
//# sourceMappingURL=unit.repository.js.map