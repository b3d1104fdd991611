import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLField, isObjectType, isRequiredArgument } from 'graphql';
import { Arg, ID, Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import type { GuardExtensions } from '../../src/kernel/graphql/permission.js';
import { toGlobalId } from '../../src/kernel/graphql/global-id.js';
import { localId, Permission } from '../../src/kernel/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import { countRows, readCatalogue } from '../support/catalogue.js';
import type { Client } from '../support/client.js';
import { covered } from '../support/coverage.js';
import { guessType, SAMPLES } from '../support/id-places.js';
import { plugins } from '../support/installed.js';
import { Platform, startPlatform } from '../support/platform.js';
import { foundCircle } from '../support/sentences.js';
import { argumentsFor, type IdPlace, idPlaces, plainSelection, variablesOf } from '../support/schema-walk.js';

const BAOSHAN = '310113';
const YANGPU = '310110';
type Field = GraphQLField<unknown, unknown>;

/** Asks with a superuser's connection, which no policy holds back: the fault that the comparison must catch. */
@Resolver()
class Oracle {
  @Query(() => Boolean, { description: '是否存在于任何区 / Whether it exists in any district' })
  @Permission('organization:read')
  async plantedOracle(
    @Arg('organizationId', () => ID, { description: '组织 / Organization' }) organizationId: string,
  ): Promise<boolean> {
    const found = await platform.sql.query('select 1 from organizations where id = $1', [
      localId('Organization', organizationId),
    ]);
    return found.rows.length > 0;
  }
}

const installed = [...plugins, brokenPlugin('planted', { resolvers: [Oracle] })];

let platform: Platform;
const callers = new Map<string, Client>();
/** Node type -> local id of a row of that type, by district. */
const rows = new Map<string, Map<string, string>>();

beforeAll(async () => {
  platform = await startPlatform({
    template: 'demo',
    workers: 0,
    plugins: installed,
    on: installed.map(({ id }) => id),
  });
  for (const district of [BAOSHAN, YANGPU]) await foundCircle(platform, district);
  for (const role of ['administrator', 'auditor', 'organizer', 'city']) {
    callers.set(role, await platform.as(BAOSHAN, role));
  }
  for (const district of [BAOSHAN, YANGPU]) {
    const found = new Map<string, string>();
    const { id } = await platform.district(district);
    for (const [type, { table }] of platform.registry.plugins.flatMap((plugin) => Object.entries(plugin.nodes ?? {}))) {
      const { rows: some } = await platform.sql.query(
        `select id from ${table} where district_id = $1 order by id limit 1`,
        [id],
      );
      if (some[0]) found.set(type, some[0].id);
    }
    rows.set(district, found);
  }
  // A type without a row in either district would be left out of every probe without a word.
  const missing = platform.registry.plugins.flatMap((plugin) =>
    Object.keys(plugin.nodes ?? {})
      .filter((type) => ![BAOSHAN, YANGPU].every((district) => rows.get(district)!.has(type)))
      .map((type) => `${type} of '${plugin.id}' has no row in ${BAOSHAN} or in ${YANGPU}: make one in beforeAll()`),
  );
  expect(missing).toEqual([]);
});
afterAll(() => platform.close());

/** A root field with one place for an id, and the type of node that belongs there. */
interface Probe {
  readonly root: 'query' | 'mutation';
  readonly field: Field;
  readonly place: IdPlace;
  /** Root field under which the field stands, when it is none itself. */
  readonly below?: string;
  readonly type: string;
}

function probes(): Probe[] {
  const { schema } = platform.app.superset;
  const types = [...rows.get(YANGPU)!.keys()];
  const fieldsOf = (type: unknown): Field[] => (isObjectType(type) ? Object.values(type.getFields()) : []);
  const queries = fieldsOf(schema.getQueryType());
  const single = queries.filter(({ args, type }) => !args.some(isRequiredArgument) && isObjectType(type));
  const candidates = [
    ...queries.map((field) => ({ root: 'query' as const, field })),
    ...fieldsOf(schema.getMutationType()).map((field) => ({ root: 'mutation' as const, field })),
    ...single.flatMap((parent) =>
      fieldsOf(parent.type).map((field) => ({ root: 'query' as const, field, below: parent.name })),
    ),
  ];
  return candidates.flatMap((candidate) =>
    idPlaces(candidate.field).flatMap((place) => {
      const wanted = /^nodes?$/.test(candidate.field.name) ? types : [guessType(place, candidate.field, types)];
      return wanted.map((type) => ({ ...candidate, place, type }));
    }),
  );
}

/** The caller that is allowed to use the field at all. */
function callerFor(field: Field): Client {
  const { permission } = field.extensions as GuardExtensions;
  const granted = platform.registry.lookup('permissions', permission ?? '')?.grantedTo ?? [];
  const role = [...callers.keys()].find((candidate) => granted.includes(candidate)) ?? 'administrator';
  return callers.get(role)!;
}

/** What comes back with an id at the place of the probe; own rows stand at every other place. */
async function ask({ root, field, below, place, type }: Probe, uuid: string): Promise<string> {
  const id = toGlobalId(type, uuid);
  const own = rows.get(BAOSHAN)!;
  const ownId = (at: IdPlace) => {
    const wanted = guessType(at, field, [...own.keys()]);
    return toGlobalId(wanted, own.get(wanted)!);
  };
  const given = argumentsFor(field, place, id, SAMPLES);
  for (const other of idPlaces(field)) if (other !== place && required(field, other)) put(given, other, ownId(other));
  put(given, place, id);
  if (field.args.some(({ name }) => name === 'first')) given.first = 5;
  const { head, call } = variablesOf(field, given);
  const selection = root === 'mutation' ? '{ userErrors { code path details message } }' : selectionOf(field);
  const asked = `${field.name}${call} ${selection}`;
  const operation = `${root} ${head} { ${below ? `${below} { ${asked} }` : asked} }`;
  const answer = await callerFor(field).send(operation, given);
  return JSON.stringify({
    data: answer.data,
    errors: answer.errors.map(({ message, extensions: { code } }) => ({ code, message })),
  }).replaceAll(id, '<id>');
}

function selectionOf(field: Field): string {
  const { schema } = platform.app.superset;
  const name = String(field.type).replace(/[[\]!]/g, '');
  if (name.endsWith('Connection')) return '{ nodes { __typename } totalCount }';
  return schema.getType(name) ? plainSelection(schema, name, 0) : '';
}

function required(field: Field, { argument, path }: IdPlace): boolean {
  const found = field.args.find(({ name }) => name === argument);
  return found !== undefined && isRequiredArgument(found) && path.length < 2;
}

/** Puts an id where a place says. */
function put(given: Record<string, unknown>, { argument, path, list }: IdPlace, id: string): void {
  const keys = [argument, ...path];
  let at = given;
  for (const key of keys.slice(0, -1)) {
    const next = (at[key] ?? {}) as Record<string, unknown> | Record<string, unknown>[];
    at[key] = next;
    at = Array.isArray(next) ? next[0]! : next;
  }
  at[keys.at(-1)!] = list ? [id] : id;
}

const nameOf = ({ field, place, type }: Probe) =>
  `${field.name}(${[place.argument, ...place.path].join('.')}: ${type})`;

describe('another district’s id', () => {
  test('gets, in every place for an id, the answer of an id that nobody has, and changes nothing', async () => {
    const all = probes();
    const catalogue = await readCatalogue(platform.sql);
    const before = await countRows(platform.sql, catalogue);
    const different: string[] = [];
    const notFound: string[] = [];
    for (const probe of all) {
      const foreign = await ask(probe, rows.get(YANGPU)!.get(probe.type)!);
      const unknown = await ask(probe, uuidv7());
      if (foreign !== unknown) different.push(`${nameOf(probe)}\n  foreign: ${foreign}\n  unknown: ${unknown}`);
      if (probe.root === 'mutation' && unknown.includes('NOT_FOUND')) notFound.push(nameOf(probe));
    }
    expect(different.map((line) => line.split('\n')[0])).toEqual(['plantedOracle(organizationId: Organization)']);
    expect(await countRows(platform.sql, catalogue)).toEqual(before);
    covered('places for an id, tried with another district’s', all.length);
    covered('places in mutations that were looked up and not found', notFound.length);
  });

  test('an own id is answered otherwise, so the comparison above looks at something', async () => {
    const seen: string[] = [];
    const queries = probes().filter(({ root, type }) => root === 'query' && rows.get(BAOSHAN)!.has(type));
    for (const probe of queries) {
      const own = await ask(probe, rows.get(BAOSHAN)!.get(probe.type)!);
      if (own !== (await ask(probe, uuidv7()))) seen.push(nameOf(probe));
    }
    covered('places in queries that tell an own id from an unknown one', seen.length);
  });

  test('lists hold rows of the own district alone', async () => {
    const { id } = await platform.district(BAOSHAN);
    for (const [type, { table }] of platform.registry.plugins.flatMap((plugin) => Object.entries(plugin.nodes ?? {}))) {
      const { rows: mine } = await platform.sql.query(
        `select count(*)::int as total from ${table} where district_id = $1`,
        [id],
      );
      const seen = await platform.acting(BAOSHAN, (ctx) =>
        ctx.sql.selectFrom(table).select(ctx.sql.fn.countAll().as('total')).execute(),
      );
      expect({ type, rows: Number(seen[0]!.total) }).toEqual({ type, rows: mine[0].total });
    }
  });
});
