import { sql } from 'kysely';
import { defineNode } from '../../../kernel/index.js';
import { anyOf, ownIds, withinPlaces } from '../member/member.node.js';
import { MembershipApplicationEntity } from './application.entity.js';
/** An application is seen by whoever may read members of the union applied to, and by the applicant. */
export const membershipApplicationNode = defineNode(MembershipApplicationEntity, (ctx) => {
    const here = withinPlaces(ctx, 'node.organization_id');
    if (here === true)
        return true;
    const conditions = here === false ? [] : [here];
    const own = ownIds(ctx);
    if (own.length > 0)
        conditions.push(sql `node.member_id = any(${own}::uuid[])`);
    return anyOf(conditions);
});
//# sourceMappingURL=application.node.js.map