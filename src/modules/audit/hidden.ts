import { type FieldChange, type RequestContext, scopesOf } from '../../kernel/index.js';

const kinds = new WeakMap<ReadonlySet<string>, string[]>();

/** Kinds of records (entities, types of nodes, settings) of modules that the district has off. */
export function hiddenKinds({ kernel, facts }: RequestContext): string[] {
  let found = kinds.get(facts.modules);
  if (!found) {
    const on = kernel.registry.within(facts.modules);
    found = kernel.registry.plugins
      .filter((plugin) => !on.includes(plugin))
      .flatMap(({ id, entities, nodes }) => [
        `Settings:${id}`,
        ...(entities ?? []).map(({ meta }) => String(meta.className)),
        ...Object.keys(nodes ?? {}),
      ]);
    kinds.set(facts.modules, found);
  }
  return found;
}

/**
 * What was done, by its name; `null` when it is the doing of a module that is off. Jobs and handlers of events work under
 * the name of their module: `reading-circle:member.left`.
 */
export function shownAction(ctx: RequestContext, action: string): string | null {
  return ctx.hides(action) || ctx.hides(action.split(':', 1)[0]!) ? null : action;
}

/**
 * Changes without the names of modules that are off: a field of such a name is left out, of a value that holds one only
 * that it changed is told. Which modules there are is known to whoever may see the switches.
 */
export function withoutHiddenNames(
  ctx: RequestContext,
  entity: string,
  changes: readonly FieldChange[],
): readonly FieldChange[] {
  if (entity.startsWith('Module') && scopesOf(ctx.principal, 'module:read').length > 0) return changes;
  return changes.flatMap((change) => {
    if (ctx.hides(change.field) || ctx.hides(change.field.split('.')[0]!)) return [];
    return holdsHidden(ctx, [change.before, change.after])
      ? [{ field: change.field, sealed: true as const }]
      : [change];
  });
}

function holdsHidden(ctx: RequestContext, value: unknown): boolean {
  // Lists and objects may stand in a record as the database writes them, in one text.
  if (typeof value === 'string') return value.split(/[^\w:.-]+/).some((word) => ctx.hides(word));
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, inside]) => ctx.hides(key) || holdsHidden(ctx, inside));
}
