import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSuperset } from '../../src/kernel/graphql/superset.js';
import { createRegistry, RegistryError } from '../../src/kernel/plugin/registry.js';
import type { PluginDefinition } from '../../src/kernel/plugin/define.js';
import type { Client } from '../../src/testing/client.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';
import { wrongAdditions } from '../fixtures/plugins/broken/additions-to-others.js';
import { covered } from '../support/coverage.js';
import { core, plugins } from '../support/installed.js';
import { foundCircle, someMembers } from '../support/sentences.js';

const BAOSHAN = '310113';
const YANGPU = '310110';

function problemsOf(plugin: PluginDefinition): readonly string[] {
  try {
    buildSuperset(createRegistry(core, [...plugins, plugin]));
    return [];
  } catch (error) {
    if (error instanceof RegistryError) return error.problems;
    throw error;
  }
}

describe('what a plugin adds to enums and inputs of others', () => {
  test.each(Object.entries(wrongAdditions))('is refused at boot: %s', (_what, [plugin, words]) => {
    const all = [`'${plugin.id}'`, ...words];
    expect(problemsOf(plugin).filter((problem) => all.every((word) => problem.includes(word)))).toHaveLength(1);
  });

  test('is accepted as the fixtures do it', () => {
    expect(() => buildSuperset(createRegistry(core, plugins))).not.toThrow();
    covered('wrong additions to enums and inputs of others', Object.keys(wrongAdditions).length);
  });
});

let platform: Platform;
let administrator: Client;
let circleId: string;
let memberIds: readonly string[];

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo', workers: 0, plugins, on: plugins.map(({ id }) => id) });
  administrator = await platform.as(BAOSHAN, 'administrator');
  circleId = await foundCircle(platform, BAOSHAN);
  memberIds = await someMembers(platform, BAOSHAN, 5);
  for (const memberId of memberIds.slice(0, 2)) await join(circleId, memberId);
});
afterAll(() => platform.close());

async function join(circle: string, memberId: string): Promise<void> {
  await administrator.mutate(
    `mutation ($input: JoinReadingCircleInput!) { joinReadingCircle(input: $input) { userErrors { code } } }`,
    { input: { circleId: circle, memberId } },
  );
}

const LIST = `query ($filter: MemberFilter) { members(first: 10, filter: $filter) { totalCount nodes { id } } }`;

describe('a field that a plugin adds to a filter', () => {
  test('narrows the list by the plugin’s own function, in rows and total, interpreted and compiled', async () => {
    for (let time = 0; time < 3; time += 1) {
      const { members } = await administrator.query(LIST, { filter: { readingCircleId: circleId } });
      expect(members).toEqual({ totalCount: 2, nodes: memberIds.slice(0, 2).map((id) => ({ id })) });
    }
    const { members } = await administrator.query(
      `{ members(first: 10, filter: { readingCircleId: "${circleId}" }) { totalCount } }`,
    );
    expect(members.totalCount).toBe(2);
  });

  test('holds together with the owner’s conditions, and null is none', async () => {
    const none = { readingCircleId: circleId, status: 'DECEASED' };
    expect((await administrator.query(LIST, { filter: none })).members.totalCount).toBe(0);
    const { members: all } = await administrator.query(LIST, { filter: null });
    const { members: open } = await administrator.query(LIST, { filter: { readingCircleId: null } });
    expect(open).toEqual(all);
    expect(all.totalCount).toBeGreaterThan(2);
  });

  test('two lists of one request are narrowed each by its own', async () => {
    const empty = await foundCircle(platform, BAOSHAN, '周六读书会');
    const answer = await administrator.query(
      `query ($one: ID, $two: ID) {
        one: members(first: 5, filter: { readingCircleId: $one }) { totalCount }
        two: members(first: 5, filter: { readingCircleId: $two }) { totalCount }
      }`,
      { one: circleId, two: empty },
    );
    expect(answer).toEqual({ one: { totalCount: 2 }, two: { totalCount: 0 } });
  });

  test('refuses what the caller does not see as what is not there', async () => {
    const theirs = await foundCircle(platform, YANGPU);
    for (const id of [theirs, memberIds[0]]) {
      const error = await administrator.failed(LIST, { filter: { readingCircleId: id } });
      expect(error.extensions).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test('looks at nothing that the caller may not read', async () => {
    const caseWorker = await platform.as(BAOSHAN, 'case-worker');
    expect((await caseWorker.query(LIST, {})).members).toBeDefined();
    const error = await caseWorker.failed(LIST, { filter: { readingCircleId: circleId } });
    expect(error.extensions).toMatchObject({ code: 'FORBIDDEN', details: { permission: 'reading-circle:read' } });
  });
});

const TRANSFER = `mutation ($input: TransferMembershipInput!) {
  transferMembership(input: $input) { member { id organization { id } } userErrors { code path } }
}`;

describe('a field that a plugin adds to the input of a mutation', () => {
  test('does what the plugin says in the same transaction, or nothing is done at all', async () => {
    const { members, organizations } = await administrator.query(
      `{ members(first: 50, filter: { status: ACTIVE }) { nodes { id version organization { id } } }
         organizations(first: 50, filter: { type: SERVICE }) { nodes { id } } }`,
    );
    const moved = members.nodes.find(
      ({ id, organization }: { id: string; organization: object | null }) => organization && !memberIds.includes(id),
    );
    const to = organizations.nodes.find(({ id }: { id: string }) => id !== moved.organization.id);
    const plain = { memberId: moved.id, toOrganizationId: to.id, reason: '调动工作', expectedVersion: moved.version };
    const where = async () =>
      (await administrator.query(`{ member(id: "${moved.id}") { organization { id } } }`)).member;

    const [refusal] = await administrator.refused(TRANSFER, { input: { ...plain, readingCircleId: to.id } });
    expect(refusal).toEqual({ code: 'NOT_FOUND', path: ['input', 'readingCircleId'] });
    expect(await where()).toEqual({ organization: { id: moved.organization.id } });

    const { member } = await administrator.mutate(TRANSFER, { input: { ...plain, readingCircleId: circleId } });
    expect(member).toEqual({ id: moved.id, organization: { id: to.id } });
    expect((await administrator.query(LIST, { filter: { readingCircleId: circleId } })).members.totalCount).toBe(3);
  });
});
