import type { Kernel } from '../../../kernel/index.js';

type Registry = Kernel['registry'];

/** Ids of the modules that one needs, directly or through others, each after what it needs itself. Core is not among them. */
export function requirementsOf(registry: Registry, module: string): string[] {
  const needed = new Set([module]);
  // Whatever a plugin requires stands before it in the registry.
  for (const plugin of [...registry.switchable].reverse()) {
    if (needed.has(plugin.id)) for (const required of plugin.requires ?? []) needed.add(required);
  }
  return registry.switchable.map(({ id }) => id).filter((id) => id !== module && needed.has(id));
}

/** Ids of the modules that need one, directly or through others, each before what it needs itself. */
export function dependentsOf(registry: Registry, module: string): string[] {
  const lost = new Set([module]);
  for (const plugin of registry.switchable) {
    if ((plugin.requires ?? []).some((required) => lost.has(required))) lost.add(plugin.id);
  }
  return registry.switchable
    .map(({ id }) => id)
    .filter((id) => id !== module && lost.has(id))
    .reverse();
}
