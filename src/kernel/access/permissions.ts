import type { Bilingual } from '../bilingual.js';

/** A permission `noun:verb`, who it is for and which built-in roles hold it. */
export interface PermissionDefinition {
  readonly title: Bilingual;
  /** Codes of roles, its own plugin's or those of a plugin it requires. */
  readonly grantedTo: readonly string[];
}

export type PermissionDefinitions = Readonly<Record<string, PermissionDefinition>>;

/** What a role is bound to when it is given to somebody. */
export type RoleScope = 'district' | 'subtree' | 'self';

/** What the codes of roles begin with that a district makes for itself; no plugin may declare such a role. */
export const OWN_ROLE_PREFIX = 'own-';

/** A built-in role; its permissions are the sum of what the installed plugins grant to it. */
export interface RoleDefinition {
  readonly title: Bilingual;
  readonly scope: RoleScope;
  /** It reaches beyond the district, hence nobody inside a district can give it. */
  readonly beyondDistrict?: true;
  /** It counts only in a sign-in with a second factor; other sign-ins of its holders have the rest of their roles. */
  readonly secondFactor?: true;
}

/** Declares permissions; the keys are the names. */
export function definePermissions<Name extends `${string}:${string}`>(
  permissions: Record<Name, PermissionDefinition>,
): Record<Name, PermissionDefinition> {
  return Object.freeze(permissions);
}
