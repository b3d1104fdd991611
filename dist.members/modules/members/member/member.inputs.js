var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { EmploymentType, MemberStatus } from './member.type.js';
import { MembershipKind } from '../membership/membership.type.js';
export const MemberOrderField = { ID: 'ID', REGISTERED_AT: 'REGISTERED_AT', NAME: 'NAME' };
export const MemberOrderDirection = { ASC: 'ASC', DESC: 'DESC' };
registerEnumType(MemberOrderField, {
    name: 'MemberOrderField',
    description: '会员列表的排序依据 / What a list of members is ordered by',
    valuesConfig: {
        ID: { description: '录入次序（默认） / Order of entry, the default' },
        REGISTERED_AT: { description: '登记时间 / Time of registration' },
        NAME: { description: '姓名，按字符编码 / Name, by character code' },
    },
});
registerEnumType(MemberOrderDirection, {
    name: 'MemberOrderDirection',
    description: '排序方向 / Direction of the order',
    valuesConfig: { ASC: { description: '升序 / Ascending' }, DESC: { description: '降序 / Descending' } },
});
let MemberOrder = class MemberOrder {
};
__decorate([
    Field(() => MemberOrderField, { description: '依据 / What to order by' }),
    __metadata("design:type", Object)
], MemberOrder.prototype, "field", void 0);
__decorate([
    Field(() => MemberOrderDirection, { description: '方向 / Direction', defaultValue: 'ASC' }),
    __metadata("design:type", Object)
], MemberOrder.prototype, "direction", void 0);
MemberOrder = __decorate([
    InputType('MemberOrder', { description: '会员列表的排序 / Order of a list of members' })
], MemberOrder);
export { MemberOrder };
let MemberFilter = class MemberFilter {
};
__decorate([
    Field(() => MemberStatus, { nullable: true, description: '状态 / Status' }),
    __metadata("design:type", Object)
], MemberFilter.prototype, "status", void 0);
__decorate([
    Field(() => EmploymentType, { nullable: true, description: '就业形式 / How they work' }),
    __metadata("design:type", Object)
], MemberFilter.prototype, "employmentType", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: '主会籍在此组织 / Primary membership in this very organization' }),
    __metadata("design:type", Object)
], MemberFilter.prototype, "organizationId", void 0);
__decorate([
    Field(() => ID, {
        nullable: true,
        description: '主会籍在此组织或其下级 / Primary membership in this organization or below it',
    }),
    __metadata("design:type", Object)
], MemberFilter.prototype, "within", void 0);
MemberFilter = __decorate([
    InputType('MemberFilter', { description: '会员筛选，各条件同时成立 / Which members; all conditions together' })
], MemberFilter);
export { MemberFilter };
let OrganizationMemberFilter = class OrganizationMemberFilter {
};
__decorate([
    Field(() => MembershipKind, {
        description: '主会籍（默认）或二次覆盖 / Primary members (default) or those covered a second time',
        defaultValue: 'PRIMARY',
    }),
    __metadata("design:type", String)
], OrganizationMemberFilter.prototype, "kind", void 0);
__decorate([
    Field(() => MemberStatus, { nullable: true, description: '状态 / Status' }),
    __metadata("design:type", Object)
], OrganizationMemberFilter.prototype, "status", void 0);
OrganizationMemberFilter = __decorate([
    InputType('OrganizationMemberFilter', {
        description: '一个组织的会员筛选 / Which members of one organization',
    })
], OrganizationMemberFilter);
export { OrganizationMemberFilter };
//# sourceMappingURL=member.inputs.js.map