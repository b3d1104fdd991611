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

/** The roles that exist where these modules are switched on, by code. */
export function rolesWithin(kernel: Kernel, modules: ReadonlySet<string>): ReadonlyMap<string, RoleDefinition> {
  return new Map(kernel.registry.within(modules).flatMap((plugin) => Object.entries(plugin.roles ?? {})));
}

/** What a built-in role may do where these modules are switched on. */
export function permissionsOf(kernel: Kernel, modules: ReadonlySet<string>, role: string): ReadonlySet<string> {
  const granted = kernel.registry
    .within(modules)
    .flatMap((plugin) => Object.entries(plugin.permissions ?? {}))
    .filter(([, { grantedTo }]) => grantedTo.includes(role))
    .map(([permission]) => permission);
  return new Set(granted);
}
