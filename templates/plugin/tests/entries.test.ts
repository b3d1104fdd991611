import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { businessDay } from 'lianxin/kernel';
import { type Client, type Platform, startPlatform } from 'lianxin/testing';
import samplePlugin from '../src/index.js';

/** Two districts of the demo: only the first has the plugin on. */
const BAOSHAN = '310113';
const HONGKOU = '310109';
const TODAY = businessDay(new Date());

const ADD = `mutation ($input: AddSamplePluginEntryInput!) {
  addSamplePluginEntry(input: $input) { entry { note } userErrors { code path } }
}`;

const MEMBER = `query ($id: ID!) {
  node(id: $id) {
    ... on Member {
      memberships(first: 1) { nodes { id version } }
      samplePluginEntries(first: 5) { nodes { note closedOn } }
    }
  }
}`;

let platform: Platform;
let administrator: Client;
let memberIds: string[];

before(async () => {
  platform = await startPlatform({ template: 'demo', plugins: [samplePlugin] });
  await platform.enable(BAOSHAN, 'sample-plugin');
  administrator = await platform.as(BAOSHAN, 'administrator');
  const { members } = await administrator.query('{ members(first: 3) { nodes { id } } }');
  memberIds = members.nodes.map(({ id }: { id: string }) => id);
});
after(() => platform?.close());

async function memberOf(id: string) {
  const { node } = await administrator.query(MEMBER, { id });
  return node;
}

describe('an entry', () => {
  test('that was made is shown on the member', async () => {
    const memberId = memberIds[0]!;
    const { entry } = await administrator.mutate(ADD, { input: { memberId, note: '首次来访' } });
    assert.equal(entry.note, '首次来访');
    assert.deepEqual((await memberOf(memberId)).samplePluginEntries.nodes, [{ note: '首次来访', closedOn: null }]);
  });

  test('is refused with a code of its own when the member has as many as the setting says', async () => {
    const input = { memberId: memberIds[1], note: '再次来访' };
    for (let made = 0; made < 5; made += 1) await administrator.mutate(ADD, { input });
    const [error] = await administrator.refused(ADD, { input });
    assert.equal(error?.code, 'SAMPLE_PLUGIN_TOO_MANY');
  });

  test('of a member who leaves the union is closed', async () => {
    const memberId = memberIds[2]!;
    await administrator.mutate(ADD, { input: { memberId, note: '退会之前' } });
    const [membership] = (await memberOf(memberId)).memberships.nodes;
    await administrator.mutate(
      'mutation ($input: EndMembershipInput!) { endMembership(input: $input) { userErrors { code path } } }',
      { input: { membershipId: membership.id, until: TODAY, reason: 'LEFT', expectedVersion: membership.version } },
    );
    // The plugin hears of it in a job.
    await platform.jobsDone();
    assert.deepEqual((await memberOf(memberId)).samplePluginEntries.nodes, [{ note: '退会之前', closedOn: TODAY }]);
  });
});

describe('a district', () => {
  test('that has the plugin off sees none of it', async () => {
    const elsewhere = await platform.as(HONGKOU, 'administrator');
    const { extensions } = await elsewhere.failed('{ samplePluginEntries(first: 1) { totalCount } }');
    assert.equal(extensions.code, 'GRAPHQL_VALIDATION_FAILED');
    const schema = await (await elsewhere.fetch('/schema.graphql')).text();
    assert.ok(!/samplePlugin/i.test(schema));
  });
});
