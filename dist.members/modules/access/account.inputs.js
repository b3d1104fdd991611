var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../kernel/index.js';
let RegisterAccountInput = class RegisterAccountInput {
};
__decorate([
    Field(() => String, { description: '身份：签发者与主体 / Identity: issuer and subject' }),
    __metadata("design:type", String)
], RegisterAccountInput.prototype, "subject", void 0);
__decorate([
    Field(() => String, { description: '名称 / Name' }),
    __metadata("design:type", String)
], RegisterAccountInput.prototype, "name", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: '对应的会员 / The member behind it' }),
    __metadata("design:type", Object)
], RegisterAccountInput.prototype, "memberId", void 0);
RegisterAccountInput = __decorate([
    InputType('RegisterAccountInput', { description: '登记账号 / Register an account' })
], RegisterAccountInput);
export { RegisterAccountInput };
let SuspendAccountInput = class SuspendAccountInput {
};
__decorate([
    Field(() => ID, { description: '账号 / The account' }),
    __metadata("design:type", String)
], SuspendAccountInput.prototype, "accountId", void 0);
__decorate([
    Field(() => Boolean, { description: '停用为 true，恢复为 false / True suspends, false lets it act again' }),
    __metadata("design:type", Boolean)
], SuspendAccountInput.prototype, "suspended", void 0);
__decorate([
    Field(() => Int, { description: '您所见的版本 / The version you saw' }),
    __metadata("design:type", Number)
], SuspendAccountInput.prototype, "expectedVersion", void 0);
SuspendAccountInput = __decorate([
    InputType('SuspendAccountInput', { description: '停用或恢复账号 / Suspend an account or let it act again' })
], SuspendAccountInput);
export { SuspendAccountInput };
let GrantRoleInput = class GrantRoleInput {
};
__decorate([
    Field(() => ID, { description: '账号 / The account' }),
    __metadata("design:type", String)
], GrantRoleInput.prototype, "accountId", void 0);
__decorate([
    Field(() => String, { description: '角色代码 / Code of the role' }),
    __metadata("design:type", String)
], GrantRoleInput.prototype, "role", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: '所在组织，含其下属 / The organization, with everything below it' }),
    __metadata("design:type", Object)
], GrantRoleInput.prototype, "organizationId", void 0);
__decorate([
    Field(() => DateScalar, { nullable: true, description: '自该日起，默认今天 / From this day on, today by default' }),
    __metadata("design:type", Object)
], GrantRoleInput.prototype, "since", void 0);
__decorate([
    Field(() => DateScalar, { nullable: true, description: '至该日止（不含） / Until this day, exclusive' }),
    __metadata("design:type", Object)
], GrantRoleInput.prototype, "until", void 0);
GrantRoleInput = __decorate([
    InputType('GrantRoleInput', { description: '授予角色 / Give a role' })
], GrantRoleInput);
export { GrantRoleInput };
let RevokeRoleInput = class RevokeRoleInput {
};
__decorate([
    Field(() => ID, { description: '授权编号 / Id of the assignment' }),
    __metadata("design:type", String)
], RevokeRoleInput.prototype, "assignmentId", void 0);
RevokeRoleInput = __decorate([
    InputType('RevokeRoleInput', { description: '撤销角色 / Take a role away' })
], RevokeRoleInput);
export { RevokeRoleInput };
//# sourceMappingURL=account.inputs.js.map