import { type Credentials, type Grant, type Kernel, type Principal, type RoleScope } from '../../src/kernel/index.js';
import type { Registry } from '../../src/kernel/plugin/registry.js';

/** An id that no row has. */
const NOWHERE = '01900000-0000-7000-8000-00000000dead';

/** Permissions that roles of some kinds of scope hold. */
type Held = (...scopes: RoleScope[]) => ReadonlySet<string>;

/** Grants as the tables would never give them, by the name under which a test signs in. */
const standingsOf: Readonly<Record<string, (held: Held) => Partial<Principal>>> = {
  'no-grants': () => ({ grants: [] }),
  'empty-role': () => ({ grants: [district(new Set())] }),
  'odd-names': () => ({ grants: [district(new Set(['', 'constructor', '__proto__', '*', 'null', 'undefined']))] }),
  'only-withheld': (held) => ({ grants: [], withheld: held('district', 'subtree', 'self') }),
  nowhere: (held) => {
    const scope = { kind: 'subtree', organizationId: NOWHERE } as const;
    return { grants: [{ role: 'planted', scope, permissions: held('subtree') }] };
  },
  nobody: (held) => {
    const scope = { kind: 'self', memberId: NOWHERE, organizationId: null } as const;
    return { grants: [{ role: 'planted', scope, permissions: held('self') }] };
  },
  everything: (held) => ({ grants: [district(held('district', 'subtree', 'self'))] }),
};

function district(permissions: ReadonlySet<string>): Grant {
  return { role: 'planted', scope: { kind: 'district' }, permissions };
}

/** For a plugin of a test: signs in callers with a standing of {@link standingsOf} in one district. */
export function standings(districtCode: string) {
  return async (token: string, kernel: Kernel): Promise<Credentials | null> => {
    const name = /^standing\.([a-z-]+)$/.exec(token)?.[1];
    const standing = name === undefined ? undefined : standingsOf[name];
    if (!standing) return null;
    const principal: Principal = {
      id: NOWHERE,
      name: `planted ${name}`,
      grants: [],
      ...standing((...scopes) => permissionsHeld(kernel.registry, scopes)),
    };
    return { districtCode, cacheKey: token, load: async () => principal };
  };
}

/** What roles of these kinds of scope hold together: on another kind of scope nobody can come to a permission. */
export function permissionsHeld(
  { plugins }: Pick<Registry, 'plugins'>,
  scopes: readonly RoleScope[],
): ReadonlySet<string> {
  const roles = plugins.flatMap((plugin) => Object.entries(plugin.roles ?? {}));
  const codes = new Set(roles.filter(([, { scope }]) => scopes.includes(scope)).map(([code]) => code));
  const declared = plugins.flatMap((plugin) => Object.entries(plugin.permissions ?? {}));
  return new Set(
    declared.filter(([, { grantedTo }]) => grantedTo.some((role) => codes.has(role))).map(([name]) => name),
  );
}

/** The token of a standing. */
export function standingOf(name: string): string {
  return `standing.${name}`;
}
