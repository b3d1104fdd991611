import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  actorOf,
  kernelErrors,
  type ModuleDecision,
  Permission,
  type RequestContext,
  refuse,
  say,
} from '../../../kernel/index.js';
import { lockModule } from './lock.service.js';
import { DisableModuleInput, EnableModuleInput, LockModuleInput } from './module.inputs.js';
import { type AlsoSwitched, LockModulePayload, SwitchModulePayload } from './module.payloads.js';
import { Module, ModuleDecisionType } from './module.type.js';
import { changedModule, moduleView, moduleViews, shown } from './module.view.js';
import { type Along, disableModule, enableModule, type Switched } from './switching.service.js';
import { districtTimeline, visibleModules } from './visible-modules.js';

/** How many decisions of a module are shown at once, at most. */
const MOST_DECISIONS = 100;

@Resolver(() => Module)
export class ModuleResolver {
  @Query(() => [Module], {
    description:
      '可启用的模块；仅查看者只见已启用的 / Modules of the district; who may not switch them sees those that are on',
  })
  @Permission('module:read')
  modules(@Ctx() ctx: RequestContext): Promise<Module[]> {
    return moduleViews(ctx);
  }

  @Query(() => Module, { nullable: true, description: '按代码取一个模块 / One module by its code' })
  @Permission('module:read')
  module(
    @Arg('id', () => ID, { description: '模块代码 / Code of the module' }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Module | null> {
    return moduleView(ctx, id);
  }

  @FieldResolver(() => [ModuleDecisionType], {
    description: '开关和锁定的记录，最新在前 / Its decisions, newest first',
  })
  async history(
    @Root() { id }: Module,
    @Arg('first', () => Int, { defaultValue: 20, description: '取几条，1–100 / How many, 1–100' }) first: number,
    @Ctx() ctx: RequestContext,
  ): Promise<ModuleDecision[]> {
    if (first < 1 || first > MOST_DECISIONS) {
      throw refuse(kernelErrors.INVALID_VALUE, { path: ['first'], details: { reason: `1–${MOST_DECISIONS}` } });
    }
    const timeline = await districtTimeline(ctx);
    const visible = new Set(visibleModules(ctx).map((plugin) => plugin.id));
    return timeline
      .history(id)
      .slice(0, first)
      .map((decision) => shown(decision, visible));
  }

  @Mutation(() => SwitchModulePayload, {
    description: '启用模块，连同它所需的模块 / Switch a module on, with everything it requires',
  })
  @Permission('module:switch')
  async enableModule(
    @Arg('input', () => EnableModuleInput, { description: '模块与日期 / Which module, from when on' })
    input: EnableModuleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SwitchModulePayload> {
    return switched(ctx, await enableModule(ctx, input));
  }

  @Mutation(() => SwitchModulePayload, {
    description:
      '停用模块，连同依赖它的模块；数据保留 / Switch a module off, with everything that requires it; data stay',
  })
  @Permission('module:switch')
  async disableModule(
    @Arg('input', () => DisableModuleInput, { description: '模块与日期 / Which module, from when on' })
    input: DisableModuleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SwitchModulePayload> {
    return switched(ctx, await disableModule(ctx, input));
  }

  @Mutation(() => LockModulePayload, {
    description: '在本市各区锁定模块或解除锁定 / Fix a module on or off in districts of the city, or free it',
  })
  @Permission('module:lock')
  async lockModule(
    @Arg('input', () => LockModuleInput, { description: '模块、状态与各区 / Which module, how, and where' })
    input: LockModuleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<LockModulePayload> {
    const done = await lockModule(ctx, input);
    return {
      module: await changedModule(ctx, input.moduleId),
      districts: done.map(({ district, also }) => ({
        code: district.code,
        name: say({ zh: district.nameZh, en: district.nameEn }, ctx.locale),
        alsoSwitched: titled(ctx, also),
      })),
    };
  }
}

@Resolver(() => ModuleDecisionType)
export class ModuleDecisionResolver {
  @FieldResolver(() => String, { description: '由谁决定 / Who decided it' })
  decidedBy(@Root() { id }: ModuleDecision, @Ctx() ctx: RequestContext): Promise<string> {
    return actorOf(ctx, id);
  }
}

async function switched(ctx: RequestContext, { moduleId, also }: Switched): Promise<SwitchModulePayload> {
  return { module: await changedModule(ctx, moduleId), alsoSwitched: titled(ctx, also) };
}

function titled(ctx: RequestContext, also: readonly Along[]): AlsoSwitched[] {
  return also.map((one) => ({ ...one, title: say(ctx.kernel.registry.get(one.id)!.title, ctx.locale) }));
}
