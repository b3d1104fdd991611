import { Arg, Args, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import {
  orderingBy,
  type Page,
  PageArgs,
  Payload,
  Permission,
  pageOf,
  type RequestContext,
  toGlobalId,
} from '../../kernel/index.js';
import { Organization, type OrganizationRow, organizationNode } from '../organizations/index.js';
import { GrantRoleInput, RegisterAccountInput, RevokeRoleInput, SuspendAccountInput } from './account.inputs.js';
import { registerAccount, revokeRole, suspendAccount } from './account.service.js';
import { grantRole } from './grant.service.js';
import { type AssignmentRow, assignmentsOf } from './principal.repository.js';
import { Account, AccountConnection, type PrincipalRow, principalNode, RoleAssignment } from './principal.type.js';

/** Base of the payloads below: each gives back the account as it is now. */
@ObjectType('AccountPayload', {
  simpleResolvers: true,
  description: '账号操作的结果 / Outcome of a change to an account',
})
export class AccountPayload extends Payload {
  @Field(() => Account, { nullable: true, description: '账号现状 / The account as it is now' })
  account?: object | null;
}

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => AccountConnection, { description: '本区的账号 / Accounts of this district' })
  @Permission('access:read')
  accounts(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: RequestContext): Promise<Page<PrincipalRow>> {
    return pageOf(ctx, { source: principalNode, ordering: orderingBy('id', 'asc'), page });
  }

  @FieldResolver(() => [RoleAssignment], { description: '未终止的授权 / Roles that are not over' })
  async roles(@Root() account: PrincipalRow, @Ctx() ctx: RequestContext): Promise<AssignmentRow[]> {
    return (await assignmentsOf(ctx, account.id)).filter(({ role }) => !ctx.hides(role));
  }

  @Mutation(() => AccountPayload, { description: '登记账号 / Register an account' })
  @Permission('access:assign')
  async registerAccount(
    @Arg('input', () => RegisterAccountInput, { description: '账号 / The account' }) input: RegisterAccountInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AccountPayload> {
    return payload(ctx, await registerAccount(ctx, input));
  }

  @Mutation(() => AccountPayload, { description: '停用或恢复账号 / Suspend an account or let it act again' })
  @Permission('access:assign')
  async suspendAccount(
    @Arg('input', () => SuspendAccountInput, { description: '账号与状态 / The account and what to do' })
    input: SuspendAccountInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AccountPayload> {
    return payload(ctx, await suspendAccount(ctx, input));
  }

  @Mutation(() => AccountPayload, { description: '授予角色 / Give a role' })
  @Permission('access:assign')
  async grantRole(
    @Arg('input', () => GrantRoleInput, { description: '角色与范围 / The role and its scope' }) input: GrantRoleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AccountPayload> {
    return payload(ctx, await grantRole(ctx, input));
  }

  @Mutation(() => AccountPayload, { description: '撤销角色 / Take a role away' })
  @Permission('access:assign')
  async revokeRole(
    @Arg('input', () => RevokeRoleInput, { description: '授权 / The assignment' }) input: RevokeRoleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AccountPayload> {
    return payload(ctx, await revokeRole(ctx, input));
  }
}

@Resolver(() => RoleAssignment)
export class RoleAssignmentResolver {
  @FieldResolver(() => String, { description: '授权编号 / Id of the assignment' })
  id(@Root() assignment: AssignmentRow): string {
    return toGlobalId('RoleAssignment', assignment.id);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: '所在组织；空为全区 / The organization; empty means the whole district',
  })
  async organization(@Root() assignment: AssignmentRow, @Ctx() ctx: RequestContext): Promise<OrganizationRow | null> {
    return assignment.organizationId ? organizationNode.load(ctx, assignment.organizationId) : null;
  }
}

async function payload(ctx: RequestContext, accountId: string): Promise<AccountPayload> {
  return { account: await principalNode.load(ctx, accountId) };
}
