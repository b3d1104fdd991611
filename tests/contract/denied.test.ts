import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isInputObjectType, isNonNullType, isRequiredArgument, isRequiredInputField } from 'graphql';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { definePermissions, Permission, type RequestContext, SignedIn, toGlobalId } from '../../src/kernel/index.js';
import { RemoveRolePayload } from '../../src/modules/access/role/role.resolver.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import { countRows, readCatalogue } from '../support/catalogue.js';
import { Client } from '../../src/testing/client.js';
import { covered } from '../support/coverage.js';
import { plugins } from '../support/installed.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';
import { callOf, operationOf, type RootField, rootFieldsOf } from '../support/root-calls.js';
import { foundCircle } from '../support/sentences.js';
import { permissionsHeld, standingOf, standings } from '../support/standings.js';

const BAOSHAN = '310113';

/** What must not be: something open to whoever is signed in, and a list that asks for a permission and forgets the place. */
@Resolver()
class Careless {
  @Mutation(() => RemoveRolePayload, { description: '对任何人开放 / Open to anybody' })
  @SignedIn()
  plantedOpen(): RemoveRolePayload {
    return { removedCode: 'own-planted' };
  }

  @Mutation(() => RemoveRolePayload, { description: '不问何处 / Forgets to ask where' })
  @Permission('planted:anywhere')
  plantedPlaceless(): RemoveRolePayload {
    return { removedCode: 'own-planted' };
  }

  @Query(() => [String], { description: '不问何处 / Forgets to ask where' })
  @Permission('planted:anywhere')
  async plantedList(@Ctx() ctx: RequestContext): Promise<string[]> {
    return (await ctx.sql.selectFrom('organizations').select('id').limit(3).execute()).map(({ id }) => String(id));
  }

  @Query(() => Boolean, { description: '无人声明的权限 / A permission that nobody declares' })
  @Permission('planted:undeclared')
  plantedUnknown(): boolean {
    return true;
  }
}

const planted = brokenPlugin('planted', {
  resolvers: [Careless],
  permissions: definePermissions({
    'planted:anywhere': { title: { zh: '植入', en: 'Planted' }, grantedTo: ['chair', 'member'] },
  }),
  authenticate: standings(BAOSHAN),
});
const installed = [...plugins, planted];

let platform: Platform;
let fields: RootField[];
/** A row of the district of each type of node. */
const rows = new Map<string, string>();

beforeAll(async () => {
  platform = await startPlatform({
    template: 'demo',
    workers: 0,
    plugins: installed,
    on: installed.map(({ id }) => id),
  });
  await foundCircle(platform, BAOSHAN);
  const found = await platform.someRows(BAOSHAN);
  for (const type of platform.registry.plugins.flatMap((plugin) => Object.keys(plugin.nodes ?? {}))) {
    rows.set(type, found.get(type) ?? uuidv7());
  }
  fields = rootFieldsOf(platform.app.superset.schema);
});
afterAll(() => platform.close());

function standing(name: string): Client {
  return new Client(platform.address, standingOf(name), (requestId) => platform.causes.get(requestId) ?? '');
}

/** Codes that a call with ids of real rows of the district is refused with; empty when it was answered. */
async function refusals(client: Client, root: RootField): Promise<{ codes: string[]; data: unknown }> {
  const { schema } = platform.app.superset;
  const idOf = (type: string) => toGlobalId(type, rows.get(type)!);
  const { operation, variables } = callOf(schema, root, [...rows.keys()], idOf);
  const { data, errors } = await client.send(operation, variables);
  const payload = data?.[root.field.name];
  const userErrors: { code: string }[] = root.root === 'mutation' ? (payload?.userErrors ?? []) : [];
  const codes = [...errors.map(({ extensions }) => extensions.code), ...userErrors.map(({ code }) => code)];
  return { codes, data: payload };
}

const nameOf = ({ field }: RootField) => field.name;
const guardedFields = () => fields.filter(({ permission }) => permission.includes(':'));

describe('a caller without any token', () => {
  test('is refused by every field that is not declared public', async () => {
    const closed = fields.filter(({ permission }) => permission !== 'public');
    const open: string[] = [];
    for (const field of closed) {
      const { codes } = await refusals(platform.anonymous, field);
      // The graph of a caller without a district has no field of a plugin at all.
      if (!['UNAUTHENTICATED', 'GRAPHQL_VALIDATION_FAILED'].includes(codes[0]!))
        open.push(`${nameOf(field)}: ${codes}`);
    }
    expect(open).toEqual([]);
    covered('root fields asked without a token', closed.length);
  });
});

describe.each([
  ['no role at all', 'no-grants', 'FORBIDDEN'],
  ['a role without any permission', 'empty-role', 'FORBIDDEN'],
  ['a permission whose name is empty, and names of an object’s own', 'odd-names', 'FORBIDDEN'],
  ['roles that wait for a second factor', 'only-withheld', 'SECOND_FACTOR_REQUIRED'],
])('a caller with %s', (_, name, code) => {
  test('is refused by every field that asks for a permission', async () => {
    const open: string[] = [];
    for (const field of guardedFields()) {
      const { codes } = await refusals(standing(name), field);
      // Nobody can be told to fetch a second factor for what nobody has.
      const expected = field.permission === 'planted:undeclared' ? 'FORBIDDEN' : code;
      if (codes[0] !== expected) open.push(`${nameOf(field)}: ${codes}`);
    }
    expect(open).toEqual([]);
    covered(`guarded root fields asked by a caller with ${name}`, guardedFields().length);
  });

  test('changes nothing by a field that asks for none, and sees no row', async () => {
    const before = await rowsNow();
    const open: string[] = [];
    const roomy = fields.filter(({ permission }) => permission === 'signed-in');
    for (const field of roomy) {
      const { codes, data } = await refusals(standing(name), field);
      if (codes.length === 0 && (field.root === 'mutation' || seesRows(data))) open.push(nameOf(field));
    }
    expect(open.filter((field) => !HARMLESS[field])).toEqual(['plantedOpen']);
    expect(await rowsNow()).toEqual(before);
  });
});

