import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { coerceInputValue, type GraphQLField, isEnumType, isObjectType, isScalarType } from 'graphql';
import { sql } from 'kysely';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { GuardExtensions } from '../../src/kernel/graphql/permission.js';
import { toGlobalId } from '../../src/kernel/graphql/global-id.js';
import { Permission, type RequestContext } from '../../src/kernel/index.js';
import { installedRoles } from '../../src/modules/access/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import type { Answer, Client } from '../../src/testing/client.js';
import { covered } from '../support/coverage.js';
import { guessType, SAMPLES } from '../support/id-places.js';
import { plugins } from '../support/installed.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';
import {
  argumentsFor,
  type IdPlace,
  isConnection,
  nodeTypeOf,
  placesOf,
  plainSelection,
} from '../support/schema-walk.js';

type Field = GraphQLField<unknown, unknown>;
/** Arguments of one call. */
type Given = Record<string, unknown>;

const BAOSHAN = '310113';
/** Stands in every value below; a statement whose text contains it was put together from a value. */
const MARK = 'zq9x';
const CORPUS = [
  `${MARK}' or '1'='1`,
  `${MARK}'; drop table members; --`,
  `${MARK}" or ""="`,
  `${MARK}\\'; select pg_sleep(0.1); --`,
  `$$${MARK}$$ || pg_sleep(0.1)`,
  `${MARK}%_%`,
  `${MARK}\u0000x`,
  `\${${MARK}} {{${MARK}}} #{${MARK}}`,
  `../../${MARK}/etc/passwd`,
  `<script>${MARK}</script>`,
  `=cmd|' /C ${MARK}'!A0`,
  `\u202e${MARK}\ud800`,
  `{"$gt":"${MARK}"}`,
  `${MARK}${'中'.repeat(3000)}`,
];

/** Puts its argument into the text of a statement: the fault that the test must catch. */
@Resolver()
class Careless {
  @Query(() => Boolean, { description: '拼接语句 / Puts a statement together' })
  @Permission('organization:read')
  async plantedConcatenation(
    @Arg('name', () => String, { description: '名称 / Name' }) name: string,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    const { rows } = await sql.raw(`select 1 from organizations where name = '${name}'`).execute(ctx.sql);
    return rows.length > 0;
  }
}

const installed = [...plugins, brokenPlugin('planted', { resolvers: [Careless] })];

let platform: Platform;
const callers = new Map<string, Client>();
const own = new Map<string, string>();
const findings = new Set<string>();

beforeAll(async () => {
  platform = await startPlatform({
    template: 'demo',
    workers: 0,
    plugins: installed,
    on: installed.map(({ id }) => id),
  });
  for (const [role, { scope }] of installedRoles(platform.app.kernel)) {
    if (scope === 'district') callers.set(role, await platform.as(BAOSHAN, role));
  }
  for (const [type, id] of await platform.someRows(BAOSHAN)) own.set(type, toGlobalId(type, id));
});
afterAll(() => platform.close());

/** The caller that is allowed to use the field at all. */
function callerFor(field: Field): Client {
  const { permission } = field.extensions as GuardExtensions;
  const granted = platform.registry.lookup('permissions', permission ?? '')?.grantedTo ?? [];
  const role = [...callers.keys()].find((candidate) => granted.includes(candidate)) ?? 'administrator';
  return callers.get(role)!;
}

/** Places for text: strings, ids and our own scalars. */
function textPlaces(field: Field): IdPlace[] {
  const { schema } = platform.app.superset;
  const texts = (name: string) => isScalarType(schema.getType(name)) && !['Int', 'Float', 'Boolean'].includes(name);
  return placesOf(field, texts);
}

/** One operation that calls the field once with each of these arguments. */
function operationOf(root: string, field: Field, calls: readonly Given[]): { query: string; variables: Given } {
  const { schema } = platform.app.superset;
  const name = String(field.type).replace(/[[\]!]/g, '');
  const type = schema.getType(name);
  const selection = isConnection(field)
    ? `{ nodes ${plainSelection(schema, nodeTypeOf(field), 0)} totalCount }`
    : root === 'mutation'
      ? '{ userErrors { code path message details } }'
      : isObjectType(type)
        ? plainSelection(schema, name, 0)
        : type && !isScalarType(type) && !isEnumType(type)
          ? '{ __typename }'
          : '';
  const [used] = calls;
  const args = field.args.filter((arg) => arg.name in used!);
  const head = calls.flatMap((_, index) => args.map((arg) => `$${arg.name}${index}: ${arg.type}`)).join(', ');
  const fields = calls.map((_, index) => {
    const call = args.map((arg) => `${arg.name}: $${arg.name}${index}`).join(', ');
    return `v${index}: ${field.name}(${call}) ${selection}`;
  });
  return {
    query: `${root} (${head}) { ${fields.join('\n')} }`,
    variables: Object.fromEntries(
      calls.flatMap((given, index) => args.map((arg) => [`${arg.name}${index}`, given[arg.name]])),
    ),
  };
}

/** Whether the arguments come through to the field. */
function fits(field: Field, given: Given): boolean {
  let fitting = true;
  for (const { name, type } of field.args) {
    if (name in given) coerceInputValue(given[name], type, () => (fitting = false));
  }
  return fitting;
}

/**
 * Sends every call: those that do not come through in one operation, the others in two of the same text, of which the
 * second is compiled. Where one of these is refused as a whole, each call of it is sent by itself.
 */
