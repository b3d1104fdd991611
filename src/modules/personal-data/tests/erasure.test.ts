import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '../../../testing/client.js';
import { Platform, startPlatform } from '../../../testing/platform.js';
import { addDays, toGlobalId } from '../../../kernel/index.js';
import { issueKey, register as registerClient } from '../../clients/tests/registered.js';
import { applyForMembership, endMembership } from '../../members/index.js';
import { Register } from '../../members/tests/register.js';
import { applicationOf, foundTown, somebody, type Town } from '../../members/tests/town.js';
import { carryOutErasure } from '../erasure/erasure.service.js';

const DISTRICT = '310113';
const ERASE = `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) {
  request { id status own dueOn version } userErrors { code path } } }`;
const APPROVE = `mutation ($input: DecideErasureInput!) { approveErasure(input: $input) {
  request { status reason member { id name } } userErrors { code path } } }`;
const CANCEL = `mutation ($input: DecideErasureInput!) { cancelErasure(input: $input) {
  request { status } userErrors { code path } } }`;

let platform: Platform;
let town: Town;
let organizer: Client;
let administrator: Client;
const register = new Register(() => platform, DISTRICT);

beforeAll(async () => {
  platform = await startPlatform({ workers: 0 });
  town = await platform.acting(DISTRICT, foundTown);
  organizer = await platform.as(DISTRICT, 'organizer', { organizationId: town.hub });
  administrator = await platform.as(DISTRICT, 'administrator');
});
afterAll(() => platform.close());

/** Somebody whose membership has ended. */
async function former(person = somebody()): Promise<string> {
  const memberId = await register.memberSince(town.factory, '2019-05-06', person);
  await leave(memberId);
  return memberId;
}

async function leave(memberId: string): Promise<void> {
  const [primary] = (await register.history(memberId)) as [{ id: string }];
  await platform.acting(DISTRICT, (ctx) =>
    endMembership(ctx, { membershipId: primary.id, until: '2020-01-01', reason: 'LEFT', expectedVersion: 1 }),
  );
}

const wish = (memberId: string) => ({ input: { memberId: toGlobalId('Member', memberId), reason: '本人书面要求' } });
const decision = (requestId: string, expectedVersion = 1) => ({ input: { requestId, expectedVersion } });
const today = () => platform.acting(DISTRICT, async (ctx) => ctx.today);

