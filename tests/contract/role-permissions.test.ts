import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { definePermissions, type RoleDefinition } from '../../src/kernel/index.js';
import { createRegistry, type Registry } from '../../src/kernel/plugin/registry.js';
import { ADMINISTRATORS } from '../../src/modules/access/index.js';
import { bundledPlugins } from '../../src/plugins/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import { covered } from '../support/coverage.js';
import { core } from '../support/installed.js';

/** What each role may do, as somebody has agreed to. Rewritten by `LIANXIN_UPDATE_ROLES=1` alone, and then read in the diff. */
const file = join(process.cwd(), 'tests/contract/role-permissions.json');
const AGREE = 'LIANXIN_UPDATE_ROLES=1 npm test -- tests/contract/role-permissions.test.ts';

/** What more than one of the three administrators may do, besides reading. */
const SHARED: Readonly<Record<string, string>> = {
  'access:assign': 'the door of four mutations; each of them asks for the permission to give that very role',
  'settings:history': 'shows who changed settings and why, changes nothing',
  'export:approve': 'a second person decides, never the one who asked',
};

interface Agreed {
  readonly scope: string;
  readonly secondFactor: boolean;
  readonly permissions: readonly string[];
}

/** Every role of the installed plugins, with all modules on. */
function rolesOf({ plugins }: Registry): Record<string, Agreed> {
  const declared = plugins.flatMap((plugin) => Object.entries(plugin.permissions ?? {}));
  const roles = plugins.flatMap((plugin) => Object.entries(plugin.roles ?? {}));
  const agreed = ([code, { scope, secondFactor }]: [string, RoleDefinition]): [string, Agreed] => {
    const permissions = declared.filter(([, { grantedTo }]) => grantedTo.includes(code)).map(([name]) => name);
    return [code, { scope, secondFactor: secondFactor ?? false, permissions: permissions.sort() }];
  };
  return Object.fromEntries(roles.map(agreed));
}

function differences(now: Record<string, Agreed>, agreed: Record<string, Agreed>): string[] {
  const codes = [...new Set([...Object.keys(now), ...Object.keys(agreed)])].sort();
  return codes.flatMap((code) => {
    const [is, was] = [now[code], agreed[code]];
    if (!is || !was) return [`${code}: the role ${is ? 'is new' : 'is gone'}`];
    const traits =
      is.scope === was.scope && is.secondFactor === was.secondFactor ? [] : [`${code}: scope or second factor`];
    const gained = is.permissions.filter((name) => !was.permissions.includes(name)).map((name) => `${code}: +${name}`);
    const lost = was.permissions.filter((name) => !is.permissions.includes(name)).map((name) => `${code}: -${name}`);
    return [...traits, ...gained, ...lost];
  });
}

describe('built-in roles', () => {
  const roles = rolesOf(createRegistry(core, bundledPlugins));

  test(`may do what was agreed, no more and no less (to agree: ${AGREE})`, () => {
    if (process.env.LIANXIN_UPDATE_ROLES === '1') writeFileSync(file, `${JSON.stringify(roles, null, 2)}\n`);
    const agreed = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Agreed>) : {};
    expect(differences(roles, agreed)).toEqual([]);
    covered('built-in roles', Object.keys(roles).length);
    covered(
      'permissions of built-in roles',
      Object.values(roles).reduce((sum, { permissions }) => sum + permissions.length, 0),
    );
  });

  test('that gained a permission would be noticed, and so would a new one', () => {
    const planted = brokenPlugin('planted', {
      permissions: definePermissions({
        'planted:power': { title: { zh: '植入', en: 'Planted' }, grantedTo: ['chair', 'planted-role'] },
      }),
      roles: { 'planted-role': { title: { zh: '植入', en: 'Planted' }, scope: 'district' } },
    });
    const faulty = rolesOf(createRegistry(core, [...bundledPlugins, planted]));
    expect(differences(faulty, roles)).toEqual(['chair: +planted:power', 'planted-role: the role is new']);
    expect(differences(roles, faulty)).toEqual(['chair: -planted:power', 'planted-role: the role is gone']);
  });

  test('of the three administrators share no power but those listed here with their reason', () => {
    const powers = [...ADMINISTRATORS].map((code) => new Set(roles[code]!.permissions));
    const shared = powers.flatMap((one, at) =>
      powers.slice(at + 1).flatMap((other) => [...one].filter((permission) => other.has(permission))),
    );
    const changing = [...new Set(shared)].filter((permission) => !/:(read|list)$/.test(permission));
    expect(changing.filter((permission) => !SHARED[permission])).toEqual([]);
  });

  test('of those three and of the level above count only with a second factor', () => {
    const asking = Object.entries(roles).filter(([, { secondFactor }]) => secondFactor);
    expect(asking.map(([code]) => code).sort()).toEqual([...ADMINISTRATORS, 'city'].sort());
  });
});
