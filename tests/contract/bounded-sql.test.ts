import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLField, type GraphQLSchema, isRequiredArgument } from 'graphql';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { RequestContext } from '../../src/kernel/index.js';
import { Organization } from '../../src/modules/organizations/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import type { Client } from '../../src/testing/client.js';
import { covered } from '../support/coverage.js';
import { plugins } from '../support/installed.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';
import { someUnion } from '../support/sentences.js';
import { connectionsOf, nodeTypeOf, plainSelection } from '../support/schema-walk.js';

const BAOSHAN = '310113';
/** More than this for one list, whatever is selected on its entries, is a loader that does not batch. */
const MOST_STATEMENTS = 8;

@Resolver(() => Organization)
class SlowFieldOfOrganization {
  @FieldResolver(() => Boolean, { description: '逐条查询 / Asks once per entry' })
  async plantedSlowness(
    @Arg('really', () => Boolean, { description: '确认 / Really' }) really: boolean,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    await ctx.sql.selectFrom('districts').select('id').limit(1).execute();
    return really;
  }
}

const planted = brokenPlugin('planted', { resolvers: [SlowFieldOfOrganization] });

let platform: Platform;
let reader: Client;
let schema: GraphQLSchema;
let union: string;

beforeAll(async () => {
  platform = await startPlatform({
    template: 'demo',
    workers: 0,
    plugins: [...plugins, planted],
    on: [...plugins, planted].map(({ id }) => id),
  });
  reader = await platform.as(BAOSHAN, 'auditor');
  union = await someUnion(platform, BAOSHAN);
  schema = platform.app.superset.schema;
});
afterAll(() => platform.close());

/** Required ids of a list, filled with that of an organization. */
function idsOf({ args }: GraphQLField<unknown, unknown>): string {
  return args
    .filter(isRequiredArgument)
    .map(({ name }) => `${name}: "${union}",`)
    .join(' ');
}

/** A list of the schema and how to ask for a page of it. */
interface List {
  readonly name: string;
  readonly query: (size: number) => string;
}

function rootLists(): { field: string; list: List }[] {
  return connectionsOf(schema, 'Query').map((field) => {
    const selection = plainSelection(schema, nodeTypeOf(field));
    const query = (size: number) =>
      `{ ${field.name}(${idsOf(field)} first: ${size}) { nodes ${selection} pageInfo { endCursor } } }`;
    return { field: field.name, list: { name: `Query.${field.name}`, query } };
  });
}

/** Lists below the entries of root lists: where batching breaks first. */
function nestedLists(): List[] {
  return connectionsOf(schema, 'Query').flatMap((root) => {
    const type = nodeTypeOf(root);
    return connectionsOf(schema, type).map((nested): List => {
      const selection = plainSelection(schema, nodeTypeOf(nested));
      return {
        name: `Query.${root.name} > ${type}.${nested.name}`,
        query: (size) =>
          `{ ${root.name}(${idsOf(root)} first: ${size}) { nodes { ${nested.name}(first: 3) { nodes ${selection} totalCount } } } }`,
      };
    });
  });
}

/**
 * Statements of an operation once caches are warm. A cache may run out at any moment: what two runs agree on is believed,
 * and of three that differ the least.
 */
async function cost(query: string): Promise<number> {
  const counted = () => platform.wire.count(() => reader.query(query));
  const [first, second] = [await counted(), await counted()];
  return first === second ? first : Math.min(first, second, await counted());
}

describe('a list costs the same number of statements whatever its size', () => {
  test('each list of the schema, at its root and below the entries of another', async () => {
    const lists = [...rootLists().map(({ list }) => list), ...nestedLists()];
    const offences: string[] = [];
    for (const { name, query } of lists) {
      const [few, some, many] = [await cost(query(2)), await cost(query(20)), await cost(query(100))];
      // The first two entries may lack what a loader would look for; twenty of the demo have some of everything.
      if (few > some || some !== many) {
        offences.push(`${name}: ${few} statements for 2 entries, ${some} for 20, ${many} for 100`);
      }
      if (many > MOST_STATEMENTS) offences.push(`${name}: ${many} statements`);
    }
    expect(offences).toEqual([]);
    covered('lists whose statements are counted', lists.length);
  });

  test('a hundred members with organization and its parent cost at most 6, everything counted, whatever the page', async () => {
    const query = `query ($after: String) { members(first: 100, after: $after) {
      nodes { name organization { name parent { name } } } pageInfo { endCursor } } }`;
    let after: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      let answer: { members: { nodes: unknown[]; pageInfo: { endCursor: string } } } | undefined;
      const statements = await platform.wire.statements(async () => {
        answer = await reader.query(query, { after });
      });
      expect(answer!.members.nodes).toHaveLength(100);
      expect(statements.length).toBeLessThanOrEqual(6);
      after = answer!.members.pageInfo.endCursor;
    }
  });

  test('a field that asks the database for each entry by itself is noticed', async () => {
    const query = (size: number) => `{ organizations(first: ${size}) { nodes { plantedSlowness(really: true) } } }`;
    expect((await cost(query(20))) - (await cost(query(2)))).toBe(18);
  });

  test('the count includes what the driver sends of its own accord', async () => {
    const statements = await platform.wire.statements(() =>
      platform.acting(BAOSHAN, (ctx) =>
        ctx.transaction(async (tx) => tx.sql.selectFrom('districts').selectAll().execute()),
      ),
    );
    expect(statements.filter((sql) => /^(begin|commit)/i.test(sql))).toHaveLength(2);
    expect(statements.some((sql) => sql.includes('from "districts"'))).toBe(true);
  });
});
