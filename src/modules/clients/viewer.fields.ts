import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { actsAlone, actsThroughThirdParty, type RequestContext } from '../../kernel/index.js';
import { Viewer } from '../access/index.js';
import type { ApiClientRow } from './client/client.entity.js';
import { clientNode } from './client/client.node.js';
import { Client } from './client/client.type.js';
import { clientsAllowed } from './consent/consent.service.js';
import { ClientAccess } from './consent/consent.type.js';

@Resolver(() => Viewer)
export class ViewerClientFields {
  @FieldResolver(() => Client, {
    nullable: true,
    description: '调用所经的应用；直接登录则为空 / The client the caller acts through; empty without one',
  })
  async client(@Ctx() ctx: RequestContext): Promise<ApiClientRow | null> {
    const id = ctx.principal?.client?.id;
    return id ? clientNode.load(ctx, id) : null;
  }

  @FieldResolver(() => [ClientAccess], {
    description:
      '调用者已允许的第三方应用；通过第三方调用时为空 / Third parties allowed by the caller; none told to a third party',
  })
  async allowedClients(@Ctx() ctx: RequestContext): Promise<ClientAccess[]> {
    const { principal } = ctx;
    return actsThroughThirdParty(principal) || actsAlone(principal) ? [] : clientsAllowed(ctx);
  }
}
