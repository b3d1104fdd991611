import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { buildSuperset, type Superset } from '../../src/kernel/graphql/superset.js';
import { Permission } from '../../src/kernel/index.js';
import { createRegistry } from '../../src/kernel/plugin/registry.js';
import { Organization } from '../../src/modules/organizations/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import { covered } from '../support/coverage.js';
import { readSources } from '../support/import-rules.js';
import { core, plugins } from '../support/installed.js';

/**
 * Everything a plugin can declare, and what keeps it from showing rows past their predicate. A new key of the contract
 * that hands out data belongs here together with a test that says how it is held.
 */
const DECLARED: Readonly<Record<string, string>> = {
  resolvers: 'guards on the built schema: permissions.test, field-oracle.test, cross-district.test',
  nodes: 'the predicate itself; readings.test asks for a reach',
  inputFields:
    'conditions beside the predicate of the node source: added-inputs.test; what they look at: readings.test',
  handles: 'inside the platform, as the system; payloads are ids and codes',
  events: 'inside the platform; payloads are ids and codes',
  jobs: 'inside the platform, as the system',
  exports: 'rows through node source and reach; columns without permissions of their own: below',
  attachments: 'files through the predicate of their owner: src/modules/attachments/tests',
  personalFiles: 'part of what personalDataOf hands to the person: personal-data.test',
  openCases: 'one number per kind, in moduleImpact, for those who may switch modules: src/modules/switches/tests',
  routes: 'HTTP without the graph; each plugin’s own tests',
  commands: 'the operator’s command line, no caller of the graph',
  historyOf: 'audit:read alone; values of guarded fields are left out: field-oracle.test',
  authenticate: 'hands out no row',
  admits: 'hands out no row',
};
const NO_DATA =
  /^(id|version|contract|title|description|requires|entities|migrations|permissions|roles|errors|enumValues|settings|personalData|consents|demo|onStart|onStop)$/;

/** Files that talk to other servers. Something sent out on its own (a webhook, a message) would be a new one. */
const TALKING: Readonly<Record<string, string>> = {
  'src/kernel/files/': 'contents of files, sealed, to the configured storage',
  'src/modules/attachments/': 'contents of files, sealed, to the configured storage',
  'src/modules/identity/provider/': 'keys and discovery of the configured sign-in providers',
  'src/modules/identity/token/': 'tokens to the sign-in provider that issued them',
  'src/kernel/http/explorer/public/': 'the explorer, in the browser, as its user',
  'src/commands/': 'the operator’s command line',
  'src/testing/': 'tests, to the platform that they started',
};

/** Figures over rows, beside the size of a list, which counts the rows the caller sees. */
const FIGURES: Readonly<Record<string, string>> = {
  OrganizationStatistics: 'figures of bodies with a permission of their own, statistics:read, on the body’s subtree',
  OpenCases: 'one number per kind of case, for those who may switch the module: src/modules/switches/tests',
  WaitingJobs: 'numbers of jobs, for those who may switch the module: src/modules/switches/tests',
  AttachmentKind: 'limits of the settings, no figures of rows',
};

@ObjectType('PlantedTotals', { simpleResolvers: true, description: '植入 / Planted' })
class PlantedTotals {
  @Field(() => Int, { description: '人数 / How many' })
  memberCount!: number;
}

@Resolver()
class NewSurfaces {
  @Query(() => PlantedTotals, { description: '植入 / Planted' })
  @Permission('organization:read')
  plantedTotals(): PlantedTotals {
    return { memberCount: 0 };
  }

  @Query(() => [Organization], { description: '植入 / Planted' })
  @Permission('organization:read')
  plantedSearch(): Organization[] {
    return [];
  }
}

/** Root fields that search, and fields that count or add up, which nobody has accounted for. */
function surfaces(schema: GraphQLSchema): string[] {
  const found = schema.getSubscriptionType() ? ['Subscription: nothing re-checks what is sent while it is open'] : [];
  // Made by the kernel from what plugins declare as settings: limits, however they are called.
  const settings = typesBelow(schema.getType('DistrictSettings'));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type === schema.getMutationType() || type.name in FIGURES)
      continue;
    if (settings.has(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      if (type === schema.getQueryType() && /search|suggest|complete|aggregate|statistics/i.test(field.name)) {
        found.push(`${name} looks through rows in a way of its own`);
      }
      if (/^(sum|total|avg|average|min|max|median|count)[A-Z]|^count$|(Count|Total|Sum|Average)s?$/.test(field.name)) {
        if (field.name !== 'totalCount' || !type.name.endsWith('Connection'))
          found.push(`${name} is a figure over rows`);
      }
    }
  }
  return found;
}

