import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readingCircle } from '../fixtures/plugins/reading-circle/index.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';
import { endMembership } from '../../src/modules/members/index.js';
import { Register } from '../../src/modules/members/tests/register.js';
import { foundTown, type Town } from '../../src/modules/members/tests/town.js';
import { pastRetention } from '../../src/modules/personal-data/index.js';

const DISTRICT = '310113';

let platform: Platform;
let town: Town;
const register = new Register(() => platform, DISTRICT);

beforeAll(async () => {
  platform = await startPlatform({ workers: 0, plugins: [readingCircle] });
  town = await platform.acting(DISTRICT, foundTown);
});
afterAll(() => platform.close());

/** Somebody whose membership lasted until a day; without one it goes on. */
async function memberUntil(until?: string): Promise<string> {
  const memberId = await register.memberSince(town.factory, '2015-03-02');
  if (until === undefined) return memberId;
  const [primary] = (await register.history(memberId)) as [{ id: string }];
  await platform.acting(DISTRICT, (ctx) =>
    endMembership(ctx, { membershipId: primary.id, until, reason: 'LEFT', expectedVersion: 1 }),
  );
  return memberId;
}

const due = async (table: string) =>
  (await platform.acting(DISTRICT, pastRetention)).filter((entry) => entry.table === table);

test('a membership file is due ten years after the last membership, on the day and not before', async () => {
  const today = await platform.acting(DISTRICT, async (ctx) => ctx.today);
  const tenYearsAgo = `${Number(today.slice(0, 4)) - 10}${today.slice(4)}`;
  const [old, young] = [await memberUntil(tenYearsAgo), await memberUntil('2020-01-01')];
  await memberUntil();
  await platform.sql.query(`update memberships set until = until + 1 where member_id = $1`, [young]);
  expect(await due('members')).toEqual([
    { module: 'members', table: 'members', retention: 'membership', memberId: old, rows: 1, endedOn: tenYearsAgo },
  ]);
  expect((await due('memberships')).map(({ memberId }) => memberId)).toEqual([old]);
  await platform.sql.query(`update memberships set until = until + 1 where member_id = $1`, [old]);
  expect(await due('members')).toEqual([]);
});

test('a table with an end of its own counts from that, also for a member', async () => {
  const memberId = await memberUntil();
  await platform.sql.query(
    `with circle as (
       insert into reading_circle_circles (district_id, id, organization_id, name, next_meeting)
       select district_id, gen_random_uuid(), id, '旧小组', '2014-01-01' from organizations where id = $2 returning district_id, id)
     insert into reading_circle_participants (district_id, id, circle_id, member_id, since, until)
     select district_id, gen_random_uuid(), id, $1::uuid, '2014-01-01'::date, '2015-01-01'::date from circle
     union all select district_id, gen_random_uuid(), id, $1, '2016-01-01', null from circle`,
    [memberId, town.factory],
  );
  expect(await due('reading_circle_participants')).toMatchObject([{ memberId, rows: 1, endedOn: '2015-01-01' }]);
});

test('whoever was erased is not listed again', async () => {
  const memberId = await memberUntil('2015-06-01');
  expect((await due('members')).map((entry) => entry.memberId)).toEqual([memberId]);
  await platform.sql.query(
    `insert into erasure_requests (district_id, id, member_id, status, reason, own, requested_at, requested_by, decided_at, decided_by)
     select district_id, gen_random_uuid(), id, 'DONE', '', true, now(), id, now(), id from members where id = $1`,
    [memberId],
  );
  expect(await due('members')).toEqual([]);
});
