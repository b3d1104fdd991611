var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, CreditCodeScalar, DateScalar, DateTimeScalar, Node } from '../../kernel/index.js';
import { BankAccount, JointUnionKind, OrganizationKind, OrganizationLevel, OrganizationStatus, OrganizationType, } from './organization.enums.js';
let Organization = class Organization extends Node {
};
__decorate([
    Field(() => String, { description: '工会编号，本区内唯一 / Its code, unique in the district' }),
    __metadata("design:type", String)
], Organization.prototype, "code", void 0);
__decorate([
    Field(() => String, { description: '名称 / Name' }),
    __metadata("design:type", String)
], Organization.prototype, "name", void 0);
__decorate([
    Field(() => OrganizationKind, { description: '种类 / Kind' }),
    __metadata("design:type", String)
], Organization.prototype, "kind", void 0);
__decorate([
    Field(() => JointUnionKind, {
        nullable: true,
        description: '联合的方式，仅联合工会有 / What it gathers; joint unions only',
    }),
    __metadata("design:type", Object)
], Organization.prototype, "jointUnionKind", void 0);
__decorate([
    Field(() => OrganizationType, { description: '四型 / Which of the four types it is' }),
    __metadata("design:type", String)
], Organization.prototype, "type", void 0);
__decorate([
    Field(() => OrganizationLevel, { description: '层级 / Level' }),
    __metadata("design:type", String)
], Organization.prototype, "level", void 0);
__decorate([
    Field(() => OrganizationStatus, { description: '状态 / Stage of its life' }),
    __metadata("design:type", String)
], Organization.prototype, "status", void 0);
__decorate([
    Field(() => CreditCodeScalar, {
        nullable: true,
        description: '工会自身的统一社会信用代码 / The body’s own unified social credit code',
    }),
    __metadata("design:type", Object)
], Organization.prototype, "creditCode", void 0);
__decorate([
    Field(() => Boolean, { description: '是否具有法人资格 / Whether it is a legal person' }),
    __metadata("design:type", Boolean)
], Organization.prototype, "legalPerson", void 0);
__decorate([
    Field(() => Boolean, { description: '是否已登记 / Whether it is registered' }),
    __metadata("design:type", Boolean)
], Organization.prototype, "registered", void 0);
__decorate([
    Field(() => String, { nullable: true, description: '地址 / Address' }),
    __metadata("design:type", Object)
], Organization.prototype, "address", void 0);
__decorate([
    Field(() => BankAccount, { nullable: true, description: '银行账户情况 / How it keeps its money' }),
    __metadata("design:type", Object)
], Organization.prototype, "bankAccount", void 0);
__decorate([
    Field(() => DateScalar, { nullable: true, description: '建会日期 / Day it was founded' }),
    __metadata("design:type", Object)
], Organization.prototype, "foundedOn", void 0);
__decorate([
    Field(() => DateScalar, {
        nullable: true,
        description: '撤销或合并日期，自该日起不再存在 / Day from which it is dissolved or merged',
    }),
    __metadata("design:type", Object)
], Organization.prototype, "endedOn", void 0);
__decorate([
    Field(() => Boolean, { description: '是否为演示用的虚构数据 / Whether it is made up for the demo' }),
    __metadata("design:type", Boolean)
], Organization.prototype, "synthetic", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: '录入时间 / When it was entered' }),
    __metadata("design:type", Date)
], Organization.prototype, "createdAt", void 0);
__decorate([
    Field(() => Int, { description: '版本号，修改时须提供 / Version, to be given with a change' }),
    __metadata("design:type", Number)
], Organization.prototype, "version", void 0);
Organization = __decorate([
    ObjectType('Organization', {
        implements: Node,
        simpleResolvers: true,
        description: '工会组织 / A union body',
    })
], Organization);
export { Organization };
/** A list of organizations, for every field that has one. */
export const OrganizationConnection = connectionOf(() => Organization, 'Organization');
//# sourceMappingURL=organization.type.js.map