import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { businessDay, changeSettings, parseGlobalId } from '../../src/kernel/index.js';
import { readingCircle } from '../fixtures/plugins/reading-circle/index.js';
import { settings } from '../fixtures/plugins/reading-circle/settings.js';
import type { Client } from '../../src/testing/client.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';
import { FIRST_MEETING, foundCircle, someMembers } from '../support/sentences.js';

const BAOSHAN = '310113';
const YANGPU = '310110';
const JOIN = `mutation ($input: JoinReadingCircleInput!) {
  joinReadingCircle(input: $input) { circle { id } userErrors { code message path retryable details } }
}`;

let platform: Platform;
let administrator: Client;
let members: string[];

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo', plugins: [readingCircle] });
  await platform.enable(BAOSHAN, 'reading-circle');
  administrator = await platform.as(BAOSHAN, 'administrator');
  members = await someMembers(platform, BAOSHAN, 20);
});
afterAll(() => platform.close());

describe('a plugin', () => {
  test('adds a field to somebody else’s type, and a job of its own finishes what a mutation began', async () => {
    const circleId = await foundCircle(platform, BAOSHAN, '红色经典');
    await administrator.mutate(JOIN, { input: { circleId, memberId: members[0] } });
    const { node } = await administrator.query(
      `query ($id: ID!) { node(id: $id) { ... on Member {
        readingCircles(first: 5) { nodes { name nextMeeting participants(first: 5) { nodes { id } totalCount } } }
      } } }`,
      { id: members[0] },
    );
    expect(node.readingCircles.nodes).toEqual([
      { name: '红色经典', nextMeeting: FIRST_MEETING, participants: { nodes: [{ id: members[0] }], totalCount: 1 } },
    ]);
    await platform.jobsDone();
    const { rows } = await platform.sql.query(
      'select confirmed_at from reading_circle_participants where member_id = $1',
      [parseGlobalId(members[0]!)!.uuid],
    );
    expect(rows).toEqual([{ confirmed_at: expect.any(Date) }]);
  });

  test('refuses with its own code, in the caller’s language, and writes nothing', async () => {
    const circleId = await foundCircle(platform, BAOSHAN, '小小书屋');
    await platform.acting(BAOSHAN, (ctx) =>
      changeSettings(ctx, { ...readingCircle, settings }, { maxParticipants: 2 }, { reason: '小组太大' }),
    );
    for (const memberId of members.slice(1, 3)) await administrator.mutate(JOIN, { input: { circleId, memberId } });
    const full = { input: { circleId, memberId: members[3] } };
    const [zh] = await administrator.refused(JOIN, full, { locale: 'zh-CN' });
    const [en] = await administrator.refused(JOIN, full, { locale: 'en' });
    expect(zh).toEqual({
      code: 'READING_CIRCLE_FULL',
      message: '该读书小组已满（上限 2 人）。',
      path: ['input', 'circleId'],
      retryable: false,
      details: { limit: 2 },
    });
    expect(en?.message).toBe('The reading circle is full; it takes 2 members.');
    const { rows } = await platform.sql.query(
      'select count(*)::int as total from reading_circle_participants where circle_id = $1',
      [parseGlobalId(circleId)!.uuid],
    );
    expect(rows[0].total).toBe(2);
  });

  test('lets exactly one of many take the last place', async () => {
    const circleId = await foundCircle(platform, BAOSHAN, '最后一席');
    await administrator.mutate(JOIN, { input: { circleId, memberId: members[4] } });
    const answers = await Promise.all(
      members.slice(5, 13).map((memberId) => administrator.send(JOIN, { input: { circleId, memberId } })),
    );
    const refusals = answers.flatMap(({ data }) =>
      data.joinReadingCircle.userErrors.map(({ code }: { code: string }) => code),
    );
    expect(refusals).toEqual(Array.from({ length: 7 }, () => 'READING_CIRCLE_FULL'));
  });

  test('reacts to an event of another module', async () => {
    await platform.jobsDone();
    const { member } = await administrator.query(
      'query ($id: ID!) { member(id: $id) { memberships(first: 1) { nodes { id version } } readingCircles(first: 1) { totalCount } } }',
      { id: members[1] },
    );
    expect(member.readingCircles.totalCount).toBe(1);
    const { id, version } = member.memberships.nodes[0];
    await administrator.mutate(
      `mutation ($input: EndMembershipInput!) { endMembership(input: $input) { userErrors { code message path } } }`,
      { input: { membershipId: id, until: businessDay(new Date()), reason: 'LEFT', expectedVersion: version } },
    );
    await platform.jobsDone();
    const after = await administrator.query(
      'query ($id: ID!) { member(id: $id) { readingCircles(first: 1) { totalCount } } }',
      {
        id: members[1],
      },
    );
    expect(after.member.readingCircles.totalCount).toBe(0);
  });

  test('answers under its own path, in a district that has it on', async () => {
    const next = (district: string) => platform.anonymous.fetch(`/reading-circle/next?district=${district}`);
    const here = await next(BAOSHAN);
    expect([here.status, await here.json()]).toEqual([200, { day: FIRST_MEETING }]);
    expect((await next(YANGPU)).status).toBe(404);
    expect((await next('999999')).status).toBe(404);
  });

  test('leaves its changes in the history of its nodes', async () => {
    const { rows } = await platform.sql.query(
      `select distinct action, verb, entity, node_type from audit_records where entity like 'ReadingCircle%' and verb = 'CREATE' order by entity`,
    );
    expect(rows).toEqual([
      { action: 'foundReadingCircle', verb: 'CREATE', entity: 'ReadingCircle', node_type: 'ReadingCircle' },
      { action: 'joinReadingCircle', verb: 'CREATE', entity: 'ReadingCircleParticipant', node_type: 'ReadingCircle' },
    ]);
  });
});
