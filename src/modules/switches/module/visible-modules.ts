import {
  holdsInDistrict,
  type InstalledPlugin,
  kernelErrors,
  type RequestContext,
  refuse,
  type Timeline,
} from '../../../kernel/index.js';

/**
 * The modules that the caller may know of: all that are installed for those who switch or lock them, and for everybody
 * else those that the district's graph has, since of the others not even the names are told.
 */
export function visibleModules(ctx: RequestContext): readonly InstalledPlugin[] {
  const decides = holdsInDistrict(ctx.principal, 'module:switch') || holdsInDistrict(ctx.principal, 'module:lock');
  const { switchable } = ctx.kernel.registry;
  return decides ? switchable : switchable.filter(({ id }) => ctx.facts.modules.has(id));
}

/** One of them. Errors: NOT_FOUND for a core module, for one that is not installed and for one not to be known of. */
export function visibleModule(ctx: RequestContext, id: string, path: readonly string[]): InstalledPlugin {
  const found = visibleModules(ctx).find((plugin) => plugin.id === id);
  if (!found) throw refuse(kernelErrors.NOT_FOUND, { path });
  return found;
}

/** All decisions of the district, read once per request and anew after each change. */
export async function districtTimeline(ctx: RequestContext): Promise<Timeline> {
  const timeline = await ctx.batched<string, Timeline>('switches:timeline', async () => [
    await ctx.kernel.switches.timeline(ctx),
  ])('');
  return timeline!;
}
