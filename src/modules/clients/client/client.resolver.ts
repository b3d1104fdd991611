import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  orderingBy,
  type Page,
  PageArgs,
  Permission,
  pageOf,
  type RequestContext,
  toGlobalId,
} from '../../../kernel/index.js';
import type { ApiClientKeyRow } from '../key/key.entity.js';
import { CreateClientKeyInput, CreateClientKeyPayload, RevokeClientKeyInput } from '../key/key.inputs.js';
import { keysOf } from '../key/key.repository.js';
import { createClientKey, revokeClientKey } from '../key/key.service.js';
import { ClientKey } from '../key/key.type.js';
import type { ApiClientRow } from './client.entity.js';
import { ChangeClientInput, ClientPayload, RegisterClientInput, SuspendClientInput } from './client.inputs.js';
import { clientNode } from './client.node.js';
import { changeClient, registerClient, suspendClient } from './client.service.js';
import { Client, ClientConnection } from './client.type.js';

const given = { description: '输入 / Input' };

@Resolver(() => Client)
export class ClientResolver {
  @Query(() => ClientConnection, { description: '本区登记的接入应用 / Programs that the district lets in' })
  @Permission('client:read')
  clients(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: RequestContext): Promise<Page<ApiClientRow>> {
    return pageOf(ctx, { source: clientNode, ordering: orderingBy('id', 'asc'), page });
  }

  @FieldResolver(() => [String], {
    description:
      '范围：它最多可用的权限；为空则什么都不可；所属模块关闭的不列 / Scopes: the most it may use, without those of modules that are off; none means that nothing is allowed',
  })
  scopes(@Root() client: ApiClientRow, @Ctx() ctx: RequestContext): string[] {
    return client.scopes.filter((scope) => !ctx.hides(scope));
  }

  @FieldResolver(() => [ClientKey], {
    nullable: true,
    description: '密钥，新的在前；失效满 30 天的不列 / Its keys, newest first, without those over for 30 days',
  })
  @Permission('client:read')
  keys(@Root() client: ApiClientRow, @Ctx() ctx: RequestContext): Promise<ApiClientKeyRow[]> {
    return keysOf(ctx, client.id);
  }

  @Mutation(() => ClientPayload, { description: '登记接入应用 / Registers a client' })
  @Permission('client:manage')
  async registerClient(
    @Arg('input', () => RegisterClientInput, given) input: RegisterClientInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ClientPayload> {
    return { client: await clientNode.load(ctx, await registerClient(ctx, input)) };
  }

  @Mutation(() => ClientPayload, { description: '修改接入应用 / Changes a client' })
  @Permission('client:manage')
  async changeClient(
    @Arg('input', () => ChangeClientInput, given) input: ChangeClientInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ClientPayload> {
    return { client: await clientNode.load(ctx, await changeClient(ctx, input)) };
  }

  @Mutation(() => ClientPayload, {
    description: '停用或恢复接入应用，数秒内生效 / Suspends a client or lets it act again, within seconds',
  })
  @Permission('client:manage')
  async suspendClient(
    @Arg('input', () => SuspendClientInput, given) input: SuspendClientInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ClientPayload> {
    return { client: await clientNode.load(ctx, await suspendClient(ctx, input)) };
  }

  @Mutation(() => CreateClientKeyPayload, { description: '发放密钥；全文只出现这一次 / Issues a key, shown this once' })
  @Permission('client:manage')
  async createClientKey(
    @Arg('input', () => CreateClientKeyInput, given) input: CreateClientKeyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateClientKeyPayload> {
    const { clientId, key } = await createClientKey(ctx, input);
    return { client: await clientNode.load(ctx, clientId), key };
  }

  @Mutation(() => ClientPayload, { description: '吊销密钥，数秒内生效 / Revokes a key, within seconds' })
  @Permission('client:manage')
  async revokeClientKey(
    @Arg('input', () => RevokeClientKeyInput, given) input: RevokeClientKeyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ClientPayload> {
    return { client: await clientNode.load(ctx, await revokeClientKey(ctx, input)) };
  }
}

@Resolver(() => ClientKey)
export class ClientKeyResolver {
  @FieldResolver(() => String, { description: '密钥编号 / Id of the key' })
  id(@Root() key: ApiClientKeyRow): string {
    return toGlobalId('ClientKey', key.id);
  }
}
