var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { localId, Permission } from '../../../kernel/index.js';
import { Organization, organizationNode } from '../../organizations/index.js';
import { memberNode } from '../member/member.node.js';
import { Member } from '../member/member.type.js';
import { AddSecondaryMembershipInput, AddSecondaryMembershipPayload, EndMembershipInput, EndMembershipPayload, TransferMembershipInput, TransferMembershipPayload, } from './membership.inputs.js';
import { membershipNode } from './membership.node.js';
import { addSecondaryMembership, endMembership, transferMembership } from './membership.service.js';
import { Membership } from './membership.type.js';
let MembershipResolver = class MembershipResolver {
    organization(membership, ctx) {
        return organizationNode.load(ctx, membership.organizationId);
    }
    member(membership, ctx) {
        return memberNode.load(ctx, membership.memberId);
    }
    async transferMembership(input, ctx) {
        const changed = await transferMembership(ctx, {
            ...input,
            memberId: localId('Member', input.memberId, ['input', 'memberId']),
            toOrganizationId: localId('Organization', input.toOrganizationId, ['input', 'toOrganizationId']),
        });
        return loaded(ctx, changed);
    }
    async addSecondaryMembership(input, ctx) {
        const changed = await addSecondaryMembership(ctx, {
            ...input,
            memberId: localId('Member', input.memberId, ['input', 'memberId']),
            organizationId: localId('Organization', input.organizationId, ['input', 'organizationId']),
        });
        return loaded(ctx, changed);
    }
    async endMembership(input, ctx) {
        const changed = await endMembership(ctx, {
            ...input,
            membershipId: localId('Membership', input.membershipId, ['input', 'membershipId']),
        });
        return loaded(ctx, changed);
    }
};
__decorate([
    FieldResolver(() => Organization, { nullable: true, description: '工会 / The union' }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Promise)
], MembershipResolver.prototype, "organization", null);
__decorate([
    FieldResolver(() => Member, {
        nullable: true,
        description: '会员；已到别处的，原工会只看到这段会籍 / The member; null once the file is kept elsewhere',
    }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Promise)
], MembershipResolver.prototype, "member", null);
__decorate([
    Mutation(() => TransferMembershipPayload, {
        description: '在本区内转接会员关系 / Moves a member to another union of the district',
    }),
    Permission('membership:transfer'),
    __param(0, Arg('input', () => TransferMembershipInput, { description: '输入 / Input' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [TransferMembershipInput, Function]),
    __metadata("design:returntype", Promise)
], MembershipResolver.prototype, "transferMembership", null);
__decorate([
    Mutation(() => AddSecondaryMembershipPayload, {
        description: '办理联合工会的二次覆盖 / Gives second coverage by a joint union',
    }),
    Permission('membership:cover'),
    __param(0, Arg('input', () => AddSecondaryMembershipInput, { description: '输入 / Input' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [AddSecondaryMembershipInput, Function]),
    __metadata("design:returntype", Promise)
], MembershipResolver.prototype, "addSecondaryMembership", null);
__decorate([
    Mutation(() => EndMembershipPayload, {
        description: '终止会籍；终止主会籍，二次覆盖随之终止 / Ends a membership; with the primary one all coverage ends',
    }),
    Permission('membership:end'),
    __param(0, Arg('input', () => EndMembershipInput, { description: '输入 / Input' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [EndMembershipInput, Function]),
    __metadata("design:returntype", Promise)
], MembershipResolver.prototype, "endMembership", null);
MembershipResolver = __decorate([
    Resolver(() => Membership)
], MembershipResolver);
export { MembershipResolver };
/** What changed, as far as the caller may see it. */
async function loaded(ctx, { memberId, membershipId }) {
    const [member, membership] = await Promise.all([
        memberNode.load(ctx, memberId),
        membershipNode.load(ctx, membershipId),
    ]);
    return { member, membership };
}
//# sourceMappingURL=membership.resolver.js.map