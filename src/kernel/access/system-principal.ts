import type { Registry } from '../plugin/registry.js';
import type { Principal } from './principal.js';

/** Id of the system as an actor; no row of any table has it. */
export const SYSTEM_PRINCIPAL_ID = '00000000-0000-0000-0000-000000000000';

/** One set for all the work of a process: jobs are many, and permissions grow with the plugins. */
const everything = new WeakMap<Registry, ReadonlySet<string>>();

/** The system acting in one district: a principal like any other, so that no service needs a way around its checks. */
export function grantEverything(registry: Registry, name: string): Principal {
  const permissions = everything.get(registry) ?? new Set(registry.keysOf('permissions'));
  everything.set(registry, permissions);
  return {
    id: SYSTEM_PRINCIPAL_ID,
    name: `system:${name}`,
    grants: [{ role: 'system', scope: { kind: 'district' }, permissions }],
  };
}
