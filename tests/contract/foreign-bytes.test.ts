import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLField, isObjectType } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { parseGlobalId, toGlobalId } from '../../src/kernel/graphql/global-id.js';
import type { RequestContext } from '../../src/kernel/index.js';
import { installedRoles } from '../../src/modules/access/index.js';
import { Organization } from '../../src/modules/organizations/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import type { Client } from '../../src/testing/client.js';
import { covered } from '../support/coverage.js';
import { called, type Ground, readableFields, stopsOf, visit } from '../support/crawl.js';
import { guessType, SAMPLES } from '../support/id-places.js';
import { plugins } from '../support/installed.js';
import { fillWithRows } from '../support/old-rows.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';
import { type IdPlace, idPlaces, isConnection } from '../support/schema-walk.js';
import { everyKindOfRow } from '../support/sentences.js';

type Field = GraphQLField<unknown, unknown>;

const BAOSHAN = '310113';
const YANGPU = '310110';
const CANARY = '⟦杨浦⟧';
/** What the planted leak below puts into an answer. */
const PLANTED = /"plantedLeak":\[[^\]]*\]/g;

/** Reads with a superuser's connection, which no policy holds back: the fault that the crawl must catch. */
@Resolver(() => Organization)
class LeakOfOrganization {
  @FieldResolver(() => [String], { description: '各区的名称 / Names from every district' })
  async plantedLeak(@Ctx() _ctx: RequestContext): Promise<string[]> {
    const { rows } = await platform.sql.query('select name from organizations where district_id = $1 limit 1', [
      (await platform.district(YANGPU)).id,
    ]);
    return rows.map(({ name }) => name);
  }

  @FieldResolver(() => Boolean, { description: '是否存在于任何区 / Whether it exists in any district' })
  async plantedOracle(
    @Arg('memberId', () => ID, { description: '会员 / Member' }) memberId: string,
    @Ctx() _ctx: RequestContext,
  ): Promise<boolean> {
    const { rows } = await platform.sql.query('select 1 from members where id = $1', [parseGlobalId(memberId)?.uuid]);
    return rows.length > 0;
  }
}

// It requires the reading circles, so that something hangs on these.
const planted = brokenPlugin('planted', { requires: ['reading-circle'], resolvers: [LeakOfOrganization] });
const installed = [...plugins, planted];

let platform: Platform;
let ground: Ground;
let callers: readonly Client[];
const foreign = new Set<string>();
const own = new Map<string, string>();

beforeAll(async () => {
  platform = await startPlatform({
    template: 'demo',
    workers: 0,
    plugins: installed,
    on: installed.map(({ id }) => id),
  });
  for (const district of [BAOSHAN, YANGPU]) {
    await everyKindOfRow(platform, district);
    await fillWithRows(platform.sql, district);
  }
  const yangpu = await platform.district(YANGPU);
  covered('text columns with a canary of another district', await plantCanaries(yangpu.id));
  for (const { table } of await tenantTablesWithId()) {
    const { rows } = await platform.sql.query(`select id::text from ${table} where district_id = $1`, [yangpu.id]);
    for (const { id } of rows) foreign.add(id);
  }
  for (const [type, id] of await platform.someRows(BAOSHAN)) own.set(type, toGlobalId(type, id));
  ground = {
    schema: platform.app.superset.schema,
    idOf: (type) => own.get(type),
    typeAt: (place, field) => guessType(place, field, [...own.keys()]),
    // Nothing is changed by a crawl, so a module that can be switched will do: it is asked about more.
    samples: { ...SAMPLES, moduleId: 'reading-circle' },
  };
  callers = await callersOf(BAOSHAN);
});
afterAll(() => platform.close());

async function tenantTablesWithId(): Promise<{ table: string }[]> {
  const { rows } = await platform.sql.query<{ table: string }>(`
    select c.relname as table from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district_id')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype)`);
  return rows;
}

