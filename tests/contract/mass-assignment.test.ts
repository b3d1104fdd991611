import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  coerceInputValue,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import { Arg, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Payload, Permission } from '../../src/kernel/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import type { Client } from '../../src/testing/client.js';
import { covered } from '../support/coverage.js';
import { SAMPLES } from '../support/id-places.js';
import { readSources } from '../support/import-rules.js';
import { plugins } from '../support/installed.js';
import { written } from '../support/oracle-probes.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';
import { argumentsFor, variablesOf } from '../support/schema-walk.js';

const BAOSHAN = '310113';

/** What the platform alone decides about a row, whatever table it stands in. */
const PROTECTED =
  /^(id|districtId|version|status|synthetic|batchId|keeperOrganizationId|.*(Sealed|Index|Hash|Wrapped)|(created|registered|decided|applied|revoked|last[A-Z]\w*)(At|By))$/;

/** Inputs that take such a value all the same, each with the reason; services check it. */
const TAKEN: Readonly<Record<string, string>> = {
  'CreateOrganizationInput.status': 'bodies are entered as they are, founded or not; rules of its stages apply',
  'UpdateOrganizationInput.id': 'names the body to change',
  'UpdateOrganizationInput.status': 'the change of stage is the use case; organization.rules.ts says which are allowed',
  'MoveOrganizationInput.id': 'names the body to move',
  'EndOfficerTermInput.id': 'names the term to end',
  'EndUnitCoverInput.id': 'names the cover to end',
  'UnmaskInput.id': 'names the object whose field is shown',
  'UnmapGroupInput.id': 'names the mapping to take away',
};

@InputType('PlantedInput', { description: '植入 / Planted' })
class PlantedInput {
  @Field(() => Number, { nullable: true, description: '区 / District' })
  districtId?: number;
}

@ObjectType('PlantedPayload', { simpleResolvers: true, description: '植入 / Planted' })
class PlantedPayload extends Payload {}

@Resolver()
class Generous {
  @Mutation(() => PlantedPayload, { description: '植入 / Planted' })
  @Permission('organization:update')
  plantedGenerosity(
    @Arg('input', () => PlantedInput, { description: '输入 / Input' }) _input: PlantedInput,
  ): PlantedPayload {
    return {};
  }
}

let platform: Platform;
let administrator: Client;
/** Every column of every table, as the graph would call it. */
let columns: string[];

beforeAll(async () => {
  const planted = brokenPlugin('planted', { resolvers: [Generous] });
  platform = await startPlatform({
    template: 'demo',
    workers: 0,
    plugins: [...plugins, planted],
    on: [...plugins, planted].map(({ id }) => id),
  });
  administrator = await platform.as(BAOSHAN, 'administrator');
  const { rows } = await platform.sql.query(
    `select distinct column_name as name from information_schema.columns where table_schema = 'public'`,
  );
  columns = rows
    .map(({ name }) => name.replace(/_([a-z])/g, (_: string, letter: string) => letter.toUpperCase()))
    .sort();
});
afterAll(() => platform.close());

type AnyField = GraphQLField<unknown, unknown>;

function mutations(): AnyField[] {
  return Object.values(platform.app.superset.schema.getMutationType()!.getFields());
}

/** Input objects that mutations take, with those inside them; by name. */
function inputs(): GraphQLInputObjectType[] {
  const found = new Map<string, GraphQLInputObjectType>();
  const enter = (type: GraphQLInputType): void => {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || found.has(named.name)) return;
    found.set(named.name, named);
    for (const field of Object.values(named.getFields())) enter(field.type);
  };
  for (const { args } of mutations()) for (const { type } of args) enter(type);
  return [...found.values()];
}

