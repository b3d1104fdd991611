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
import { Arg, Args, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { orderingBy, PageArgs, Payload, Permission, pageOf, toGlobalId, } from '../../kernel/index.js';
import { Organization, organizationNode } from '../organizations/index.js';
import { GrantRoleInput, RegisterAccountInput, RevokeRoleInput, SuspendAccountInput } from './account.inputs.js';
import { grantRole, registerAccount, revokeRole, suspendAccount } from './account.service.js';
import { assignmentsOf } from './principal.repository.js';
import { Account, AccountConnection, principalNode, RoleAssignment } from './principal.type.js';
/** Base of the payloads below: each gives back the account as it is now. */
let AccountPayload = class AccountPayload extends Payload {
};
__decorate([
    Field(() => Account, { nullable: true, description: '账号现状 / The account as it is now' }),
    __metadata("design:type", Object)
], AccountPayload.prototype, "account", void 0);
AccountPayload = __decorate([
    ObjectType('AccountPayload', {
        simpleResolvers: true,
        description: '账号操作的结果 / Outcome of a change to an account',
    })
], AccountPayload);
export { AccountPayload };
let AccountResolver = class AccountResolver {
    accounts(page, ctx) {
        return pageOf(ctx, { source: principalNode, ordering: orderingBy('id', 'asc'), page });
    }
    roles(account, ctx) {
        return assignmentsOf(ctx, account.id);
    }
    async registerAccount(input, ctx) {
        return payload(ctx, await registerAccount(ctx, input));
    }
    async suspendAccount(input, ctx) {
        return payload(ctx, await suspendAccount(ctx, input));
    }
    async grantRole(input, ctx) {
        return payload(ctx, await grantRole(ctx, input));
    }
    async revokeRole(input, ctx) {
        return payload(ctx, await revokeRole(ctx, input));
    }
};
__decorate([
    Query(() => AccountConnection, { description: '本区的账号 / Accounts of this district' }),
    Permission('access:read'),
    __param(0, Args(() => PageArgs)),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [PageArgs, Function]),
    __metadata("design:returntype", Promise)
], AccountResolver.prototype, "accounts", null);
__decorate([
    FieldResolver(() => [RoleAssignment], { description: '未终止的授权 / Roles that are not over' }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Promise)
], AccountResolver.prototype, "roles", null);
__decorate([
    Mutation(() => AccountPayload, { description: '登记账号 / Register an account' }),
    Permission('access:manage'),
    __param(0, Arg('input', () => RegisterAccountInput, { description: '账号 / The account' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [RegisterAccountInput, Function]),
    __metadata("design:returntype", Promise)
], AccountResolver.prototype, "registerAccount", null);
__decorate([
    Mutation(() => AccountPayload, { description: '停用或恢复账号 / Suspend an account or let it act again' }),
    Permission('access:manage'),
    __param(0, Arg('input', () => SuspendAccountInput, { description: '账号与状态 / The account and what to do' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [SuspendAccountInput, Function]),
    __metadata("design:returntype", Promise)
], AccountResolver.prototype, "suspendAccount", null);
__decorate([
    Mutation(() => AccountPayload, { description: '授予角色 / Give a role' }),
    Permission('access:manage'),
    __param(0, Arg('input', () => GrantRoleInput, { description: '角色与范围 / The role and its scope' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [GrantRoleInput, Function]),
    __metadata("design:returntype", Promise)
], AccountResolver.prototype, "grantRole", null);
__decorate([
    Mutation(() => AccountPayload, { description: '撤销角色 / Take a role away' }),
    Permission('access:manage'),
    __param(0, Arg('input', () => RevokeRoleInput, { description: '授权 / The assignment' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [RevokeRoleInput, Function]),
    __metadata("design:returntype", Promise)
], AccountResolver.prototype, "revokeRole", null);
AccountResolver = __decorate([
    Resolver(() => Account)
], AccountResolver);
export { AccountResolver };
let RoleAssignmentResolver = class RoleAssignmentResolver {
    id(assignment) {
        return toGlobalId('RoleAssignment', assignment.id);
    }
    async organization(assignment, ctx) {
        return assignment.organizationId ? organizationNode.load(ctx, assignment.organizationId) : null;
    }
};
__decorate([
    FieldResolver(() => String, { description: '授权编号 / Id of the assignment' }),
    __param(0, Root()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object]),
    __metadata("design:returntype", String)
], RoleAssignmentResolver.prototype, "id", null);
__decorate([
    FieldResolver(() => Organization, {
        nullable: true,
        description: '所在组织；空为全区 / The organization; empty means the whole district',
    }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Promise)
], RoleAssignmentResolver.prototype, "organization", null);
RoleAssignmentResolver = __decorate([
    Resolver(() => RoleAssignment)
], RoleAssignmentResolver);
export { RoleAssignmentResolver };
async function payload(ctx, accountId) {
    return { account: await principalNode.load(ctx, accountId) };
}
//# sourceMappingURL=account.resolver.js.map