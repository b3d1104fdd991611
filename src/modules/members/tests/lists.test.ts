import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Platform } from '../../../testing/platform.js';

const DISTRICT = '310113';
const PAGE = `query ($first: Int!, $filter: MemberFilter, $orderBy: MemberOrder, $after: String) {
  members(first: $first, filter: $filter, orderBy: $orderBy, after: $after) {
    nodes { id name nationalId phone registeredAt organization { id parent { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

let platform: Platform;

beforeAll(async () => {
  // Without workers: the statements of a job would be counted among those of a request.
  platform = await Platform.start({ template: 'demo', workers: 0 });
}, 120_000);

afterAll(() => platform.close());

async function memberRows(): Promise<{ id: string; name: string; organization_id: string | null }[]> {
  const { rows } = await platform.sql.query(
    `select m.* from members m join districts d on d.id = m.district_id where d.code = $1 order by m.id`,
    [DISTRICT],
  );
  return rows;
}

describe('members of the demo', () => {
  test.each([
    ['310113', 3905, '2013-12-31'],
    ['310110', 1870, '2016-12-31'],
  ])('district %s has exactly %i members, on the reported day and today', async (code, members, asOf) => {
    const administrator = await platform.as(code, 'administrator');
    const { organizations } = await administrator.query(
      `query ($asOf: Date) { organizations(first: 1, filter: { level: DISTRICT }) {
        nodes { then: statistics(asOf: $asOf) { members } now: statistics { members coveredMembers } } } }`,
      { asOf },
    );
    const [root] = organizations.nodes;
    expect([root.then.members, root.now.members]).toEqual([members, members]);
    expect(root.now.coveredMembers).toBeGreaterThan(0);
  });

  test('every grid of Ouyang Road has its share', async () => {
    const { rows } = await platform.sql.query(
      `select count(m.id)::int as members from organizations o left join members m on m.organization_id = o.id
       where o.joint_union_kind = 'GRID' group by o.id`,
    );
    expect(rows.map(({ members }) => members).filter((members) => members >= 15 && members <= 35)).toHaveLength(5);
  });
});

describe('lists', () => {
  test('a hundred members with organization and parent cost three statements, whatever the page', async () => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    await administrator.query(PAGE, { first: 2 });
    const reads = async (first: number) =>
      (await platform.wire.statements(() => administrator.query(PAGE, { first }))).filter((sql) =>
        /from "?(members|organizations)/.test(sql),
      ).length;
    const total = await platform.wire.count(() => administrator.query(PAGE, { first: 100 }));
    expect([await reads(100), await reads(3)]).toEqual([3, 3]);
    expect(total).toBeLessThanOrEqual(6);
  });

  test.each([
    [{ field: 'ID', direction: 'DESC' }],
    [{ field: 'NAME', direction: 'ASC' }],
    [{ field: 'REGISTERED_AT', direction: 'DESC' }],
  ])('paging by %j meets every member once', async (orderBy) => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    const seen = new Set<string>();
    let after: string | null = null;
    do {
      const { members } = await administrator.query(PAGE, { first: 100, orderBy, after, filter: { status: 'ACTIVE' } });
      for (const { id } of members.nodes) seen.add(id);
      after = members.pageInfo.hasNextPage ? members.pageInfo.endCursor : null;
    } while (after);
    const active = (await memberRows()).filter(({ organization_id }) => organization_id !== null);
    expect(seen.size).toBe(active.length);
  });

  test('members of many organizations, primary and covered, cost one statement each with its count', async () => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    const operation = (first: number, kind: string) => `{ organizations(first: ${first}) { nodes {
      members(first: 5, filter: { kind: ${kind} }) { totalCount nodes { id } } } } }`;
    // What else a request may need now and then (the scope of a new connection, the caller's grants) does not count.
    const readsOf = async (text: string) =>
      (await platform.wire.statements(() => administrator.query(text))).filter((sql) =>
        /from "?(members|memberships|organizations)/.test(sql),
      ).length;
    for (const kind of ['PRIMARY', 'SECONDARY']) {
      const few = await readsOf(operation(2, kind));
      const many = await readsOf(operation(40, kind));
      expect(many).toBe(few);
      const { organizations } = await administrator.query(operation(100, kind));
      const total = organizations.nodes.reduce(
        (sum: number, { members }: { members: { totalCount: number } }) => sum + members.totalCount,
        0,
      );
      expect(total).toBeGreaterThan(0);
    }
  });

  test('within a hub lie the members of all unions below it, and a chair sees the own ones alone', async () => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    const { organizations } = await administrator.query(
      `{ organizations(first: 1, filter: { type: HUB }) { nodes { id statistics { members } } } }`,
    );
    const [hub] = organizations.nodes;
    const { members } = await administrator.query(
      `query ($id: ID!) { members(first: 1, filter: { within: $id }) { totalCount nodes { organization { id } } } }`,
      { id: hub.id },
    );
    expect(members.totalCount).toBe(hub.statistics.members);
    const { rows } = await platform.sql.query(
      `select o.id, count(*)::int as members from organizations o join members m on m.keeper_organization_id = o.id
       where o.type = 'SERVICE' group by 1 order by 1 limit 1`,
    );
    const { rows: where } = await platform.sql.query(
      'select d.code from districts d join organizations o on o.district_id = d.id where o.id = $1',
      [rows[0].id],
    );
    const chair = await platform.as(where[0].code, 'chair', { organizationId: rows[0].id });
    const seen = await chair.query('{ members(first: 100) { totalCount nodes { id } } }');
    expect(seen.members.totalCount).toBe(rows[0].members);
  });

  test('a joint union sees the members it covers, and a member sees nobody but themselves', async () => {
    const { rows } = await platform.sql.query(
      `select s.member_id, s.organization_id, d.code,
         (select count(*)::int from memberships m where m.member_id = s.member_id) as stretches from memberships s join districts d on d.id = s.district_id
       where s.kind = 'SECONDARY' and s.until is null order by s.id limit 1`,
    );
    const [cover] = rows;
    const chair = await platform.as(cover.code, 'chair', { organizationId: cover.organization_id });
    const operation = `{ members(first: 100) { totalCount nodes { id } } membershipApplications(first: 5) { totalCount } }`;
    const { toGlobalId } = await import('../../../kernel/index.js');
    const id = toGlobalId('Member', cover.member_id);
    const { member } = await chair.query(
      'query ($id: ID!) { member(id: $id) { id memberships(first: 9) { totalCount } } }',
      { id },
    );
    expect(member).toEqual({ id, memberships: { totalCount: cover.stretches } });
    // Where the person's primary union is must not come out by looking for them there.
    const { rows: hubs } = await platform.sql.query(
      `select o.id from organizations o join districts d on d.id = o.district_id where o.type = 'HUB' and d.code = $1`,
      [cover.code],
    );
    for (const hub of hubs) {
      const filter = { within: toGlobalId('Organization', hub.id) };
      const error = await chair.failed(
        'query ($filter: MemberFilter) { members(first: 1, filter: $filter) { totalCount } }',
        { filter },
      );
      expect(error.extensions.code).toBe('NOT_FOUND');
    }
    const self = await platform.as(cover.code, 'member', { memberId: cover.member_id });
    const own = await self.query(operation);
    expect(own.members).toEqual({ totalCount: 1, nodes: [{ id }] });
  });

  test('overdue applications are those past their day without a decision', async () => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    const count = async (filter: object) =>
      (
        await administrator.query(
          `query ($filter: MembershipApplicationFilter) { membershipApplications(first: 10, filter: $filter) { totalCount nodes { id status overdue: decideBy } } }`,
          { filter },
        )
      ).membershipApplications.totalCount;
    expect([
      await count({ overdue: true }),
      await count({ status: 'PENDING' }),
      await count({ status: 'REJECTED' }),
    ]).toEqual([0, 5, 1]);
    await platform.sql.query(`update membership_applications set decide_by = '2026-01-05' where status = 'PENDING'`);
    expect([await count({ overdue: true }), await count({ overdue: false })]).toEqual([5, 1]);
  });

  test('the example of the explorer files an application', async () => {
    const { members } = await import('../index.js');
    const example = members.demo!.examples!.find(({ query }) => query.includes('mutation'))!;
    const administrator = await platform.as(DISTRICT, 'administrator');
    const payload = await administrator.mutate(example.query, example.variables);
    expect(payload.applicationNo).toBeTruthy();
  });
});
