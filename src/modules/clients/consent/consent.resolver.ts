import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { ReadsBy, type RequestContext, SignedIn } from '../../../kernel/index.js';
import { AllowClientInput, ClientAccessPayload, WithdrawClientInput } from './consent.inputs.js';
import { allowClient, clientAccess, withdrawClient } from './consent.service.js';
import { ClientAccess } from './consent.type.js';

const given = { description: '输入 / Input' };

@Resolver()
export class ConsentResolver {
  @Query(() => ClientAccess, {
    nullable: true,
    description:
      '第三方应用申请什么、已允许什么；未登记、停用或本会的应用为空 / What a third party asks for and was allowed; empty for others',
  })
  @SignedIn()
  @ReadsBy({ externalClientId: ['Client.externalClientId'] })
  clientAccess(
    @Arg('externalClientId', () => String, {
      description: '登录服务中的编号 <登录服务>:<client_id> / Its id at the sign-in provider, <provider>:<client_id>',
    })
    externalClientId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ClientAccess | null> {
    return clientAccess(ctx, externalClientId);
  }

  @Mutation(() => ClientAccessPayload, {
    description: '允许第三方应用代表自己 / Lets a third party’s client act in one’s name',
  })
  @SignedIn()
  async allowClient(
    @Arg('input', () => AllowClientInput, given) input: AllowClientInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ClientAccessPayload> {
    return { access: await allowClient(ctx, input) };
  }

  @Mutation(() => ClientAccessPayload, {
    description: '撤回对第三方应用的同意，数秒内生效 / Takes consent back, within seconds',
  })
  @SignedIn()
  async withdrawClient(
    @Arg('input', () => WithdrawClientInput, given) input: WithdrawClientInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ClientAccessPayload> {
    return { access: await withdrawClient(ctx, input) };
  }
}
