import type { Kernel, RoleDefinition } from '../../kernel/index.js';

/** The built-in roles of the core; plugins bring their own, and a district may make some for itself. */
export const roles = {
  city: { title: { zh: '市级', en: 'City level' }, scope: 'district', beyondDistrict: true, secondFactor: true },
  administrator: { title: { zh: '区管理员', en: 'District administrator' }, scope: 'district', secondFactor: true },
  'security-administrator': {
    title: { zh: '安全管理员', en: 'Security administrator' },
    scope: 'district',
    secondFactor: true,
  },
  auditor: { title: { zh: '审计员', en: 'Auditor' }, scope: 'district', secondFactor: true },
  organizer: { title: { zh: '组织员', en: 'Organizer of a hub' }, scope: 'subtree' },
  chair: { title: { zh: '工会主席', en: 'Chair of a union' }, scope: 'subtree' },
  'case-worker': { title: { zh: '办案员', en: 'Case worker' }, scope: 'subtree' },
  member: { title: { zh: '会员', en: 'Member' }, scope: 'self' },
  'front-end': { title: { zh: '前端应用', en: 'Front-end application' }, scope: 'district' },
} as const satisfies Record<string, RoleDefinition>;

/**
 * System, security and audit administrator. Nobody holds two of them, so that nobody can give himself power and hide the
 * trace (GB/T 22239-2019, level 3, 8.1.5). The trigger of role_assignments names the same three.
 */
export const ADMINISTRATORS: ReadonlySet<string> = new Set(['administrator', 'security-administrator', 'auditor']);

/** All roles of the installed plugins, by code, wherever they are switched on. */
export function installedRoles(kernel: Kernel): ReadonlyMap<string, RoleDefinition> {
  return new Map(kernel.registry.plugins.flatMap((plugin) => Object.entries(plugin.roles ?? {})));
}

const rolesOf = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, RoleDefinition>>();
const granted = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, ReadonlySet<string>>>();
const NOTHING: ReadonlySet<string> = new Set();

/** The roles that exist where these modules are switched on, by code. */
export function rolesWithin(kernel: Kernel, modules: ReadonlySet<string>): ReadonlyMap<string, RoleDefinition> {
  let found = rolesOf.get(modules);
  if (!found) {
    found = new Map(kernel.registry.within(modules).flatMap((plugin) => Object.entries(plugin.roles ?? {})));
    rolesOf.set(modules, found);
  }
  return found;
}

/** What a built-in role may do where these modules are switched on. Worked out once: everybody who signs in needs it. */
export function permissionsOf(kernel: Kernel, modules: ReadonlySet<string>, role: string): ReadonlySet<string> {
  let byRole = granted.get(modules);
  if (!byRole) {
    byRole = grantsWithin(kernel, modules);
    granted.set(modules, byRole);
  }
  return byRole.get(role) ?? NOTHING;
}

function grantsWithin(kernel: Kernel, modules: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const byRole = new Map<string, Set<string>>();
  for (const { permissions } of kernel.registry.within(modules)) {
    for (const [permission, { grantedTo }] of Object.entries(permissions ?? {})) {
      for (const role of grantedTo) {
        const known = byRole.get(role);
        if (known) known.add(permission);
        else byRole.set(role, new Set([permission]));
      }
    }
  }
  return byRole;
}
