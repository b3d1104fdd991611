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
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, Permission } from '../../kernel/index.js';
import { Organization } from '../organizations/index.js';
import { OrganizationMemberFilter } from './member/member.inputs.js';
import { pageOfOrganizationMembers } from './member/member.repository.js';
import { MemberConnection } from './member/member.type.js';
let OrganizationMemberFields = class OrganizationMemberFields {
    members(organization, page, filter, ctx) {
        return pageOfOrganizationMembers(ctx, organization.id, page, filter?.kind ?? 'PRIMARY', filter?.status);
    }
};
__decorate([
    FieldResolver(() => MemberConnection, {
        description: '直属会员（不含下级组织的）：默认为主会籍 / Members of this body itself, not of bodies below; primary ones by default',
    }),
    Permission('member:read'),
    __param(0, Root()),
    __param(1, Args(() => PageArgs)),
    __param(2, Arg('filter', () => OrganizationMemberFilter, { nullable: true, description: '筛选 / Which of them' })),
    __param(3, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, PageArgs, Object, Function]),
    __metadata("design:returntype", Promise)
], OrganizationMemberFields.prototype, "members", null);
OrganizationMemberFields = __decorate([
    Resolver(() => Organization)
], OrganizationMemberFields);
export { OrganizationMemberFields };
//# sourceMappingURL=organization.fields.js.map