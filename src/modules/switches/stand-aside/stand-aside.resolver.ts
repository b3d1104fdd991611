import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, Permission, type RequestContext } from '../../../kernel/index.js';
import { Organization, type OrganizationRow, organizationNode } from '../../organizations/index.js';
import { Module } from '../module/module.type.js';
import { changedModule } from '../module/module.view.js';
import type { StandAsidePeriod } from './periods.js';
import { StandAsideInput } from './stand-aside.inputs.js';
import { standAside, standAsidesOf, takePartAgain } from './stand-aside.service.js';
import { StandAside, StandAsidePayload } from './stand-aside.type.js';

@Resolver(() => Module)
export class StandAsidesOfModule {
  @FieldResolver(() => [StandAside], {
    description: '不参加或将不参加的街镇，限可见的 / Hubs that stand aside, or will; of those that you see',
  })
  async standAsides(@Root() { id }: Module, @Ctx() ctx: RequestContext): Promise<StandAside[]> {
    const periods = await standAsidesOf(ctx, id);
    const hubs = await Promise.all(periods.map(({ organizationId }) => organizationNode.load(ctx, organizationId)));
    return periods
      .filter((_, index) => hubs[index] !== null)
      .map((period) => ({ ...period, decidedAt: new Date(period.decidedAt) }));
  }

  @Mutation(() => StandAsidePayload, {
    description:
      '街镇不参加模块的工作：不新办，已办的继续 / A hub stands aside: nothing new begins, what has begun goes on',
  })
  @Permission('module:stand-aside')
  async standAside(
    @Arg('input', () => StandAsideInput, { description: '模块、街镇与日期 / Which module and hub, from when on' })
    input: StandAsideInput,
    @Ctx() ctx: RequestContext,
  ): Promise<StandAsidePayload> {
    await standAside(ctx, input);
    return { module: await changedModule(ctx, input.moduleId) };
  }

  @Mutation(() => StandAsidePayload, { description: '街镇恢复参加 / A hub takes part again' })
  @Permission('module:stand-aside')
  async takePartAgain(
    @Arg('input', () => StandAsideInput, { description: '模块、街镇与日期 / Which module and hub, from when on' })
    input: StandAsideInput,
    @Ctx() ctx: RequestContext,
  ): Promise<StandAsidePayload> {
    await takePartAgain(ctx, input);
    return { module: await changedModule(ctx, input.moduleId) };
  }
}

@Resolver(() => StandAside)
export class StandAsideResolver {
  @FieldResolver(() => Organization, { nullable: true, description: '街镇 / The hub' })
  organization(
    @Root() { organizationId }: StandAsidePeriod,
    @Ctx() ctx: RequestContext,
  ): Promise<OrganizationRow | null> {
    return organizationNode.load(ctx, organizationId);
  }

  @FieldResolver(() => String, { description: '由谁决定 / Who decided it' })
  decidedBy(@Root() { id }: StandAsidePeriod, @Ctx() ctx: RequestContext): Promise<string> {
    return actorOf(ctx, id);
  }
}
