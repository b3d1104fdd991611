import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { DateScalar, DistrictSettings, Payload, Permission, type RequestContext } from '../../kernel/index.js';
import { type Changed, changeModuleSettings, ownerOf, revertModuleSettings } from './module-settings.service.js';
import { ModuleSettings } from './module-settings.type.js';
import { SettingsChange, settingsChangeNode } from './settings-change.type.js';
import { ChangeModuleSettingsInput, RevertModuleSettingsInput } from './settings.inputs.js';

@ObjectType('ModuleSettingsPayload', {
  simpleResolvers: true,
  description: '修改设置的结果 / Outcome of a change of settings',
})
export class ModuleSettingsPayload extends Payload {
  @Field(() => ModuleSettings, { nullable: true, description: '生效日的设置 / The settings on the day of the change' })
  settings?: ModuleSettings | null;

  @Field(() => SettingsChange, { nullable: true, description: '本次改动 / The change as it stands on record' })
  change?: object | null;
}

@Resolver()
export class SettingsResolver {
  @Query(() => DistrictSettings, {
    description: '本区各模块在某日的设置 / The settings of this district’s modules on a day',
  })
  @Permission('settings:read')
  settings(
    @Arg('on', () => DateScalar, { nullable: true, description: '何日，默认今天 / The day; today by default' })
    on: string | undefined,
    @Ctx() ctx: RequestContext,
  ): DistrictSettings {
    return { on: on ?? ctx.today };
  }

  @Query(() => ModuleSettings, {
    nullable: true,
    description:
      '一个模块的设置及其说明、预定改动与历史；没有该模块或其无设置时为空 / One module’s settings with their schema, plans and history; empty for no such module, or one without settings',
  })
  @Permission('settings:read')
  moduleSettings(
    @Arg('moduleId', () => ID, { description: '模块代码 / Code of the module' }) moduleId: string,
    @Arg('on', () => DateScalar, { nullable: true, description: '何日，默认今天 / The day; today by default' })
    on: string | undefined,
    @Ctx() ctx: RequestContext,
  ): ModuleSettings | null {
    return ownerOf(ctx, moduleId) ? { moduleId, on: on ?? ctx.today } : null;
  }

  @Mutation(() => ModuleSettingsPayload, { description: '修改一个模块的设置 / Change settings of a module' })
  @Permission('settings:change')
  async changeModuleSettings(
    @Arg('input', () => ChangeModuleSettingsInput, { description: '改动 / The change' })
    input: ChangeModuleSettingsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ModuleSettingsPayload> {
    return payloadOf(ctx, await changeModuleSettings(ctx, input));
  }

  @Mutation(() => ModuleSettingsPayload, {
    description: '把一个模块的设置恢复到某次改动之后 / Return to a module’s settings as they were after a change',
  })
  @Permission('settings:change')
  async revertModuleSettings(
    @Arg('input', () => RevertModuleSettingsInput, { description: '恢复 / The return' })
    input: RevertModuleSettingsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ModuleSettingsPayload> {
    return payloadOf(ctx, await revertModuleSettings(ctx, input));
  }
}

async function payloadOf(ctx: RequestContext, { settings, changeId }: Changed): Promise<ModuleSettingsPayload> {
  return { settings, change: await settingsChangeNode.load(ctx, changeId) } as ModuleSettingsPayload;
}
