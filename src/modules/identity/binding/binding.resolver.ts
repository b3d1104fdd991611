import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  assertHolds,
  checkLine,
  kernelErrors,
  localId,
  Permission,
  Problems,
  type RequestContext,
  refuse,
  SignedIn,
  toGlobalId,
} from '../../../kernel/index.js';
import { principalNode } from '../../access/index.js';
import {
  BindPersonInput,
  BindPersonPayload,
  InviteMemberInput,
  InviteMemberPayload,
  UnbindPersonInput,
  UnbindPersonPayload,
} from './binding.inputs.js';
import { bindPerson, unbindPerson } from './binding.service.js';
import { inviteMember } from './invitation.service.js';

@Resolver()
export class BindingResolver {
  @Mutation(() => BindPersonPayload, { description: '将自己的账号绑定到会员 / Binds one’s own account to a member' })
  @SignedIn()
  async bindPerson(
    @Arg('input', () => BindPersonInput, { description: '依据 / What shows who the caller is' }) input: BindPersonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<BindPersonPayload> {
    return { memberId: toGlobalId('Member', await bindPerson(ctx, input)) };
  }

  @Mutation(() => UnbindPersonPayload, {
    description: '解除绑定：自己的，或有权时他人的 / Undoes a binding: one’s own, or with permission another’s',
  })
  @SignedIn()
  async unbindPerson(
    @Arg('input', () => UnbindPersonInput, { description: '账号与理由 / Account and reason' }) input: UnbindPersonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UnbindPersonPayload> {
    const problems = new Problems();
    const reason = checkLine(problems, ['input', 'reason'], input.reason, { min: 2, max: 200 });
    problems.throwIfAny();
    const accountId = await accountOf(ctx, input.accountId);
    return { accountId: toGlobalId('Account', await unbindPerson(ctx, accountId, reason)) };
  }

  @Mutation(() => InviteMemberPayload, { description: '发放邀请码 / Makes an invitation code' })
  @Permission('identity:invite')
  async inviteMember(
    @Arg('input', () => InviteMemberInput, { description: '会员 / The member' }) input: InviteMemberInput,
    @Ctx() ctx: RequestContext,
  ): Promise<InviteMemberPayload> {
    const { code, expiresAt } = await inviteMember(ctx, localId('Member', input.memberId, ['input', 'memberId']));
    return { code, expiresAt };
  }
}

/** The account meant; another's needs the permission first, so that nobody learns by trying which accounts there are. */
async function accountOf(ctx: RequestContext, globalId: string | null | undefined): Promise<string> {
  const own = ctx.principal!.id;
  if (globalId == null) return own;
  const path = ['input', 'accountId'];
  const id = localId('Account', globalId, path);
  if (id === own) return own;
  assertHolds(ctx.principal, 'identity:unbind');
  if (!(await principalNode.load(ctx, id))) throw refuse(kernelErrors.NOT_FOUND, { path });
  return id;
}
