import {
  assertHoldsInDistrict,
  changeSettings,
  kernelErrors,
  localId,
  type RequestContext,
  refuse,
  revertSettings,
  type SettingsOwner,
} from '../../kernel/index.js';
import type { ModuleSettings } from './module-settings.type.js';
import type { ChangeModuleSettingsInput, RevertModuleSettingsInput } from './settings.inputs.js';

/** What a mutation has done: the module, the day from which it holds, and the local id of the change. */
export interface Changed {
  readonly settings: ModuleSettings;
  readonly changeId: string;
}

/** A module with settings that exists in this district; `undefined` for one that is off as for one nobody has. */
export function ownerOf(ctx: RequestContext, moduleId: string): SettingsOwner | undefined {
  const plugin = ctx.facts.modules.has(moduleId) ? ctx.kernel.registry.get(moduleId) : undefined;
  return plugin?.settings && { id: plugin.id, settings: plugin.settings };
}

/** Errors: NOT_FOUND, STALE_VERSION, FORBIDDEN, and those of the kernel's `changeSettings`. */
export async function changeModuleSettings(ctx: RequestContext, input: ChangeModuleSettingsInput): Promise<Changed> {
  const { owner, decision } = asked(ctx, input);
  const changeId = await changeSettings(ctx, owner, input.values, decision);
  return { settings: { moduleId: owner.id, on: decision.since }, changeId };
}

/** Errors: NOT_FOUND, STALE_VERSION, FORBIDDEN, and those of the kernel's `revertSettings`. */
export async function revertModuleSettings(ctx: RequestContext, input: RevertModuleSettingsInput): Promise<Changed> {
  const { owner, decision } = asked(ctx, input);
  const to = localId('SettingsChange', input.toSettingsChangeId, ['input', 'toSettingsChangeId']);
  const changeId = await revertSettings(ctx, owner, to, decision);
  return { settings: { moduleId: owner.id, on: decision.since }, changeId };
}

function asked(ctx: RequestContext, input: Omit<ChangeModuleSettingsInput, 'values'>) {
  assertHoldsInDistrict(ctx.principal, 'settings:change');
  const owner = ownerOf(ctx, input.moduleId);
  if (!owner) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'moduleId'] });
  const { reason, expectedVersion } = input;
  return { owner, decision: { since: input.since ?? ctx.today, reason, expectedVersion } };
}
