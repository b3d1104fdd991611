import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import {
  type Page,
  PageArgs,
  pageOf,
  orderingBy,
  parseGlobalId,
  Permission,
  ReadsBy,
  type RequestContext,
  toGlobalId,
} from '../../src/kernel/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import { type ClaimRow, claimNode } from '../fixtures/plugins/wage-claims/claim.node.js';
import { WageClaimConnection } from '../fixtures/plugins/wage-claims/claim.type.js';
import { ClaimEntity, wageClaims } from '../fixtures/plugins/wage-claims/index.js';
import type { Client } from '../../src/testing/client.js';
import { answersTo } from '../support/asking-together.js';
import { covered } from '../support/coverage.js';
import { everyWay, type Question } from '../support/claim-questions.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';

const BAOSHAN = '310113';

/** Says that it looks at nothing, and looks: the fault that the comparison must catch. */
@Resolver()
class Lying {
  @Query(() => WageClaimConnection, { description: '植入 / Planted' })
  @Permission('wage-claim:read')
  @ReadsBy({ above: { nothing: 'a lie' } })
  plantedClaims(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('above', () => Int, { nullable: true, description: '高于 / Above' }) above: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<ClaimRow>> {
    return this.unsaidClaims(page, above, ctx);
  }

  /** The same, saying nothing: it must be closed to whoever may not read every value of a claim. */
  @Query(() => WageClaimConnection, { description: '植入 / Planted' })
  @Permission('wage-claim:read')
  unsaidClaims(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('above', () => Int, { nullable: true, description: '高于 / Above' }) above: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<ClaimRow>> {
    const where = (query: Parameters<NonNullable<Parameters<typeof pageOf>[1]['where']>>[0]) =>
      above === null ? query : query.where('node.amount', '>', above);
    return pageOf(ctx, { source: claimNode, ordering: orderingBy('id', 'asc'), page, where });
  }
}

const planted = brokenPlugin('planted', { requires: ['wage-claims'], resolvers: [Lying] });

/** What the guarded fields of the six claims hold, in three states of the world. */
const STATES = [
  {
    amounts: [100, 200, 300, 400, 500, 600],
    severities: ['LOW', 'HIGH', 'LOW', 'HIGH', 'LOW', 'HIGH'],
    finding: '属实',
  },
  {
    amounts: [600, 500, 400, 300, 200, 100],
    severities: ['HIGH', 'LOW', 'HIGH', 'LOW', 'HIGH', 'LOW'],
    finding: '不实',
  },
  { amounts: [300, 300, 300, 300, 300, 300], severities: ['LOW', 'LOW', 'LOW', 'LOW', 'LOW', 'LOW'], finding: '待查' },
] as const;

let platform: Platform;
/** Sees every claim of the district and assesses none. */
let blind: Client;
/** Sees every claim of the district and assesses those of the first hub. */
let partly: Client;
let assessor: Client;
let hubs: string[];
let claims: string[];

beforeAll(async () => {
  platform = await startPlatform({
    template: 'demo',
    workers: 0,
    plugins: [wageClaims, planted],
    on: ['wage-claims', 'planted'],
  });
  assessor = await platform.as(BAOSHAN, 'administrator');
  blind = await platform.as(BAOSHAN, 'front-end');
  const { organizations } = await assessor.query('{ organizations(first: 2, filter: { type: HUB }) { nodes { id } } }');
  hubs = organizations.nodes.map(({ id }: { id: string }) => parseGlobalId(id)!.uuid);
  partly = await platform.as(BAOSHAN, 'organizer', { organizationId: hubs[0]! });
  const { id: district } = await platform.district(BAOSHAN);
  await platform.sql.query(
    `insert into role_assignments (district_id, id, principal_id, role, since)
     select district_id, $1, id, 'front-end', '2026-01-01' from principals where district_id = $2 and subject = $3`,
    [uuidv7(), district, `demo:organizer@${hubs[0]}`],
  );
  claims = ['投诉一', '投诉二', '投诉三', '投诉四', '投诉五', '投诉六'].map(() => uuidv7());
  await platform.sql.query(
    `insert into wage_claims_claims (district_id, id, organization_id, title, amount, severity, finding)
     select $1, id, case when place <= 3 then $2::uuid else $3::uuid end, '投诉' || substr('一二三四五六', place::int, 1), 0, 'LOW', ''
     from unnest($4::uuid[]) with ordinality as claim(id, place)`,
    [district, hubs[0], hubs[1], claims],
  );
});
afterAll(() => platform.close());

/** Brings the guarded fields of some claims into a state; the versions stay as they are. */
async function become(state: (typeof STATES)[number], only: readonly string[] = claims): Promise<void> {
  await platform.sql.query(
    `update wage_claims_claims c set amount = s.amount, severity = s.severity, finding = $4
     from unnest($1::uuid[], $2::int[], $3::text[]) as s(id, amount, severity) where c.id = s.id and c.id = any($5)`,
    [claims, state.amounts, state.severities, state.finding, only],
  );
}

/**
 * The questions whose answers differ between states of what stands in guarded fields. Each is asked twice in the first
 * state, interpreted and compiled, and must be answered alike. `alone` are those that close the whole operation.
 */
async function telling(
  client: Client,
  asked: readonly Question[],
  { only, alone }: { only?: readonly string[]; alone?: (question: Question) => boolean } = {},
): Promise<string[]> {
  const questions = asked.map((one) => (alone?.(one) || isPlanted(one.name) ? { ...one, field: undefined } : one));
  await become(STATES[0]);
  const interpreted = await answersTo(client, questions);
  const states: (typeof interpreted)[] = [];
  for (const state of STATES) {
    await become(state, only);
    states.push(await answersTo(client, questions));
  }
  expect([...states[0]!]).toEqual([...interpreted]);
  return questions.filter((one) => new Set(states.map((state) => state.get(one))).size > 1).map(({ name }) => name);
}

const isPlanted = (name: string) => name.includes('plantedClaims');

describe('a field that the caller may not read', () => {
  test('tells nothing to who may read it nowhere: not by filter, order, group, search, cursor, count, list or node', async () => {
    const asked = everyWay(platform, hubs, claims);
    const told = await telling(blind, asked, { alone: ({ guarded }) => guarded });
    expect(told.filter((name) => !isPlanted(name))).toEqual([]);
    expect(told.filter(isPlanted).length).toBeGreaterThan(0);
    covered('questions about guarded fields that tell nothing', asked.length);
  });

  test('is not told by the history of the row either: that it changed is shown, from what to what is not', async () => {
    const id = uuidv7();
    const claim = { id, organizationId: hubs[0]!, title: '投诉七', amount: 777, severity: 'HIGH', finding: '待核' };
    await platform.acting(BAOSHAN, (ctx) =>
      ctx.transaction(async (tx) => {
        tx.em.create(ClaimEntity, claim, { persist: true });
      }),
    );
    const auditor = await platform.as(BAOSHAN, 'auditor');
    const { history } = await auditor.query(
      'query ($id: ID!) { history(nodeId: $id, first: 5) { nodes { changes { field before after sealed } } } }',
      { id: toGlobalId('WageClaim', id) },
    );
    const changes = Object.fromEntries(
      history.nodes[0].changes.map((change: { field: string }) => [change.field, change]),
    );
    expect(changes.title).toMatchObject({ after: '投诉七' });
    for (const field of ['amount', 'severity', 'finding']) {
      expect(changes[field]).toEqual({ field, before: null, after: null, sealed: true });
    }
    await platform.sql.query('delete from wage_claims_claims where id = $1', [id]);
  });

  test('is refused as a whole wherever an argument looks at it', async () => {
    const asked = everyWay(platform, hubs, claims).filter(({ guarded }) => guarded);
    for (const { name, query, variables } of asked) {
      const { errors } = await blind.send(query, variables);
      const codes = [...new Set(errors.map(({ extensions }) => extensions.code))];
      expect({ name, codes }).toEqual({ name, codes: ['FORBIDDEN'] });
    }
    for (const list of ['largestWageClaims(first: 3)', 'unsaidClaims(first: 3, above: 350)']) {
      const { errors } = await blind.send(`{ ${list} { totalCount } }`);
      expect({ list, codes: errors.map(({ extensions }) => extensions.code) }).toEqual({ list, codes: ['FORBIDDEN'] });
    }
    covered('questions that look at guarded fields', asked.length);
  });

  test('tells nothing of rows outside the subtree in which it may be read', async () => {
    const told = await telling(partly, everyWay(platform, hubs, claims), { only: claims.slice(3) });
    expect(told.filter((name) => !isPlanted(name))).toEqual([]);
    expect(told.filter(isPlanted).length).toBeGreaterThan(0);
  });

  test('tells by every one of these ways to who may read it, so the comparison looks at something', async () => {
    const asked = everyWay(platform, hubs, claims).filter(({ guarded }) => guarded);
    const told = new Set(await telling(assessor, asked));
    covered('questions that tell who may read', told.size);
    for (const way of ['amount', 'severity', 'gravities', 'AMOUNT', 'search', 'GRAVITY', 'Organization', 'cursor']) {
      expect([...told].filter((name) => name.includes(way)).length).toBeGreaterThan(0);
    }
  });
});

describe('a field that the caller may read in one subtree', () => {
  test('opens there, row by row, and is null with FORBIDDEN elsewhere', async () => {
    await become(STATES[0]);
    const { data, errors } = await partly.send('{ wageClaims(first: 9) { totalCount nodes { amount } } }');
    expect(data.wageClaims).toEqual({
      totalCount: 6,
      nodes: [100, 200, 300, null, null, null].map((amount) => ({ amount })),
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(Array(3).fill('FORBIDDEN'));
  });

  test('narrows a list that is filtered or ordered by it to the rows of that subtree', async () => {
    await become(STATES[0]);
    const ordered = await partly.query(
      '{ wageClaims(first: 9, orderBy: { field: AMOUNT, direction: DESC }) { totalCount nodes { amount } } }',
    );
    expect(ordered.wageClaims).toEqual({ totalCount: 3, nodes: [300, 200, 100].map((amount) => ({ amount })) });
    const largest = await partly.query('{ largestWageClaims(first: 9) { totalCount } }');
    expect(largest.largestWageClaims).toEqual({ totalCount: 3 });
    const counts = await partly.query(
      '{ wageClaimCounts(by: GRAVITY) { key count } byTitle: wageClaimCounts(by: TITLE) { key } }',
    );
    expect(counts.wageClaimCounts).toEqual([
      { key: 'HIGH', count: 1 },
      { key: 'LOW', count: 2 },
    ]);
    expect(counts.byTitle).toHaveLength(6);
  });

  test('a list that is not filtered by it stays whole beside one that is', async () => {
    await become(STATES[0]);
    const both = await partly.query(
      `{ organizations(first: 9, filter: { type: HUB }) { nodes {
        all: wageClaims(first: 9) { totalCount } severe: wageClaims(first: 9, filter: { severity: HIGH }) { totalCount } } } }`,
    );
    const sum = (name: 'all' | 'severe') =>
      both.organizations.nodes.reduce(
        (total: number, node: Record<string, { totalCount: number }>) => total + node[name]!.totalCount,
        0,
      );
    expect([sum('all'), sum('severe')]).toEqual([6, 1]);
  });

  test('costs the same statements for two rows as for six, and for one organization as for many', async () => {
    const cost = async (query: string) => {
      for (let run = 0; run < 3; run += 1) await partly.send(query);
      // The account is asked for anew every few seconds, now and then in between.
      const counts: number[] = [];
      for (let run = 0; run < 3; run += 1) counts.push(await platform.wire.count(() => partly.send(query)));
      return Math.min(...counts);
    };
    const rows = (size: number) =>
      `{ wageClaims(first: ${size}) { nodes { amount severity finding organization { name } } } }`;
    const nested = (size: number) =>
      `{ organizations(first: ${size}) { nodes { wageClaims(first: 3, filter: { severity: HIGH }) { totalCount nodes { amount } } } } }`;
    expect(await cost(rows(6))).toBe(await cost(rows(2)));
    expect(await cost(nested(60))).toBeLessThanOrEqual(await cost(nested(12)));
  });
});
