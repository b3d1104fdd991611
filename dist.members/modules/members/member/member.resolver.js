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
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { DateTimeScalar, localId, NationalIdScalar, PageArgs, parseGlobalId, Permission, PhoneNumberScalar, } from '../../../kernel/index.js';
import { Organization, organizationNode } from '../../organizations/index.js';
import { pageOfMemberApplications } from '../application/application.repository.js';
import { MembershipApplicationConnection } from '../application/application.type.js';
import { pageOfMemberships } from '../membership/membership.repository.js';
import { MembershipConnection } from '../membership/membership.type.js';
import { MemberFilter, MemberOrder } from './member.inputs.js';
import { memberNode } from './member.node.js';
import { pageOfMembers } from './member.repository.js';
import { Member, MemberConnection } from './member.type.js';
import { open } from './person.js';
let MemberResolver = class MemberResolver {
    async member(id, ctx) {
        const parsed = parseGlobalId(id);
        return parsed?.type === 'Member' ? memberNode.load(ctx, parsed.uuid) : null;
    }
    members(page, filter, orderBy, ctx) {
        const local = (field) => {
            const id = filter?.[field];
            return id == null ? null : localId('Organization', id, ['filter', field]);
        };
        const { status, employmentType } = filter ?? {};
        const criteria = { status, employmentType, organizationId: local('organizationId'), within: local('within') };
        return pageOfMembers(ctx, page, criteria, orderBy);
    }
    nationalId(member, ctx) {
        return open(ctx, 'members', 'national_id_sealed', member.id, member.nationalIdSealed);
    }
    phone(member, ctx) {
        return open(ctx, 'members', 'phone_sealed', member.id, member.phoneSealed);
    }
    registeredAt(member) {
        return new Date(member.registeredAt);
    }
    organization(member, ctx) {
        return member.organizationId == null ? null : organizationNode.load(ctx, member.organizationId);
    }
    memberships(member, page, ctx) {
        return pageOfMemberships(ctx, member.id, page);
    }
    applications(member, page, ctx) {
        return pageOfMemberApplications(ctx, member.id, page);
    }
};
__decorate([
    Query(() => Member, {
        nullable: true,
        description: '按全局 ID 取一名会员；无权查看与不存在回答相同 / One member; not yours and not there look the same',
    }),
    Permission('member:read'),
    __param(0, Arg('id', () => ID, { description: '全局 ID / Global id' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, Function]),
    __metadata("design:returntype", Promise)
], MemberResolver.prototype, "member", null);
__decorate([
    Query(() => MemberConnection, {
        description: '可见的会员，默认按录入次序 / The members you may see, by default in order of entry',
    }),
    Permission('member:read'),
    __param(0, Args(() => PageArgs)),
    __param(1, Arg('filter', () => MemberFilter, { nullable: true, description: '筛选 / Which of them' })),
    __param(2, Arg('orderBy', () => MemberOrder, { nullable: true, description: '排序 / In which order' })),
    __param(3, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [PageArgs, Object, Object, Function]),
    __metadata("design:returntype", Promise)
], MemberResolver.prototype, "members", null);
__decorate([
    FieldResolver(() => NationalIdScalar, { description: '公民身份号码，始终掩码 / Identity number, always masked' }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", String)
], MemberResolver.prototype, "nationalId", null);
__decorate([
    FieldResolver(() => PhoneNumberScalar, { description: '手机号，始终掩码 / Phone number, always masked' }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", String)
], MemberResolver.prototype, "phone", null);
__decorate([
    FieldResolver(() => DateTimeScalar, { description: '录入会员库的时间 / When the person entered the register' }),
    __param(0, Root()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object]),
    __metadata("design:returntype", Date)
], MemberResolver.prototype, "registeredAt", null);
__decorate([
    FieldResolver(() => Organization, {
        nullable: true,
        description: '主会籍所在工会；不在会的为空 / Union of the primary membership; null without one',
    }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Object)
], MemberResolver.prototype, "organization", null);
__decorate([
    FieldResolver(() => MembershipConnection, {
        description: '历次会籍，按录入次序 / All memberships, past and present, in order of entry',
    }),
    __param(0, Root()),
    __param(1, Args(() => PageArgs)),
    __param(2, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, PageArgs, Function]),
    __metadata("design:returntype", Promise)
], MemberResolver.prototype, "memberships", null);
__decorate([
    FieldResolver(() => MembershipApplicationConnection, {
        description: '历次入会申请，按申请次序 / Applications for membership, in order of time',
    }),
    __param(0, Root()),
    __param(1, Args(() => PageArgs)),
    __param(2, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, PageArgs, Function]),
    __metadata("design:returntype", Promise)
], MemberResolver.prototype, "applications", null);
MemberResolver = __decorate([
    Resolver(() => Member)
], MemberResolver);
export { MemberResolver };
//# sourceMappingURL=member.resolver.js.map