/** Answered wherever one stands, with nothing of anybody in it. */
const HARMLESS: Readonly<Record<string, string>> = {
  district: 'the caller’s own district, by its public name',
  districts: 'the caller’s own district alone',
  attachmentKinds: 'what the modules accept, the same for everybody',
  modules: 'which modules the district has on, as its graph tells anyway',
  settings: 'what the district has set, rules that hold for everybody in it',
  moduleSettings: 'the same, of one module',
  exportLists: 'which lists the modules offer for export, the same for everybody',
  consentPurposes: 'texts that everybody is asked to agree to',
};

/** What a list or an object gives; a count of nothing is nothing. */
function seesRows(data: unknown): boolean {
  if (data === null || data === undefined || data === false) return false;
  if (Array.isArray(data)) return data.some((entry) => entry !== null);
  if (typeof data === 'object' && 'nodes' in data) {
    const { nodes, totalCount } = data as unknown as { nodes: unknown[]; totalCount: number };
    return nodes.length > 0 || totalCount !== 0;
  }
  return true;
}

/** Rows per table. Tries and uses of the graph are counted on purpose, also those that are refused. */
async function rowsNow(): Promise<Record<string, number>> {
  const counts = await countRows(platform.sql, await readCatalogue(platform.sql));
  return Object.fromEntries(
    Object.entries(counts).filter(([table]) => !/_tries$|_attempts$|^operation_uses$/.test(table)),
  );
}

describe.each([
  ['organization', 'subtree', 'nowhere'],
  ['person', 'self', 'nobody'],
] as const)('a caller with all that one may have on one %s, on one that is not there', (_, scope, name) => {
  test('sees no row and changes none, by any field', async () => {
    const before = await rowsNow();
    const open: string[] = [];
    const held = permissionsHeld(platform.registry, [scope]);
    const asked = guardedFields().filter(({ permission }) => held.has(permission));
    for (const field of asked) {
      const { codes, data } = await refusals(standing(name), field);
      if (codes.length === 0 && (field.root === 'mutation' || seesRows(data))) open.push(nameOf(field));
    }
    expect(open.filter((field) => !HARMLESS[field])).toEqual(['plantedList', 'plantedPlaceless']);
    expect(await rowsNow()).toEqual(before);
    covered(`root fields asked with a scope of ${name}`, asked.length);
  });
});

test('a permission that nobody declares is held by nobody, not even with every role', async () => {
  const unknown = fields.find(({ permission }) => permission === 'planted:undeclared')!;
  for (const [role] of platform.registry.plugins.flatMap((plugin) => Object.entries(plugin.roles ?? {}))) {
    const { codes } = await refusals(await platform.as(BAOSHAN, role), unknown);
    expect({ role, codes }).toEqual({ role, codes: ['FORBIDDEN'] });
  }
});

describe('what is required', () => {
  test('is refused when it is missing or null, before anything runs, also of a caller who may do everything', async () => {
    const { schema } = platform.app.superset;
    const idOf = (type: string) => toGlobalId(type, rows.get(type)!);
    const before = await rowsNow();
    const taken: string[] = [];
    let tried = 0;
    for (const root of fields) {
      for (const [path, variables] of withoutEach(root, callOf(schema, root, [...rows.keys()], idOf).variables)) {
        const complete = { ...callOf(schema, root, [...rows.keys()], idOf).variables, ...variables };
        const { status, data } = await standing('everything').send(operationOf(schema, root, complete), variables);
        tried += 1;
        if (status !== 400 || data) taken.push(`${nameOf(root)} without ${path}: ${status}`);
      }
    }
    expect(taken).toEqual([]);
    expect(await rowsNow()).toEqual(before);
    covered('required arguments and input fields left out or null', tried);
  });
});

/** The variables once without each required argument and input field, and once with null there. */
function* withoutEach(
  { field }: RootField,
  variables: Readonly<Record<string, unknown>>,
): Iterable<[string, Record<string, unknown>]> {
  for (const argument of field.args) {
    if (!isRequiredArgument(argument)) continue;
    const { [argument.name]: value, ...rest } = variables;
    yield [argument.name, rest];
    yield [`${argument.name} (null)`, { ...rest, [argument.name]: null }];
    const type = isNonNullType(argument.type) ? argument.type.ofType : argument.type;
    if (!isInputObjectType(type)) continue;
    for (const input of Object.values(type.getFields()).filter(isRequiredInputField)) {
      const { [input.name]: _, ...others } = value as Record<string, unknown>;
      yield [`${argument.name}.${input.name}`, { ...rest, [argument.name]: others }];
      yield [`${argument.name}.${input.name} (null)`, { ...rest, [argument.name]: { ...others, [input.name]: null } }];
    }
  }
}
