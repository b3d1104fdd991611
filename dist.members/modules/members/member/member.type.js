var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateScalar, Node } from '../../../kernel/index.js';
export const Gender = { MALE: 'MALE', FEMALE: 'FEMALE' };
export const EmploymentType = {
    REGULAR: 'REGULAR',
    DISPATCHED: 'DISPATCHED',
    NON_REGULAR: 'NON_REGULAR',
    SELF_EMPLOYED: 'SELF_EMPLOYED',
};
export const JoinedVia = {
    EMPLOYER: 'EMPLOYER',
    ONLINE: 'ONLINE',
    COLLECTIVE: 'COLLECTIVE',
    OUTSIDE_FIRST: 'OUTSIDE_FIRST',
};
export const MemberStatus = {
    APPLIED: 'APPLIED',
    ACTIVE: 'ACTIVE',
    SUSPENDED: 'SUSPENDED',
    TRANSFERRED: 'TRANSFERRED',
    LEFT: 'LEFT',
    RETIRED: 'RETIRED',
    DECEASED: 'DECEASED',
};
registerEnumType(Gender, {
    name: 'Gender',
    description: '性别，以公民身份号码为准 / Gender, as the identity number says',
    valuesConfig: { MALE: { description: '男 / Male' }, FEMALE: { description: '女 / Female' } },
});
registerEnumType(EmploymentType, {
    name: 'EmploymentType',
    description: '就业形式 / How somebody works',
    valuesConfig: {
        REGULAR: { description: '与单位订立劳动合同 / A labour contract with the employer' },
        DISPATCHED: { description: '劳务派遣 / A contract with a dispatching agency' },
        NON_REGULAR: {
            description: '非正规就业：平台、家政等“两非一无”人员 / Platform and household work without a labour contract',
        },
        SELF_EMPLOYED: { description: '个体经营、自由职业 / Shopkeepers and free professions' },
    },
});
registerEnumType(JoinedVia, {
    name: 'JoinedVia',
    description: '入会途径 / How somebody came to the union',
    valuesConfig: {
        EMPLOYER: { description: '通过单位工会 / Through the employer’s union' },
        ONLINE: { description: '网上申请 / By an application of their own' },
        COLLECTIVE: { description: '集体入会 / With a whole unit at once' },
        OUTSIDE_FIRST: { description: '体外入会：单位建会之前先入会 / Before the employer has a union' },
    },
});
registerEnumType(MemberStatus, {
    name: 'MemberStatus',
    description: '会员状态 / Status of a person in the register',
    valuesConfig: {
        APPLIED: { description: '已申请，尚未入会 / Has applied and not been admitted yet' },
        ACTIVE: { description: '在会 / A member' },
        SUSPENDED: { description: '暂停 / Membership suspended' },
        TRANSFERRED: { description: '已转出本区 / Moved to another district' },
        LEFT: { description: '已离会 / Has left' },
        RETIRED: { description: '已退休 / Has retired' },
        DECEASED: { description: '已去世 / Has died' },
    },
});
let Member = class Member extends Node {
};
__decorate([
    Field(() => String, { description: '姓名 / Name' }),
    __metadata("design:type", String)
], Member.prototype, "name", void 0);
__decorate([
    Field(() => Gender, { description: '性别 / Gender' }),
    __metadata("design:type", String)
], Member.prototype, "gender", void 0);
__decorate([
    Field(() => DateScalar, { description: '出生日期 / Date of birth' }),
    __metadata("design:type", String)
], Member.prototype, "birthDate", void 0);
__decorate([
    Field(() => EmploymentType, { description: '就业形式 / How the person works' }),
    __metadata("design:type", String)
], Member.prototype, "employmentType", void 0);
__decorate([
    Field(() => String, { description: '职业或工种 / Occupation' }),
    __metadata("design:type", String)
], Member.prototype, "occupation", void 0);
__decorate([
    Field(() => JoinedVia, { description: '入会途径 / How the person joined' }),
    __metadata("design:type", String)
], Member.prototype, "joinedVia", void 0);
__decorate([
    Field(() => MemberStatus, { description: '状态 / Status' }),
    __metadata("design:type", String)
], Member.prototype, "status", void 0);
__decorate([
    Field(() => Boolean, { description: '演示用的虚构人物 / A made-up person of the demo' }),
    __metadata("design:type", Boolean)
], Member.prototype, "synthetic", void 0);
__decorate([
    Field(() => Int, { description: '版本号，修改时作为 expectedVersion / Version, for expectedVersion of a change' }),
    __metadata("design:type", Number)
], Member.prototype, "version", void 0);
Member = __decorate([
    ObjectType('Member', {
        implements: Node,
        simpleResolvers: true,
        description: '会员：区会员库中的一人 / A person’s entry in the register of the district',
    })
], Member);
export { Member };
export const MemberConnection = connectionOf(() => Member, 'Member');
//# sourceMappingURL=member.type.js.map