async function sendAll(what: string, root: string, field: Field, calls: readonly Given[]): Promise<void> {
  const send = async (some: readonly Given[]): Promise<boolean> => {
    let answered = false;
    await look(what, async () => {
      const { query, variables } = operationOf(root, field, some);
      const answer = await callerFor(field).send(query, variables);
      answered = answer.data != null;
      return answer;
    });
    return answered;
  };
  const [through, refused] = [true, false].map((fitting) => calls.filter((given) => fits(field, given) === fitting));
  if (refused!.length > 0 && (await send(refused!))) findings.add(`${what}: taken although it does not fit`);
  if (through!.length === 0) return;
  const half = Math.ceil(through!.length / 2);
  for (const some of [through!.slice(0, half), through!.slice(-half)]) {
    if (!(await send(some)) && some.length > 1) for (const one of some) await send([one]);
  }
}

/** What is wrong with how a request was dealt with. */
async function look(what: string, work: () => Promise<{ status: number; errors?: Answer['errors'] }>): Promise<void> {
  const from = platform.wire.sent.length;
  const { status, errors = [] } = await work();
  if (status >= 500 || errors.some(({ extensions }) => extensions.code === 'INTERNAL'))
    findings.add(`${what}: unexpected error`);
  const sent = platform.wire.sent.slice(from);
  if (sent.some((statement) => statement.sql.includes(MARK))) findings.add(`${what}: value in the text of a statement`);
}

describe('text that means something to a database, a shell, a browser or a spreadsheet', () => {
  test('is a value wherever the graph takes text: never part of a statement, never an unexpected error', async () => {
    const { schema } = platform.app.superset;
    let places = 0;
    for (const [root, type] of [
      ['query', schema.getQueryType()],
      ['mutation', schema.getMutationType()],
    ] as const) {
      for (const field of Object.values(type!.getFields()) as Field[]) {
        for (const place of textPlaces(field)) {
          places += 1;
          const calls = CORPUS.map((value) => {
            const given = argumentsFor(field, place, value, SAMPLES);
            for (const [name, inner] of Object.entries(given)) given[name] = withOwnIds(field, name, inner, value);
            if (isConnection(field)) given.first ??= 2;
            return given;
          });
          await sendAll(`${root} ${field.name}(${[place.argument, ...place.path].join('.')})`, root, field, calls);
        }
      }
    }
    const planted = [...findings].filter((finding) => finding.includes('plantedConcatenation'));
    expect([...findings].filter((finding) => !planted.includes(finding))).toEqual([]);
    expect(planted).toContain('query plantedConcatenation(name): value in the text of a statement');
    covered('places for text that were tried with injections', places);
  }, 120_000);

  test('is harmless in every header, in the operation’s name, the path and the query string', async () => {
    findings.clear();
    const headers = [
      'accept-language',
      'authorization',
      'cookie',
      'x-request-id',
      'x-forwarded-for',
      'user-agent',
      'accept',
      'x-lianxin-timestamp',
      'x-lianxin-nonce',
      'x-lianxin-signature',
      'origin',
      'referer',
      'if-none-match',
    ];
    const client = callers.get('administrator')!;
    let tried = 0;
    for (const value of CORPUS) {
      const printable = value.replace(/[^\x20-\x7e]/g, '?').slice(0, 500);
      for (const name of headers) {
        tried += 1;
        await look(`header ${name}`, async () => {
          const response = await client.fetch('/graphql', {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              [name]: name === 'authorization' ? `Bearer ${printable}` : printable,
            },
            body: JSON.stringify({ query: '{ viewer { name } organizations(first: 1) { nodes { name } } }' }),
          });
          return { status: response.status };
        });
      }
      const bodies = [
        { query: '{ viewer { name } }', operationName: value },
        { query: value },
        { query: `query ${printable.replace(/\W/g, '')} { viewer { name } }`, variables: { [value]: value } },
      ];
      for (const body of bodies) {
        tried += 1;
        await look('body', async () => {
          const response = await client.fetch('/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          });
          return { status: response.status };
        });
      }
      for (const path of [
        `/${encodeURIComponent(value.toWellFormed())}`,
        `/graphql?query=${encodeURIComponent(value.toWellFormed())}`,
        `/schema.graphql?x=${encodeURIComponent(value.toWellFormed())}`,
      ]) {
        tried += 1;
        await look(`path`, async () => ({ status: (await client.fetch(path)).status }));
      }
    }
    expect([...findings]).toEqual([]);
    covered('requests with injections outside the graph’s arguments', tried);
  });
});

/** Ids that the generated call needs at other places are own ones, so that it gets further. */
function withOwnIds(field: Field, argument: string, value: unknown, injected: string): unknown {
  const places = placesOf(field, (name) => name === 'ID').filter((place) => place.argument === argument);
  for (const place of places) {
    const id = own.get(guessType(place, field, [...own.keys()]));
    if (place.path.length === 0) {
      if (value !== injected && typeof value === 'string') return id;
      continue;
    }
    let at = value as Record<string, unknown>;
    for (const key of place.path.slice(0, -1)) at = (at?.[key] ?? {}) as Record<string, unknown>;
    const last = place.path.at(-1)!;
    if (at && typeof at === 'object' && last in at && at[last] !== injected && !Array.isArray(at[last])) at[last] = id;
  }
  return value;
}
