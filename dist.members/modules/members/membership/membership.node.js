import { sql } from 'kysely';
import { defineNode } from '../../../kernel/index.js';
import { anyOf, memberVisible, withinPlaces } from '../member/member.node.js';
import { MembershipEntity } from './membership.entity.js';
/** A membership is seen by whoever sees the person, and by the union it was in, also after it ended. */
export const membershipNode = defineNode(MembershipEntity, (ctx) => {
    const here = withinPlaces(ctx, 'node.organization_id');
    const person = memberVisible(ctx, 'person');
    if (here === true || person === true)
        return true;
    const conditions = [];
    if (here !== false)
        conditions.push(here);
    if (person !== false) {
        conditions.push(sql `exists (select from members as person where person.id = node.member_id and ${person})`);
    }
    return anyOf(conditions);
});
//# sourceMappingURL=membership.node.js.map