var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateScalar, DateTimeScalar, defineNode, Node, scopesOf, } from '../../kernel/index.js';
import { PrincipalEntity } from './principal.entity.js';
export const AccountStatus = { ACTIVE: 'ACTIVE', SUSPENDED: 'SUSPENDED' };
registerEnumType(AccountStatus, {
    name: 'AccountStatus',
    description: '账号状态 / Status of an account',
    valuesConfig: {
        ACTIVE: { description: '正常 / Active' },
        SUSPENDED: { description: '停用 / Suspended' },
    },
});
/** Accounts are seen by those who look after them, and by nobody else. */
export const principalNode = defineNode(PrincipalEntity, (ctx) => scopesOf(ctx.principal, 'access:read').length > 0);
let Account = class Account extends Node {
};
__decorate([
    Field(() => String, { description: '身份：签发者与主体 / Identity: issuer and subject' }),
    __metadata("design:type", String)
], Account.prototype, "subject", void 0);
__decorate([
    Field(() => String, { description: '名称 / Name' }),
    __metadata("design:type", String)
], Account.prototype, "name", void 0);
__decorate([
    Field(() => AccountStatus, { description: '状态 / Status' }),
    __metadata("design:type", String)
], Account.prototype, "status", void 0);
__decorate([
    Field(() => Boolean, { description: '演示用的虚拟账号 / Made up for the demo' }),
    __metadata("design:type", Boolean)
], Account.prototype, "synthetic", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: '登记时间 / When it was registered' }),
    __metadata("design:type", String)
], Account.prototype, "createdAt", void 0);
__decorate([
    Field(() => Int, { description: '版本，供并发修改检查 / Version, for concurrent edits' }),
    __metadata("design:type", Number)
], Account.prototype, "version", void 0);
Account = __decorate([
    ObjectType('Account', {
        implements: Node,
        simpleResolvers: true,
        description: '可在本区操作的人或系统 / Somebody or some system that may act in this district',
    })
], Account);
export { Account };
let RoleAssignment = class RoleAssignment {
};
__decorate([
    Field(() => ID, { description: '授权编号 / Id of the assignment' }),
    __metadata("design:type", String)
], RoleAssignment.prototype, "id", void 0);
__decorate([
    Field(() => String, { description: '角色代码 / Code of the role' }),
    __metadata("design:type", String)
], RoleAssignment.prototype, "role", void 0);
__decorate([
    Field(() => DateScalar, { description: '自该日起 / From this day on' }),
    __metadata("design:type", String)
], RoleAssignment.prototype, "since", void 0);
__decorate([
    Field(() => DateScalar, { nullable: true, description: '至该日止（不含） / Until this day, exclusive' }),
    __metadata("design:type", Object)
], RoleAssignment.prototype, "until", void 0);
RoleAssignment = __decorate([
    ObjectType('RoleAssignment', { simpleResolvers: true, description: '一项授权 / A role given to an account' })
], RoleAssignment);
export { RoleAssignment };
export const AccountConnection = connectionOf(() => Account, 'Account');
//# sourceMappingURL=principal.type.js.map