import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../testing/client.js';
import { Platform } from '../../../testing/platform.js';
import { toGlobalId } from '../../../kernel/index.js';
import { body } from './bodies.js';

let platform: Platform;
let administrator: Client;
let hub: string;
let other: string;
let joint: string;

beforeAll(async () => {
  platform = await Platform.start({ workers: 0 });
  await platform.acting('310101', async (ctx) => {
    const root = await body(ctx, 'root', '310101');
    hub = await body(ctx, 'hub', '310101-01', root);
    other = await body(ctx, 'hub', '310101-02', root);
    joint = await body(ctx, 'joint', '310101-01-0001', hub);
    for (const n of [1, 2, 3, 4, 5]) await body(ctx, 'union', `310101-01-001${n}`, joint, { name: '同名工会' });
  });
  administrator = await platform.as('310101', 'administrator');
});
afterAll(() => platform?.close());

const global = (id: string): string => toGlobalId('Organization', id);

describe('lists', () => {
  test.each([
    ['kind', { kind: 'FEDERATION' }, ['310101', '310101-01', '310101-02']],
    ['codes', { codes: ['310101-02', 'NOBODY'] }, ['310101-02']],
    ['level and type', { level: 'SUBDISTRICT', type: 'HUB' }, ['310101-01', '310101-02']],
    ['the beginning of the name', { nameStartsWith: '测试310101-0', kind: 'FEDERATION' }, ['310101-01', '310101-02']],
  ])('narrow by %s', async (_, filter, expected) => {
    const { organizations } = await administrator.query(
      'query Some($filter: OrganizationFilter) { organizations(first: 20, filter: $filter) { nodes { code } } }',
      { filter },
    );
    expect(organizations.nodes.map(({ code }: { code: string }) => code)).toEqual(expected);
  });

  test('narrow to a subtree, page by page, in descending order', async () => {
    const all: string[] = [];
    for (let after: string | null = null; ; ) {
      const { organizations } = await administrator.query(
        `query Page($within: ID!, $after: String) {
          organizations(first: 2, after: $after, filter: { within: $within }, orderBy: { field: NAME, direction: DESC }) {
            totalCount nodes { name code } pageInfo { hasNextPage endCursor } } }`,
        { within: global(hub), after },
      );
      all.push(...organizations.nodes.map(({ name, code }: { name: string; code: string }) => `${name} ${code}`));
      after = organizations.pageInfo.endCursor;
      if (!organizations.pageInfo.hasNextPage) {
        expect(all).toHaveLength(organizations.totalCount);
        break;
      }
    }
    const names = all.map((entry) => entry.split(' ')[0]);
    expect(names).toEqual([...names].sort().reverse());
    expect(new Set(all).size).toBe(all.length);
  });

  test('a subtree of somebody else is not found', async () => {
    const chair = await platform.as('310101', 'chair', { organizationId: joint });
    const error = await chair.failed(
      'query Of($id: ID!) { organizations(first: 1, filter: { within: $id }) { nodes { id } } }',
      {
        id: global(other),
      },
    );
    expect(error.extensions.code).toBe('NOT_FOUND');
  });
});
