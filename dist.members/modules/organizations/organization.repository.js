import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { kernelErrors, nestedPageOf, orderingBy, pageOf, refuse, } from '../../kernel/index.js';
import { OfficerEntity } from './officer.entity.js';
import { OrganizationEntity } from './organization.entity.js';
import { below, covered, organizationNode } from './places.js';
import { CoveredUnitEntity } from './unit.entity.js';
/** Places by id. `lock` keeps the rows as they are until the transaction ends. */
export async function placesOf(ctx, permission, ids, lock = '') {
    const { rows } = await sql `
    select node.id, node.type, node.level, node.status,
           ${covered(ctx, 'organization:read', 'node.id')} as visible, ${covered(ctx, permission, 'node.id')} as allowed
    from organizations as node where node.id = any(${[...new Set(ids)]}::uuid[]) order by node.id ${sql.raw(lock)}
  `.execute(ctx.sql);
    return new Map(rows.map((row) => [row.id, row]));
}
/** The row for a change, locked. Errors: STALE_VERSION. */
export async function claimOrganization(tx, id, expectedVersion) {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
    const body = await tx.em.findOneOrFail(OrganizationEntity, { id }, lock);
    if (body.version !== expectedVersion) {
        const details = { current: body.version, expected: expectedVersion };
        throw refuse(kernelErrors.STALE_VERSION, { path: ['input', 'expectedVersion'], details });
    }
    return body;
}
/** Officers and covered units of a body that are not over on `day`, for a change. */
export async function heldBeyond(tx, organizationId, day) {
    const held = { organizationId, $or: [{ until: null }, { until: { $gt: day } }] };
    return { officers: await tx.em.find(OfficerEntity, held), units: await tx.em.find(CoveredUnitEntity, held) };
}
/** Codes and credit codes that some organization other than `except` has already. */
export async function takenCodes(ctx, codes, creditCodes, except = null) {
    const { rows } = await sql `
    select code, null as "creditCode" from organizations where code = any(${codes}::text[])
    union all
    select null, credit_code from organizations
    where credit_code = any(${creditCodes}::text[]) and id is distinct from ${except}::uuid
  `.execute(ctx.sql);
    return {
        codes: new Set(rows.flatMap(({ code }) => code ?? [])),
        creditCodes: new Set(rows.flatMap(({ creditCode }) => creditCode ?? [])),
    };
}
/** Whether the district has its top body already. */
export async function hasRoot(ctx) {
    const { rows } = await sql `select from organizations where parent_id is null`.execute(ctx.sql);
    return rows.length > 0;
}
/** Whether bodies that still exist lie directly below this one. */
export async function hasChildren(ctx, id) {
    const { rows } = await sql `
    select from organizations where parent_id = ${id} and status not in ('DISSOLVED', 'MERGED') limit 1
  `.execute(ctx.sql);
    return rows.length > 0;
}
export async function organizationPage(ctx, page, selection, ordering) {
    const conditions = conditionsOf(selection);
    return pageOf(ctx, {
        source: organizationNode,
        ordering,
        page,
        where: (query) => conditions.reduce((narrowed, condition) => narrowed.where(condition), query),
    });
}
function conditionsOf(selection) {
    const { within, nameStartsWith, codes } = selection;
    const conditions = [];
    for (const column of ['kind', 'type', 'level', 'status']) {
        const value = selection[column];
        if (value != null)
            conditions.push(sql `${sql.ref(`node.${column}`)} = ${value}`);
    }
    if (within != null)
        conditions.push(below('node.id', sql `${within}::uuid`));
    if (codes != null)
        conditions.push(sql `node.code = any(${codes}::text[])`);
    if (nameStartsWith) {
        // A range, because LIKE loses its index under row-level security. U+10FFFF sorts after every character.
        const end = `${nameStartsWith}\u{10FFFF}`;
        conditions.push(sql `node.name >= ${nameStartsWith} and node.name < ${end}`);
    }
    return conditions;
}
/** The bodies directly below one, by code. */
export function childrenPage(ctx, parentId, page) {
    return nestedPageOf(ctx, parentId, {
        source: organizationNode,
        ordering: orderingBy('code', 'asc'),
        page,
        name: 'organization.children',
        link: 'node.parent_id',
    });
}
/** Which bodies stood above one, oldest first; batched over many bodies. */
export async function parentHistory(ctx, id) {
    const found = await ctx.batched('organization.parentHistory', async (ids) => {
        const { rows } = await sql `
      select id, organization_id as "organizationId", parent_id as "parentId", since, until
      from organization_parents where organization_id = any(${ids}::uuid[]) order by since
    `.execute(ctx.sql);
        const byBody = Map.groupBy(rows, ({ organizationId }) => organizationId);
        return ids.map((key) => byBody.get(key) ?? []);
    })(id);
    return found ?? [];
}
//# sourceMappingURL=organization.repository.js.map