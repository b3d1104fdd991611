import type { RequestContext } from '../context.js';

/**
 * How a stored value of an enum is shown where the graph has it as a plain text: a value that a plugin has added and that
 * the district does not have is shown as the one that stands for it. Fields of the enum's own type need no call.
 */
export function shownValue(ctx: RequestContext, enumName: string, value: string): string {
  if (!ctx.hides(value)) return value;
  for (const { enumValues } of ctx.kernel.registry.plugins) {
    const added = enumValues?.[enumName]?.[value];
    if (added) return added.elsewhere ?? '';
  }
  return value;
}