describe('a mutation takes nothing that it does not name', () => {
  test('every column of every table that an input does not have is refused in it, in every input', () => {
    let pairs = 0;
    const accepted: string[] = [];
    for (const input of inputs()) {
      const strange = columns.filter((column) => !Object.hasOwn(input.getFields(), column));
      for (const column of strange) {
        const refused: string[] = [];
        coerceInputValue({ [column]: 1 }, input, (_path, _value, error) => refused.push(error.message));
        if (!refused.some((message) => message.includes(`"${column}" is not defined`)))
          accepted.push(`${input.name}.${column}`);
        pairs += 1;
      }
    }
    expect(accepted).toEqual([]);
    covered('pairs of an input and a column that it does not have', pairs);
  });

  test('a value that the platform decides is taken only where it is the very thing to say', () => {
    const taken = inputs().flatMap((input) =>
      Object.keys(input.getFields())
        .filter((field) => PROTECTED.test(field))
        .map((field) => `${input.name}.${field}`),
    );
    expect(taken.filter((place) => !(place in TAKEN))).toEqual(['PlantedInput.districtId']);
    expect(Object.keys(TAKEN).filter((place) => !taken.includes(place))).toEqual([]);
    covered('columns that the platform decides', columns.filter((column) => PROTECTED.test(column)).length);
  });

  test('over the wire too, by variable and by literal, first and compiled, before any resolver runs', async () => {
    const protectedColumns = columns.filter((column) => PROTECTED.test(column));
    let asked = 0;
    for (const field of mutations()) {
      const input = field.args.find(({ name }) => name === 'input');
      const type = input && getNamedType(input.type);
      if (!isInputObjectType(type)) continue;
      const given = argumentsFor(field, { argument: '', path: [], list: false }, '', SAMPLES);
      const strange = protectedColumns.filter((column) => !Object.hasOwn(type.getFields(), column));
      const { head, call } = variablesOf(field, given);
      const byVariable = `mutation ${head} { ${field.name}${call} { userErrors { code } } }`;
      const more = Object.fromEntries(strange.map((column) => [column, 1]));
      const literal = written(type, given.input).replace(
        /^\{/,
        `{ ${strange.map((name) => `${name}: 1`).join(', ')}, `,
      );
      const byLiteral = `mutation { ${field.name}(input: ${literal}) { userErrors { code } } }`;
      for (const [query, variables] of [
        [byVariable, { ...given, input: { ...(given.input as object), ...more } }],
        [byVariable, { ...given, input: { ...(given.input as object), ...more } }],
        [byLiteral, {}],
      ] as const) {
        const { status, data, errors } = await administrator.send(query, variables);
        const codes = new Set(errors.map(({ extensions }) => extensions.code));
        expect({ field: field.name, status, data: data ?? null, codes: [...codes] }).toMatchObject({
          status: 400,
          data: null,
          codes: [expect.stringMatching(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED|INVALID_VALUE)$/)],
        });
        const told = strange.filter((column) => errors.some(({ message }) => message.includes(`"${column}" is not`)));
        expect({ field: field.name, told }).toEqual({ field: field.name, told: strange });
        asked += strange.length;
      }
    }
    covered('columns too many that were refused over the wire', asked);
  });

  test('services write down field by field what they take over from an input', () => {
    expect(wholesale(readSources('src'))).toEqual([]);
    const planted = new Map([
      ['src/plugins/x/a.service.ts', 'Object.assign(claim, input);'],
      ['src/plugins/x/b.service.ts', 'tx.em.create(ClaimEntity, { ...input, id });'],
      ['src/plugins/x/c.service.ts', 'tx.em.assign(claim, rest);'],
      ['src/plugins/x/d.service.ts', 'Object.assign(claim, { title: input.title });'],
    ]);
    expect(wholesale(planted)).toEqual([
      'src/plugins/x/a.service.ts',
      'src/plugins/x/b.service.ts',
      'src/plugins/x/c.service.ts',
    ]);
  });
});

/** Files in which an input is written into an entity as a whole. */
function wholesale(sources: ReadonlyMap<string, string>): string[] {
  const whole =
    /Object\.assign\(\s*\w+,\s*\w*(input|args|rest)\b|\.create\(\s*\w+Entity,\s*\{[^}]*\.\.\.\w*(input|args|rest)\b|\bem\.assign\(/i;
  return [...sources].filter(([, source]) => whole.test(source)).map(([file]) => file);
}
