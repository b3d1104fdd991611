var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../kernel/index.js';
import { BankAccount, JointUnionKind, OrganizationKind, OrganizationLevel, OrganizationStatus, OrganizationType, } from './organization.enums.js';
let CreateOrganizationInput = class CreateOrganizationInput {
};
__decorate([
    Field(() => ID, {
        nullable: true,
        description: '上级；只有本区最高一级组织没有上级 / Parent; only the district’s top body has none',
    }),
    __metadata("design:type", Object)
], CreateOrganizationInput.prototype, "parentId", void 0);
__decorate([
    Field(() => String, {
        description: '工会编号：3–32 位大写字母、数字或连字符 / Code: 3–32 capital letters, digits or hyphens',
    }),
    __metadata("design:type", String)
], CreateOrganizationInput.prototype, "code", void 0);
__decorate([
    Field(() => String, { description: '名称，2–100 字 / Name, 2–100 characters' }),
    __metadata("design:type", String)
], CreateOrganizationInput.prototype, "name", void 0);
__decorate([
    Field(() => OrganizationKind, { description: '种类 / Kind' }),
    __metadata("design:type", String)
], CreateOrganizationInput.prototype, "kind", void 0);
__decorate([
    Field(() => JointUnionKind, {
        nullable: true,
        description: '联合的方式，联合工会必填 / What it gathers; needed for joint unions, and only there',
    }),
    __metadata("design:type", Object)
], CreateOrganizationInput.prototype, "jointUnionKind", void 0);
__decorate([
    Field(() => OrganizationType, { nullable: true, description: '四型；默认按种类 / Type; follows from the kind' }),
    __metadata("design:type", Object)
], CreateOrganizationInput.prototype, "type", void 0);
__decorate([
    Field(() => OrganizationLevel, { nullable: true, description: '层级；默认按种类 / Level; follows from the kind' }),
    __metadata("design:type", Object)
], CreateOrganizationInput.prototype, "level", void 0);
__decorate([
    Field(() => OrganizationStatus, {
        nullable: true,
        description: '状态，默认为已申请 / Status; APPLIED when left out',
    }),
    __metadata("design:type", Object)
], CreateOrganizationInput.prototype, "status", void 0);
__decorate([
    Field(() => String, {
        nullable: true,
        description: '工会自身的统一社会信用代码 / The body’s own unified social credit code',
    }),
    __metadata("design:type", Object)
], CreateOrganizationInput.prototype, "creditCode", void 0);
__decorate([
    Field(() => Boolean, { nullable: true, description: '是否具有法人资格 / Whether it is a legal person' }),
    __metadata("design:type", Object)
], CreateOrganizationInput.prototype, "legalPerson", void 0);
__decorate([
    Field(() => Boolean, { nullable: true, description: '是否已登记 / Whether it is registered' }),
    __metadata("design:type", Object)
], CreateOrganizationInput.prototype, "registered", void 0);
__decorate([
    Field(() => String, { nullable: true, description: '地址 / Address' }),
    __metadata("design:type", Object)
], CreateOrganizationInput.prototype, "address", void 0);
__decorate([
    Field(() => BankAccount, { nullable: true, description: '银行账户情况 / How it keeps its money' }),
    __metadata("design:type", Object)
], CreateOrganizationInput.prototype, "bankAccount", void 0);
__decorate([
    Field(() => DateScalar, { nullable: true, description: '建会日期，已建会必填 / Founding day; needed when founded' }),
    __metadata("design:type", Object)
], CreateOrganizationInput.prototype, "foundedOn", void 0);
CreateOrganizationInput = __decorate([
    InputType('CreateOrganizationInput', { description: '新建工会组织 / A union body to be created' })
], CreateOrganizationInput);
export { CreateOrganizationInput };
let UpdateOrganizationInput = class UpdateOrganizationInput {
};
__decorate([
    Field(() => ID, { description: '组织 / The body' }),
    __metadata("design:type", String)
], UpdateOrganizationInput.prototype, "id", void 0);
__decorate([
    Field(() => Int, { description: '您读到的版本号 / The version you have read' }),
    __metadata("design:type", Number)
], UpdateOrganizationInput.prototype, "expectedVersion", void 0);
__decorate([
    Field(() => String, { nullable: true, description: '名称，2–100 字 / Name, 2–100 characters' }),
    __metadata("design:type", Object)
], UpdateOrganizationInput.prototype, "name", void 0);
__decorate([
    Field(() => JointUnionKind, { nullable: true, description: '联合的方式 / What a joint union gathers' }),
    __metadata("design:type", Object)
], UpdateOrganizationInput.prototype, "jointUnionKind", void 0);
__decorate([
    Field(() => OrganizationStatus, { nullable: true, description: '状态 / Status' }),
    __metadata("design:type", Object)
], UpdateOrganizationInput.prototype, "status", void 0);
__decorate([
    Field(() => String, { nullable: true, description: '统一社会信用代码 / Unified social credit code' }),
    __metadata("design:type", Object)
], UpdateOrganizationInput.prototype, "creditCode", void 0);
__decorate([
    Field(() => Boolean, { nullable: true, description: '是否具有法人资格 / Whether it is a legal person' }),
    __metadata("design:type", Object)
], UpdateOrganizationInput.prototype, "legalPerson", void 0);
__decorate([
    Field(() => Boolean, { nullable: true, description: '是否已登记 / Whether it is registered' }),
    __metadata("design:type", Object)
], UpdateOrganizationInput.prototype, "registered", void 0);
__decorate([
    Field(() => String, { nullable: true, description: '地址 / Address' }),
    __metadata("design:type", Object)
], UpdateOrganizationInput.prototype, "address", void 0);
__decorate([
    Field(() => BankAccount, { nullable: true, description: '银行账户情况 / How it keeps its money' }),
    __metadata("design:type", Object)
], UpdateOrganizationInput.prototype, "bankAccount", void 0);
__decorate([
    Field(() => DateScalar, { nullable: true, description: '建会日期 / Founding day' }),
    __metadata("design:type", Object)
], UpdateOrganizationInput.prototype, "foundedOn", void 0);
__decorate([
    Field(() => DateScalar, {
        nullable: true,
        description: '撤销或合并日期 / Day from which it is dissolved or merged',
    }),
    __metadata("design:type", Object)
], UpdateOrganizationInput.prototype, "endedOn", void 0);
UpdateOrganizationInput = __decorate([
    InputType('UpdateOrganizationInput', {
        description: '修改工会组织；只改给出的字段 / A change of a union body; only what is given changes',
    })
], UpdateOrganizationInput);
export { UpdateOrganizationInput };
let MoveOrganizationInput = class MoveOrganizationInput {
};
__decorate([
    Field(() => ID, { description: '组织 / The body' }),
    __metadata("design:type", String)
], MoveOrganizationInput.prototype, "id", void 0);
__decorate([
    Field(() => ID, { description: '新的上级 / The new parent' }),
    __metadata("design:type", String)
], MoveOrganizationInput.prototype, "parentId", void 0);
__decorate([
    Field(() => Int, { description: '您读到的版本号 / The version you have read' }),
    __metadata("design:type", Number)
], MoveOrganizationInput.prototype, "expectedVersion", void 0);
MoveOrganizationInput = __decorate([
    InputType('MoveOrganizationInput', {
        description: '调整上级，自今日起生效 / A move to another parent, from today on',
    })
], MoveOrganizationInput);
export { MoveOrganizationInput };
let OrganizationFilter = class OrganizationFilter {
};
__decorate([
    Field(() => OrganizationKind, { nullable: true, description: '种类 / Kind' }),
    __metadata("design:type", Object)
], OrganizationFilter.prototype, "kind", void 0);
__decorate([
    Field(() => OrganizationType, { nullable: true, description: '四型 / Type' }),
    __metadata("design:type", Object)
], OrganizationFilter.prototype, "type", void 0);
__decorate([
    Field(() => OrganizationLevel, { nullable: true, description: '层级 / Level' }),
    __metadata("design:type", Object)
], OrganizationFilter.prototype, "level", void 0);
__decorate([
    Field(() => OrganizationStatus, { nullable: true, description: '状态 / Status' }),
    __metadata("design:type", Object)
], OrganizationFilter.prototype, "status", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: '该组织及其所有下级 / This body and everything below it' }),
    __metadata("design:type", Object)
], OrganizationFilter.prototype, "within", void 0);
__decorate([
    Field(() => String, { nullable: true, description: '名称开头，区分大小写 / Beginning of the name, case matters' }),
    __metadata("design:type", Object)
], OrganizationFilter.prototype, "nameStartsWith", void 0);
__decorate([
    Field(() => [String], { nullable: true, description: '编号之一，最多 100 个 / One of these codes, 100 at most' }),
    __metadata("design:type", Object)
], OrganizationFilter.prototype, "codes", void 0);
OrganizationFilter = __decorate([
    InputType('OrganizationFilter', { description: '组织筛选；各项同时满足 / Which bodies; all conditions hold at once' })
], OrganizationFilter);
export { OrganizationFilter };
export const OrganizationOrderField = { CODE: 'CODE', NAME: 'NAME' };
registerEnumType(OrganizationOrderField, {
    name: 'OrganizationOrderField',
    description: '组织列表的排序字段 / What a list of bodies is sorted by',
    valuesConfig: {
        CODE: { description: '编号 / Code' },
        NAME: { description: '名称，按字符编码 / Name, by code point' },
    },
});
export const OrganizationOrderDirection = { ASC: 'ASC', DESC: 'DESC' };
registerEnumType(OrganizationOrderDirection, {
    name: 'OrganizationOrderDirection',
    description: '升序或降序 / Direction of a sorting',
    valuesConfig: { ASC: { description: '升序 / Ascending' }, DESC: { description: '降序 / Descending' } },
});
let OrganizationOrder = class OrganizationOrder {
};
__decorate([
    Field(() => OrganizationOrderField, { description: '排序字段 / Field' }),
    __metadata("design:type", Object)
], OrganizationOrder.prototype, "field", void 0);
__decorate([
    Field(() => OrganizationOrderDirection, { nullable: true, description: '方向，默认升序 / Direction; ascending' }),
    __metadata("design:type", Object)
], OrganizationOrder.prototype, "direction", void 0);
OrganizationOrder = __decorate([
    InputType('OrganizationOrder', { description: '组织列表的排序 / How a list of bodies is sorted' })
], OrganizationOrder);
export { OrganizationOrder };
//# sourceMappingURL=organization.inputs.js.map