function typesBelow(type: unknown, found = new Set<unknown>()): Set<unknown> {
  if (!isObjectType(type) || found.has(type)) return found;
  found.add(type);
  for (const field of Object.values(type.getFields())) typesBelow(getNamedType(field.type), found);
  return found;
}

function looseColumns({ fields }: Superset, installed: typeof core): string[] {
  return installed.flatMap((plugin) =>
    Object.entries(plugin.exports ?? {}).flatMap(([name, { type, columns }]) =>
      Object.keys(columns).flatMap((column) => {
        const field = fields.of(type, column);
        if (!field) return [`exports.${name}.${column} is no field of ${type}; call it as the graph does`];
        return field.permission === undefined
          ? []
          : [`exports.${name}.${column} needs '${field.permission}'; take it out`];
      }),
    ),
  );
}

describe('every way in which rows leave the platform', () => {
  const superset = buildSuperset(createRegistry(core, plugins));

  test('is one that is held by a test: no subscription, webhook, search or aggregate appears unnoticed', () => {
    expect(surfaces(superset.schema)).toEqual([]);
    const faulty = buildSuperset(
      createRegistry(core, [...plugins, brokenPlugin('planted', { resolvers: [NewSurfaces] })]),
    );
    expect(surfaces(faulty.schema)).toEqual([
      'Query.plantedTotals is a figure over rows',
      'Query.plantedSearch looks through rows in a way of its own',
      'PlantedTotals.memberCount is a figure over rows',
    ]);
  });

  test('that a plugin can declare is in the list of those that are held', () => {
    const source = readFileSync('src/kernel/plugin/define.ts', 'utf8');
    const keys = declaredKeys(source);
    expect(keys.filter((key) => !(key in DECLARED) && !NO_DATA.test(key))).toEqual([]);
    expect(Object.keys(DECLARED).filter((key) => !keys.includes(key))).toEqual([]);
    const more = source.replace('readonly events?:', 'readonly webhooks?: object;\n  readonly events?:');
    expect(declaredKeys(more).filter((key) => !(key in DECLARED) && !NO_DATA.test(key))).toEqual(['webhooks']);
    covered('keys of the plugin contract', keys.length);
  });

  test('to another server is in the list of those that are known', () => {
    expect(talking(readSources('src'))).toEqual([]);
    const planted = new Map([['src/plugins/x/webhook.service.ts', 'await fetch(hook.url, { body });']]);
    expect(talking(planted)).toEqual(['src/plugins/x/webhook.service.ts']);
  });

  test('as a file has columns that everybody may read who sees the row', () => {
    expect(looseColumns(superset, [...core, ...plugins])).toEqual([]);
    const list = { type: 'Organization', columns: { statistics: {}, ownWord: {} } };
    const planted = brokenPlugin('planted', { exports: { all: list as never } });
    expect(looseColumns(superset, [planted])).toEqual([
      "exports.all.statistics needs 'statistics:read'; take it out",
      'exports.all.ownWord is no field of Organization; call it as the graph does',
    ]);
  });
});

/** Keys of the interface that plugins are declared with. */
function declaredKeys(source: string): string[] {
  const body = source.slice(source.indexOf('export interface PluginDefinition'));
  return [...body.slice(0, body.indexOf('\n}')).matchAll(/^ {2}(?:readonly )?(\w+)\??[:(]/gm)].map(([, key]) => key!);
}

function talking(sources: ReadonlyMap<string, string>): string[] {
  const call =
    /(?<![\w.#])fetch\(|createRemoteJWKSet\(|new AwsClient\(|\bhttps?\.(?:request|get)\(|new WebSocket\(|event-stream/;
  return [...sources]
    .filter(([file, source]) => call.test(source) && !/\/tests\//.test(file))
    .filter(([file]) => !Object.keys(TALKING).some((folder) => file.startsWith(folder)))
    .map(([file]) => file);
}
