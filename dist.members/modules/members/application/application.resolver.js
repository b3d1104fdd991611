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
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DateTimeScalar, kernelErrors, localId, PageArgs, Permission, refuse, } from '../../../kernel/index.js';
import { Organization, organizationNode } from '../../organizations/index.js';
import { memberNode } from '../member/member.node.js';
import { Member } from '../member/member.type.js';
import { findUnionByCode } from '../membership/membership.repository.js';
import { ApplyForMembershipInput, ApplyForMembershipPayload, DecideMembershipApplicationInput, DecideMembershipApplicationPayload, MembershipApplicationFilter, } from './application.inputs.js';
import { membershipApplicationNode } from './application.node.js';
import { pageOfApplications } from './application.repository.js';
import { applyForMembership, decideMembershipApplication } from './application.service.js';
import { MembershipApplication, MembershipApplicationConnection } from './application.type.js';
let MembershipApplicationResolver = class MembershipApplicationResolver {
    membershipApplications(page, filter, ctx) {
        const id = filter?.organizationId;
        const organizationId = id == null ? null : localId('Organization', id, ['filter', 'organizationId']);
        return pageOfApplications(ctx, page, { status: filter?.status, overdue: filter?.overdue, organizationId });
    }
    organization(application, ctx) {
        return organizationNode.load(ctx, application.organizationId);
    }
    member(application, ctx) {
        return memberNode.load(ctx, application.memberId);
    }
    appliedAt(application) {
        return new Date(application.appliedAt);
    }
    decidedAt(application) {
        return application.decidedAt == null ? null : new Date(application.decidedAt);
    }
    async applyForMembership(input, ctx) {
        const { applicationNo, decideBy, ...ids } = await applyForMembership(ctx, {
            ...input,
            organizationId: await unionOf(ctx, input),
        });
        return { applicationNo, decideBy, ...(await loaded(ctx, ids)) };
    }
    async decideMembershipApplication(input, ctx) {
        const decided = await decideMembershipApplication(ctx, {
            ...input,
            applicationId: localId('MembershipApplication', input.applicationId, ['input', 'applicationId']),
        });
        return loaded(ctx, decided);
    }
};
__decorate([
    Query(() => MembershipApplicationConnection, {
        description: '可见的入会申请，按申请次序 / Applications for membership you may see, in order of time',
    }),
    Permission('member:read'),
    __param(0, Args(() => PageArgs)),
    __param(1, Arg('filter', () => MembershipApplicationFilter, { nullable: true, description: '筛选 / Which of them' })),
    __param(2, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [PageArgs, Object, Function]),
    __metadata("design:returntype", Promise)
], MembershipApplicationResolver.prototype, "membershipApplications", null);
__decorate([
    FieldResolver(() => Organization, { nullable: true, description: '申请加入的工会 / The union applied to' }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Promise)
], MembershipApplicationResolver.prototype, "organization", null);
__decorate([
    FieldResolver(() => Member, {
        nullable: true,
        description: '申请人；档案已在别处时为空 / The applicant; null once the file is kept elsewhere',
    }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Promise)
], MembershipApplicationResolver.prototype, "member", null);
__decorate([
    FieldResolver(() => DateTimeScalar, { description: '申请时间 / Time of application' }),
    __param(0, Root()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object]),
    __metadata("design:returntype", Date)
], MembershipApplicationResolver.prototype, "appliedAt", null);
__decorate([
    FieldResolver(() => DateTimeScalar, { nullable: true, description: '审批时间 / Time of the decision' }),
    __param(0, Root()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object]),
    __metadata("design:returntype", Object)
], MembershipApplicationResolver.prototype, "decidedAt", null);
__decorate([
    Mutation(() => ApplyForMembershipPayload, {
        description: '提交入会申请，在规定的工作日内审批 / Applies for membership; decided within the set working days',
    }),
    Permission('membership:apply'),
    __param(0, Arg('input', () => ApplyForMembershipInput, { description: '输入 / Input' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [ApplyForMembershipInput, Function]),
    __metadata("design:returntype", Promise)
], MembershipApplicationResolver.prototype, "applyForMembership", null);
__decorate([
    Mutation(() => DecideMembershipApplicationPayload, {
        description: '审批入会申请 / Decides an application for membership',
    }),
    Permission('membership:decide'),
    __param(0, Arg('input', () => DecideMembershipApplicationInput, { description: '输入 / Input' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [DecideMembershipApplicationInput, Function]),
    __metadata("design:returntype", Promise)
], MembershipApplicationResolver.prototype, "decideMembershipApplication", null);
MembershipApplicationResolver = __decorate([
    Resolver(() => MembershipApplication)
], MembershipApplicationResolver);
export { MembershipApplicationResolver };
/** The union applied to, by its id or its code. Errors: INVALID_VALUE unless exactly one is given, NOT_FOUND. */
async function unionOf(ctx, { organizationId: id, organizationCode: code }) {
    if (id != null && code == null)
        return localId('Organization', id, ['input', 'organizationId']);
    const path = ['input', 'organizationCode'];
    if (id != null || code == null)
        throw refuse(kernelErrors.INVALID_VALUE, { path, details: { reason: '1 × organizationId | organizationCode' } });
    const found = await findUnionByCode(ctx, code);
    if (found === null)
        throw refuse(kernelErrors.NOT_FOUND, { path });
    return found;
}
/** What changed, as far as the caller may see it. */
async function loaded(ctx, { applicationId, memberId }) {
    const [application, member] = await Promise.all([
        membershipApplicationNode.load(ctx, applicationId),
        memberNode.load(ctx, memberId),
    ]);
    return { application, member };
}
//# sourceMappingURL=application.resolver.js.map