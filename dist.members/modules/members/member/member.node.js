import { sql } from 'kysely';
import { defineNode, scopesOf } from '../../../kernel/index.js';
import { below } from '../../organizations/index.js';
import { MemberEntity } from './member.entity.js';
/**
 * Who sees a person: whoever may read members of the union that keeps the file, the joint union that covers the
 * person at present, and the person.
 */
export const memberNode = defineNode(MemberEntity, (ctx) => memberVisible(ctx, 'node'));
/** The same predicate on `members` under another alias. */
export function memberVisible(ctx, alias) {
    const kept = withinPlaces(ctx, 'file.keeper_organization_id');
    if (kept === true)
        return true;
    const id = sql.ref(`${alias}.id`);
    const conditions = [];
    if (kept !== false) {
        const covering = withinPlaces(ctx, 'cover.organization_id');
        // One list of ids rather than two conditions side by side, which no index could serve.
        conditions.push(sql `${id} in (
      select file.id from members as file where ${kept}
      union all
      select cover.member_id from memberships as cover
      where cover.kind = 'SECONDARY' and cover.until is null and ${covering})`);
    }
    const own = ownIds(ctx);
    if (own.length > 0)
        conditions.push(sql `${id} = any(${own}::uuid[])`);
    return anyOf(conditions);
}
/**
 * Where the caller may read members: `true` in the whole district, `false` nowhere, otherwise in subtrees. A grant
 * for the person alone opens no union: it would open the files of all colleagues.
 */
export function withinPlaces(ctx, column) {
    const scopes = scopesOf(ctx.principal, 'member:read');
    if (scopes.some(({ kind }) => kind === 'district'))
        return true;
    const roots = scopes.flatMap((scope) => (scope.kind === 'subtree' ? [scope.organizationId] : []));
    return roots.length > 0 && below(column, sql `any(${roots}::uuid[])`);
}
/** The caller's own rows in the register: those of grants that hold for the person alone. */
export function ownIds(ctx, permission = 'member:read') {
    return scopesOf(ctx.principal, permission).flatMap((scope) => (scope.kind === 'self' ? [scope.memberId] : []));
}
/** One of the conditions holds; without any, nothing is seen. */
export function anyOf(conditions) {
    return conditions.length > 0 && sql `(${sql.join(conditions, sql ` or `)})`;
}
//# sourceMappingURL=member.node.js.map