import { describe, expect, test } from '@jest/globals';
import type { Kernel } from '../../../kernel/index.js';
import { everything } from '../../../../tests/support/installed.js';
import { permissionsOf, rolesWithin } from '../roles.js';

const registry = everything();
const kernel = { registry } as Kernel;
const all = registry.effective(new Set(registry.switchable.map(({ id }) => id)));

describe('what the roles of a set of modules may do', () => {
  test('is worked out once, however many sign in and however many modules there are', () => {
    expect(rolesWithin(kernel, all)).toBe(rolesWithin(kernel, all));
    for (const role of rolesWithin(kernel, all).keys()) {
      expect(permissionsOf(kernel, all, role)).toBe(permissionsOf(kernel, all, role));
    }
  });

  test.each([
    ['the core', registry.core],
    ['everything', all],
  ])('is what the modules themselves grant: %s', (_name, modules) => {
    for (const role of rolesWithin(kernel, modules).keys()) {
      const granted = registry
        .within(modules)
        .flatMap(({ permissions }) => Object.entries(permissions ?? {}))
        .flatMap(([permission, { grantedTo }]) => (grantedTo.includes(role) ? [permission] : []));
      expect([...permissionsOf(kernel, modules, role)].sort()).toEqual([...new Set(granted)].sort());
    }
    expect(permissionsOf(kernel, modules, 'never-declared')).toEqual(new Set());
  });
});
