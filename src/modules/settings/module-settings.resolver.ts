import { Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import {
  actorOf,
  JsonObjectScalar,
  type Page,
  PageArgs,
  Permission,
  type RequestContext,
  say,
  settingsOf,
  settingsSchema,
} from '../../kernel/index.js';
import { ownerOf } from './module-settings.service.js';
import { ModuleSettings } from './module-settings.type.js';
import { changesOf, historyOf, plannedAfter } from './settings-change.repository.js';
import {
  SettingsChange,
  SettingsChangeConnection,
  type SettingsChangeRow,
  settingsChangeNode,
} from './settings-change.type.js';

@Resolver(() => ModuleSettings)
export class ModuleSettingsResolver {
  @FieldResolver(() => String, {
    description: '模块名称，按调用者的语言 / Title of the module in the caller’s language',
  })
  title(@Root() { moduleId }: ModuleSettings, @Ctx() ctx: RequestContext): string {
    return say(ctx.kernel.registry.get(moduleId)!.title, ctx.locale);
  }

  @FieldResolver(() => JsonObjectScalar, {
    description: '该日的全部设置，未改动的为默认值 / All settings on that day, defaults where nothing was changed',
  })
  values(@Root() { moduleId, on }: ModuleSettings, @Ctx() ctx: RequestContext): Promise<object> {
    return settingsOf(ctx, ownerOf(ctx, moduleId)!, on);
  }

  @FieldResolver(() => JsonObjectScalar, {
    description:
      '各项设置的 JSON Schema（2020-12），名称与说明按调用者的语言，单位见 x-unit / JSON Schema (2020-12) of the settings, titles in the caller’s language, units as x-unit',
  })
  schema(@Root() { moduleId }: ModuleSettings, @Ctx() ctx: RequestContext): object {
    return settingsSchema(ownerOf(ctx, moduleId)!.settings, ctx.locale);
  }

  @FieldResolver(() => Int, {
    description: '改动次数，供并发修改检查 / Number of changes so far, for concurrent edits',
  })
  version(@Root() { moduleId }: ModuleSettings, @Ctx() ctx: RequestContext): Promise<number> {
    return changesOf(ctx, moduleId);
  }

  @FieldResolver(() => [SettingsChange], {
    description: '该日之后将生效的改动，最多 100 个 / Changes that take effect after that day, 100 at most',
  })
  planned(@Root() { moduleId, on }: ModuleSettings, @Ctx() ctx: RequestContext): Promise<SettingsChangeRow[]> {
    return plannedAfter(ctx, moduleId, on);
  }

  @FieldResolver(() => SettingsChangeConnection, { description: '全部改动，新的在前 / All changes, newest first' })
  history(
    @Root() { moduleId }: ModuleSettings,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<SettingsChangeRow>> {
    return historyOf(ctx, moduleId, page);
  }
}

@Resolver(() => SettingsChange)
export class SettingsChangeResolver {
  @FieldResolver(() => ID, { description: '模块代码 / Code of the module' })
  moduleId(@Root() { module }: SettingsChangeRow): string {
    return module;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '由谁改动；无权查看为空 / Who changed it; null when not yours to see',
  })
  @Permission('settings:history')
  changedBy(@Root() { id }: SettingsChangeRow, @Ctx() ctx: RequestContext): Promise<string> {
    return actorOf(ctx, id);
  }

  @FieldResolver(() => SettingsChange, {
    nullable: true,
    description: '恢复到了哪次改动之后 / The change whose settings were brought back',
  })
  revertsTo(@Root() { revertsTo }: SettingsChangeRow, @Ctx() ctx: RequestContext): Promise<object | null> | null {
    return revertsTo ? settingsChangeNode.load(ctx, revertsTo) : null;
  }
}
