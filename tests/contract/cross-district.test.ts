import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLField } from 'graphql';
import { Arg, ID, Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import type { GuardExtensions } from '../../src/kernel/graphql/permission.js';
import { localId, Permission } from '../../src/kernel/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import { countRows, readCatalogue } from '../support/catalogue.js';
import type { Client } from '../../src/testing/client.js';
import { covered } from '../support/coverage.js';
import { askWithId, type IdProbe, idProbeName, idProbes } from '../support/id-probes.js';
import { plugins } from '../support/installed.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';
import { everyKindOfRow } from '../support/sentences.js';

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
  for (const district of [BAOSHAN, YANGPU]) {
    await everyKindOfRow(platform, district);
  }
  for (const role of ['administrator', 'security-administrator', 'auditor', 'organizer', 'city']) {
    callers.set(role, await platform.as(BAOSHAN, role));
  }
  for (const district of [BAOSHAN, YANGPU]) rows.set(district, await platform.someRows(district));
  // A type without a row in either district would be left out of every probe without a word.
  const missing = platform.registry.plugins.flatMap((plugin) =>
    Object.keys(plugin.nodes ?? {})
      .filter((type) => ![BAOSHAN, YANGPU].every((district) => rows.get(district)!.has(type)))
      .map((type) => `${type} of '${plugin.id}' has no row in ${BAOSHAN} or in ${YANGPU}: make one in beforeAll()`),
  );
  expect(missing).toEqual([]);
});
afterAll(() => platform.close());

function probes(): IdProbe[] {
  return idProbes(platform.app.superset.schema, [...rows.get(YANGPU)!.keys()]);
}

/** The caller that is allowed to use the field at all. */
function callerFor(field: Field): Client {
  const { permission } = field.extensions as GuardExtensions;
  const granted = platform.registry.lookup('permissions', permission ?? '')?.grantedTo ?? [];
  const role = [...callers.keys()].find((candidate) => granted.includes(candidate)) ?? 'administrator';
  return callers.get(role)!;
}

/** What comes back with an id at the place of the probe; own rows stand at every other place. */
function ask(probe: IdProbe, uuid: string): Promise<string> {
  return askWithId(callerFor(probe.field), platform.app.superset.schema, probe, uuid, rows.get(BAOSHAN)!);
}

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
      if (foreign !== unknown) different.push(`${idProbeName(probe)}\n  foreign: ${foreign}\n  unknown: ${unknown}`);
      if (probe.root === 'mutation' && unknown.includes('NOT_FOUND')) notFound.push(idProbeName(probe));
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
      if (own !== (await ask(probe, uuidv7()))) seen.push(idProbeName(probe));
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