/** Marks every text of a district that may be marked; a text that only takes listed values says nothing anyway. */
async function plantCanaries(districtId: number): Promise<number> {
  const { rows } = await platform.sql.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'text'::regtype and a.attnum > 0
      and not a.attisdropped and a.attgenerated = ''
      and exists (select from pg_attribute d where d.attrelid = c.oid and d.attname = 'district_id')`);
  let planted = 0;
  for (const { table, column } of rows) {
    if (table === 'role_assignments' || (table === 'principals' && column === 'subject')) continue;
    const marking = `update ${table} set ${column} = left(${column}, 40) || '${CANARY}' where district_id = $1 and ${column} <> ''`;
    const marked = await platform.sql.query(marking, [districtId]).catch(() => ({ rowCount: 0 }));
    if (marked.rowCount) planted += 1;
  }
  return planted;
}

/** One caller per installed role that the demo has an account for. */
async function callersOf(district: string): Promise<Client[]> {
  const roles = [...installedRoles(platform.app.kernel)].filter(([, { scope }]) => scope === 'district');
  const clients = await Promise.all(roles.map(([role]) => platform.as(district, role)));
  const [member] = (
    await platform.sql.query(
      `select id::text from members where district_id = $1 and status = 'ACTIVE' order by id limit 1`,
      [(await platform.district(district)).id],
    )
  ).rows;
  return [...clients, await platform.as(district, 'member', { memberId: member.id })];
}

/** What of another district stands in an answer: marked text, or an id of one of its rows, plain or as a global id. */
function foreignBytes(answer: string): string[] {
  const found = answer.includes(CANARY) ? [CANARY] : [];
  for (const [word] of answer.matchAll(/[\w-]{20,}/g)) {
    const uuid = parseGlobalId(word)?.uuid ?? word;
    if (foreign.has(uuid)) found.push(word);
  }
  return found;
}

describe('whatever a caller asks for', () => {
  test('no field of the graph gives a byte of another district', async () => {
    const seen = new Set<string>();
    const leaks = new Set<string>();
    let planted = 0;
    for (const stop of stopsOf(ground)) {
      for (const caller of callers) {
        const answer = await visit(caller, stop, seen);
        const rest = answer.replaceAll(PLANTED, '');
        if (foreignBytes(answer).length > foreignBytes(rest).length) planted += 1;
        if (foreignBytes(rest).length > 0) leaks.add(`${stop.name}: ${foreignBytes(rest)[0]}`);
      }
    }
    expect([...leaks]).toEqual([]);
    expect(planted).toBeGreaterThan(0);
    const missed = readableFields(ground.schema).filter((field) => !seen.has(field));
    expect(missed).toEqual([]);
    covered('fields of the graph that were crawled for bytes of another district', seen.size);
  });

  test('a nested place for an id answers another district’s as one that nobody has', async () => {
    const different: string[] = [];
    const strangers = await platform.someRows(YANGPU);
    let places = 0;
    for (const { type, field, place } of nestedPlaces()) {
      const wanted = guessType(place, field, [...own.keys()]);
      const stranger = strangers.get(wanted);
      if (!stranger) continue;
      places += 1;
      for (const caller of callers.slice(0, 3)) {
        const [theirs, nobodys] = await Promise.all(
          [stranger, uuidv7()].map(async (uuid) => {
            const id = toGlobalId(wanted, uuid);
            const operation = `{ node(id: "${own.get(type)}") { ... on ${type} { ${called(ground, field, 0, argumentAt(place, id))} } } }`;
            const { data, errors } = await caller.send(operation);
            return JSON.stringify([
              data,
              errors.map(({ message, extensions }) => [message, extensions.code]),
            ]).replaceAll(id, '');
          }),
        );
        if (theirs !== nobodys) different.push(`${type}.${field.name}(${place.argument}): ${theirs} / ${nobodys}`);
      }
    }
    expect(different.filter((line) => !line.startsWith('Organization.plantedOracle'))).toEqual([]);
    expect(different.length).toBeGreaterThan(0);
    covered('nested places for an id, tried with another district’s', places);
  });

  test('a cursor taken in another district leads to no row of it', async () => {
    const strangers = await callersOf(YANGPU);
    const lists = Object.values(ground.schema.getQueryType()!.getFields()).filter(isConnection);
    let tried = 0;
    for (const field of lists) {
      for (const [index, caller] of callers.entries()) {
        const page = `{ ${called(ground, field, 0)} }`;
        const theirs = await strangers[index]!.send(page);
        const cursor = theirs.data?.[field.name]?.pageInfo?.endCursor;
        if (!cursor) continue;
        tried += 1;
        const answer = await caller.send(`{ ${called(ground, field, 1, { after: cursor })} }`);
        const bytes = foreignBytes(JSON.stringify(answer.data ?? {}).replaceAll(cursor, ''));
        expect({ list: field.name, bytes: bytes.filter((word) => word !== CANARY) }).toEqual({
          list: field.name,
          bytes: [],
        });
      }
    }
    covered('lists entered with a cursor of another district', tried);
  });
});

function nestedPlaces(): { type: string; field: Field; place: IdPlace }[] {
  return [...own.keys()].flatMap((name) => {
    const type = ground.schema.getType(name);
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      idPlaces(field).map((place) => ({ type: name, field: field as Field, place })),
    );
  });
}

function argumentAt({ argument, path, list }: IdPlace, id: string): Record<string, unknown> {
  const value = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), list ? [id] : id);
  return { [argument]: value };
}