describe('erasing a person', () => {
  test('needs a second person when an officer asks, and leaves the row without the person', async () => {
    const memberId = await former();
    const { request } = await administrator.mutate(ERASE, wish(memberId));
    expect(request).toMatchObject({ status: 'AWAITS_APPROVAL', own: false, dueOn: null });
    expect((await administrator.refused(APPROVE, decision(request.id)))[0]!.code).toBe(
      'ERASURE_SECOND_PERSON_REQUIRED',
    );
    expect((await organizer.refused(APPROVE, decision(request.id)))[0]!.code).toBe('FORBIDDEN');
    expect((await register.personOf(memberId)).name).not.toBe('（已删除）');
    const second = await platform.as(DISTRICT, 'organizer', { organizationId: town.factory });
    const { request: other } = await second.mutate(ERASE, wish(await former()));
    expect((await administrator.refused(APPROVE, decision(other.id, 7)))[0]!.code).toBe('STALE_VERSION');
    const done = await administrator.mutate(APPROVE, decision(other.id));
    expect(done.request).toMatchObject({ status: 'DONE', reason: '', member: { name: '（已删除）' } });
    expect((await administrator.refused(APPROVE, decision(other.id, 2)))[0]!.code).toBe('ERASURE_DECIDED');
  });

  test('is not asked for by a program alone: whoever holds its key could be the second person as well', async () => {
    const scopes = ['personal-data:erase', 'member:read', 'organization:read'];
    const { id } = await registerClient(administrator, { scopes, firstParty: true });
    const program = new Client(platform.address, await issueKey(administrator, id));
    expect((await program.refused(ERASE, wish(await former())))[0]!.code).toBe('FORBIDDEN');
  });

  test('is refused while a membership is in force or an application waits, also when it came in between', async () => {
    const active = await register.memberSince(town.factory, '2019-05-06');
    expect((await organizer.refused(ERASE, wish(active)))[0]!.code).toBe('ERASURE_MEMBERSHIP_IN_FORCE');
    const person = somebody();
    const memberId = await former(person);
    const { request } = await organizer.mutate(ERASE, wish(memberId));
    await platform.acting(DISTRICT, (ctx) => applyForMembership(ctx, applicationOf(person, town.factory)));
    expect((await administrator.refused(APPROVE, decision(request.id)))[0]!.code).toBe('ERASURE_APPLICATION_PENDING');
    expect((await register.personOf(memberId)).name).toBe(person.name);
  });

  test('at the person’s own wish is carried out on its day, no earlier, unless taken back', async () => {
    const memberId = await former();
    const self = await platform.as(DISTRICT, 'member', { memberId });
    const { request } = await self.mutate(ERASE, wish(memberId));
    expect(request).toMatchObject({ status: 'SCHEDULED', own: true, dueOn: addDays(await today(), 15) });
    expect((await self.refused(ERASE, wish(memberId)))[0]!.code).toBe('ERASURE_ASKED_ALREADY');
    expect((await administrator.refused(APPROVE, decision(request.id)))[0]!.code).toBe('ERASURE_DECIDED');
    expect((await administrator.refused(CANCEL, decision(request.id)))[0]!.code).toBe('FORBIDDEN');
    const { rows } = await platform.sql.query(
      `select run_at > now() + interval '13 days' as later from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'personal-data:carry-out-erasure'`,
    );
    expect(rows).toEqual([{ later: true }]);
    const carryOut = () =>
      platform.acting(DISTRICT, async (ctx) => {
        const { rows: found } = await platform.sql.query('select id from erasure_requests where member_id = $1', [
          memberId,
        ]);
        await carryOutErasure(ctx, found[0].id);
      });
    await carryOut();
    expect((await register.personOf(memberId)).name).not.toBe('（已删除）');
    await platform.sql.query(`update erasure_requests set due_on = current_date - 1 where member_id = $1`, [memberId]);
    await carryOut();
    expect((await register.personOf(memberId)).name).toBe('（已删除）');
    await carryOut();

    const undecided = await former();
    const other = await platform.as(DISTRICT, 'member', { memberId: undecided });
    const { request: taken } = await other.mutate(ERASE, wish(undecided));
    expect((await other.mutate(CANCEL, decision(taken.id))).request.status).toBe('CANCELLED');
    expect((await other.mutate(ERASE, wish(undecided))).request.status).toBe('SCHEDULED');
  });

  test('frees the identity number: the same person comes back as somebody new', async () => {
    const person = somebody();
    const memberId = await former(person);
    const { request } = await organizer.mutate(ERASE, wish(memberId));
    await administrator.mutate(APPROVE, decision(request.id));
    const again = await register.memberSince(town.school, '2024-01-01', person);
    expect(again).not.toBe(memberId);
    expect((await organizer.refused(ERASE, wish(memberId)))[0]!.code).toBe('PERSONAL_DATA_ERASED');
    const input = { id: toGlobalId('Member', memberId), field: 'phone', purpose: 'CONTACT', reason: '核对' };
    const unmasked = await organizer.refused(
      `mutation ($input: UnmaskInput!) { unmask(input: $input) { value userErrors { code } } }`,
      { input },
    );
    expect(unmasked[0]!.code).toBe('PERSONAL_DATA_ERASED');
    const whole = await organizer.query(
      `query ($id: ID!) { member(id: $id) { name occupation birthDate status memberships(first: 5) { totalCount } } }`,
      { id: toGlobalId('Member', memberId) },
    );
    expect(whole.member).toMatchObject({ name: '（已删除）', occupation: '', memberships: { totalCount: 1 } });
  });

  test('is not another district’s or another hub’s to ask for', async () => {
    const memberId = await former();
    const elsewhere = await platform.as(DISTRICT, 'organizer', { organizationId: town.otherHub });
    expect((await elsewhere.refused(ERASE, wish(memberId)))[0]!.code).toBe('NOT_FOUND');
    const colleague = await platform.as(DISTRICT, 'member', { memberId: await former() });
    expect((await colleague.refused(ERASE, wish(memberId)))[0]!.code).toBe('FORBIDDEN');
    const { request } = await organizer.mutate(ERASE, wish(memberId));
    const list = `{ erasureRequests(first: 100, filter: { status: AWAITS_APPROVAL }) { nodes { id } } }`;
    const ids = (answer: { erasureRequests: { nodes: { id: string }[] } }) =>
      answer.erasureRequests.nodes.map(({ id }) => id);
    expect(ids(await organizer.query(list))).toContain(request.id);
    expect(ids(await elsewhere.query(list))).toEqual([]);
    expect(ids(await colleague.query(list))).toEqual([]);
  });

  test('twice at once happens once', async () => {
    const memberId = await former();
    const { request } = await organizer.mutate(ERASE, wish(memberId));
    const codes = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const { data } = await administrator.send(APPROVE, decision(request.id));
        return data.approveErasure.userErrors[0]?.code ?? 'done';
      }),
    );
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    const { rows } = await platform.sql.query(
      `select 1 from outbox_events where type = 'person.erased' and payload ->> 'memberId' = $1`,
      [memberId],
    );
    expect(rows).toHaveLength(1);
  });

  test('by one account alone is refused by the database too', async () => {
    const memberId = await former();
    const account = crypto.randomUUID();
    const insert = platform.sql.query(
      `insert into erasure_requests (district_id, id, member_id, status, reason, own, requested_at, requested_by, decided_at, decided_by)
       select district_id, gen_random_uuid(), id, 'DONE', '', false, now(), $2, now(), $2 from members where id = $1`,
      [memberId, account],
    );
    await expect(insert).rejects.toMatchObject({ code: '23514' });
  });
});
