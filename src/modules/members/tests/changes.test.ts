import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Platform } from '../../../testing/platform.js';
import { businessDay, type RequestContext, toGlobalId } from '../../../kernel/index.js';
import { createOrganizations } from '../../organizations/index.js';
import {
  addSecondaryMembership,
  applyForMembership,
  decideMembershipApplication,
  endMembership,
  transferMembership,
} from '../index.js';
import { codeOf, Register } from './register.js';
import { admitted, applicationOf, FOUNDED, foundTown, somebody, type Town } from './town.js';

const DISTRICT = '310104';
const END = `mutation End($input: EndMembershipInput!) {
  endMembership(input: $input) { member { status } membership { until reasonEnded } userErrors { code path } }
}`;

let platform: Platform;
let town: Town;

beforeAll(async () => {
  platform = await Platform.start();
  town = await platform.acting(DISTRICT, foundTown);
});

afterAll(() => platform.close());

const register = new Register(() => platform, DISTRICT);
const acting = <T>(work: (ctx: RequestContext) => Promise<T>) => platform.acting(DISTRICT, work);

async function state(): Promise<string> {
  const { rows } = await platform.sql.query(`
    select (select json_agg(m order by id) from memberships m) as memberships,
      (select json_agg(m.version order by id) from members m) as members,
      (select count(*) from outbox_events) as events, (select count(*) from audit_records where verb <> 'REFUSED') as audit,
      (select count(*) from organization_figure_deltas) as deltas`);
  return JSON.stringify(rows[0]);
}

describe('transfers', () => {
  test('the old membership ends and the new one begins on the same day, and both stay on record', async () => {
    const memberId = await register.memberSince(town.factory, '2019-05-06');
    const input = {
      memberId,
      toOrganizationId: town.hospital,
      since: '2024-02-29',
      reason: '调动工作',
      expectedVersion: 1,
    };
    await acting((ctx) => transferMembership(ctx, input));
    expect(await register.history(memberId)).toMatchObject([
      { organizationId: town.factory, since: '2019-05-06', until: '2024-02-29', reason: 'TRANSFERRED' },
      { organizationId: town.hospital, since: '2024-02-29', until: null },
    ]);
    expect(await register.personOf(memberId)).toMatchObject({
      organization_id: town.hospital,
      status: 'ACTIVE',
      version: 2,
    });
  });

  test('coverage by the union that becomes the primary one ends with the transfer', async () => {
    const memberId = await register.memberSince(town.factory, '2019-05-06');
    await acting((ctx) => addSecondaryMembership(ctx, { memberId, organizationId: town.grid, since: '2020-01-01' }));
    await acting((ctx) => addSecondaryMembership(ctx, { memberId, organizationId: town.park, since: '2020-01-01' }));
    const input = {
      memberId,
      toOrganizationId: town.grid,
      since: '2022-01-01',
      reason: '单位关闭',
      expectedVersion: 1,
    };
    await acting((ctx) => transferMembership(ctx, input));
    expect(await register.history(memberId)).toMatchObject([
      { organizationId: town.factory, until: '2022-01-01' },
      { organizationId: town.grid, kind: 'PRIMARY', until: null },
      { organizationId: town.grid, kind: 'SECONDARY', until: '2022-01-01', reason: 'COVERAGE_ENDED' },
      { organizationId: town.park, kind: 'SECONDARY', until: null },
    ]);
  });

  test('what cannot be is refused, and nothing is written', async () => {
    const memberId = await register.memberSince(town.factory, '2019-05-06');
    const good = { memberId, toOrganizationId: town.hospital, reason: '调动工作', expectedVersion: 1 };
    const before = await state();
    const wrong: [object, string][] = [
      [{ toOrganizationId: town.factory }, 'MEMBERSHIP_SAME_ORGANIZATION'],
      [{ toOrganizationId: town.shop }, 'MEMBERSHIP_ORGANIZATION_UNFIT'],
      [{ toOrganizationId: town.root }, 'MEMBERSHIP_ORGANIZATION_UNFIT'],
      [{ since: '2019-05-05' }, 'MEMBERSHIP_DATE_TOO_EARLY'],
      [{ since: '2999-01-01' }, 'MEMBERSHIP_DATE_IN_FUTURE'],
      [{ reason: '' }, 'MEMBERSHIP_REASON_REQUIRED'],
      [{ expectedVersion: 2 }, 'STALE_VERSION'],
      [{ memberId: town.factory }, 'NOT_FOUND'],
      [{ toOrganizationId: memberId }, 'NOT_FOUND'],
    ];
    for (const [change, code] of wrong) {
      expect([change, await codeOf(acting((ctx) => transferMembership(ctx, { ...good, ...change })))]).toEqual([
        change,
        code,
      ]);
    }
    expect(await state()).toBe(before);
  });

  test('two transfers at once: one is refused, the history stays whole', async () => {
    const memberId = await register.memberSince(town.factory, '2019-05-06');
    const to = (toOrganizationId: string) =>
      codeOf(
        acting((ctx) =>
          transferMembership(ctx, { memberId, toOrganizationId, reason: '调动工作', expectedVersion: 1 }),
        ),
      );
    expect((await Promise.all([to(town.hospital), to(town.school)])).sort()).toEqual(['STALE_VERSION', 'done']);
    expect(await register.history(memberId)).toHaveLength(2);
  });
});

describe('second coverage', () => {
  test('only a joint union gives it, once at a time, and not beside the same primary membership', async () => {
    const memberId = await register.memberSince(town.grid, '2019-05-06');
    const cover = (organizationId: string, since?: string) =>
      codeOf(acting((ctx) => addSecondaryMembership(ctx, { memberId, organizationId, since })));
    const before = await state();
    expect(await cover(town.school)).toBe('MEMBERSHIP_JOINT_UNION_REQUIRED');
    expect(await cover(town.grid)).toBe('MEMBERSHIP_SAME_ORGANIZATION');
    expect(await cover(town.park, '2019-05-05')).toBe('MEMBERSHIP_DATE_TOO_EARLY');
    expect(await state()).toBe(before);
    expect(await cover(town.park)).toBe('done');
    expect(await cover(town.park)).toBe('MEMBERSHIP_SAME_ORGANIZATION');
  });

  test('somebody who only applied cannot be covered', async () => {
    const { memberId } = await acting((ctx) => applyForMembership(ctx, applicationOf(somebody(), town.factory)));
    const code = await codeOf(acting((ctx) => addSecondaryMembership(ctx, { memberId, organizationId: town.grid })));
    expect(code).toBe('MEMBERSHIP_NOT_ACTIVE');
  });
});

describe('ending', () => {
  test('with the primary membership all coverage ends, and the status follows the reason', async () => {
    for (const [reason, status] of [
      ['LEFT', 'LEFT'],
      ['RETIRED', 'RETIRED'],
      ['DECEASED', 'DECEASED'],
      ['TRANSFERRED_OUT', 'TRANSFERRED'],
    ] as const) {
      const memberId = await register.memberSince(town.factory, '2019-05-06');
      await acting((ctx) => addSecondaryMembership(ctx, { memberId, organizationId: town.grid, since: '2021-06-01' }));
      const [primary] = (await register.history(memberId)) as [{ id: string }];
      const input = { membershipId: primary.id, until: '2020-12-31', reason, expectedVersion: 1 };
      await acting((ctx) => endMembership(ctx, input));
      expect(await register.history(memberId)).toMatchObject([
        { kind: 'PRIMARY', until: '2020-12-31', reason },
        { kind: 'SECONDARY', since: '2021-06-01', until: '2021-06-01', reason: 'COVERAGE_ENDED' },
      ]);
      expect(await register.personOf(memberId)).toMatchObject({
        status,
        organization_id: null,
        keeper_organization_id: town.factory,
      });
    }
  });

  test('what cannot be is refused in words, and nothing is written', async () => {
    const memberId = await register.memberSince(town.factory, '2019-05-06');
    const [primary] = (await register.history(memberId)) as [{ id: string }];
    const administrator = await platform.as(DISTRICT, 'administrator');
    const good = {
      membershipId: toGlobalId('Membership', primary.id),
      until: '2020-01-01',
      reason: 'LEFT',
      expectedVersion: 1,
    };
    const before = await state();
    const wrong: [object, string][] = [
      [{ until: '2019-05-05' }, 'MEMBERSHIP_DATE_TOO_EARLY'],
      [{ until: '2999-01-01' }, 'MEMBERSHIP_DATE_IN_FUTURE'],
      [{ reason: 'COVERAGE_ENDED' }, 'MEMBERSHIP_REASON_UNFIT'],
      [{ reason: 'TRANSFERRED' }, 'MEMBERSHIP_REASON_UNFIT'],
      [{ expectedVersion: 2 }, 'STALE_VERSION'],
      [{ membershipId: toGlobalId('Member', primary.id) }, 'NOT_FOUND'],
      [{ membershipId: toGlobalId('Membership', memberId) }, 'NOT_FOUND'],
    ];
    for (const [change, code] of wrong) {
      const [error] = await administrator.refused(END, { input: { ...good, ...change } });
      expect([change, error!.code]).toEqual([change, code]);
    }
    expect(await state()).toBe(before);
    await administrator.mutate(END, { input: good });
    expect((await administrator.refused(END, { input: { ...good, expectedVersion: 2 } }))[0]!.code).toBe(
      'MEMBERSHIP_ENDED',
    );
  });

  test('a former member comes back on the same row, with the old membership on record', async () => {
    const person = somebody();
    const memberId = await register.memberSince(town.factory, '2019-05-06', person);
    const [primary] = (await register.history(memberId)) as [{ id: string }];
    await acting((ctx) =>
      endMembership(ctx, { membershipId: primary.id, until: '2020-01-01', reason: 'LEFT', expectedVersion: 1 }),
    );
    const again = { ...person, phone: somebody().phone, occupation: '会计' };
    const back = await acting((ctx) => admitted(ctx, town.school, again));
    expect(back.memberId).toBe(memberId);
    expect(await register.history(memberId)).toMatchObject([
      { until: '2020-01-01' },
      { organizationId: town.school, until: null },
    ]);
    expect(await register.personOf(memberId)).toMatchObject({
      status: 'ACTIVE',
      occupation: '会计',
      organization_id: town.school,
    });
    const administrator = await platform.as(DISTRICT, 'administrator');
    const { member } = await administrator.query(`query ($id: ID!) { member(id: $id) { phone } }`, {
      id: toGlobalId('Member', memberId),
    });
    expect(member.phone).toBe(`${again.phone.slice(0, 3)}****${again.phone.slice(7)}`);
  });

  test('after a rejection the file of a former member is back with the last union', async () => {
    const person = somebody();
    const memberId = await register.memberSince(town.factory, '2019-05-06', person);
    const [primary] = (await register.history(memberId)) as [{ id: string }];
    await acting((ctx) =>
      endMembership(ctx, { membershipId: primary.id, until: '2020-01-01', reason: 'LEFT', expectedVersion: 1 }),
    );
    const { applicationId } = await acting((ctx) => applyForMembership(ctx, applicationOf(person, town.school)));
    expect((await register.personOf(memberId)).keeper_organization_id).toBe(town.school);
    const input = { applicationId, decision: 'REJECT' as const, reason: '材料不全', expectedVersion: 1 };
    await acting((ctx) => decideMembershipApplication(ctx, input));
    expect(await register.personOf(memberId)).toMatchObject({ status: 'LEFT', keeper_organization_id: town.factory });
  });
});

test('a union that still has members, or covers some, cannot be dissolved', async () => {
  const administrator = await platform.as(DISTRICT, 'administrator');
  const end = (id: string) =>
    administrator.query(
      `mutation ($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { userErrors { code details } } }`,
      {
        input: {
          id: toGlobalId('Organization', id),
          expectedVersion: 1,
          status: 'DISSOLVED',
          endedOn: businessDay(new Date()),
        },
      },
    );
  const body = {
    code: 'T-900',
    name: '社区诊所工会',
    kind: 'ENTERPRISE_UNION',
    status: 'FOUNDED',
    foundedOn: FOUNDED,
  } as const;
  const [clinic] = await acting((ctx) => createOrganizations(ctx, [{ ...body, parentId: town.otherHub }]));
  const memberId = await register.memberSince(clinic!, '2020-01-01');
  const refused = { userErrors: [{ code: 'ORGANIZATION_HAS_MEMBERS', details: { members: 1 } }] };
  expect((await end(clinic!)).updateOrganization).toEqual(refused);
  await acting((ctx) =>
    transferMembership(ctx, { memberId, toOrganizationId: town.park, reason: '调动', expectedVersion: 1 }),
  );
  expect((await end(clinic!)).updateOrganization).toEqual({ userErrors: [] });
});

test('the database itself refuses two primary memberships at once and doubled coverage', async () => {
  const memberId = await register.memberSince(town.factory, '2019-05-06');
  const insert = (kind: string, since: string) =>
    platform.sql.query(
      `insert into memberships (district_id, id, member_id, organization_id, kind, since)
       select district_id, gen_random_uuid(), id, $2, $3, $4 from members where id = $1`,
      [memberId, town.grid, kind, since],
    );
  await expect(insert('PRIMARY', '2020-01-01')).rejects.toMatchObject({ code: '23P01' });
  await insert('SECONDARY', '2020-01-01');
  await expect(insert('SECONDARY', '2021-01-01')).rejects.toMatchObject({ code: '23P01' });
  await platform.sql.query(`delete from memberships where member_id = $1 and kind = 'SECONDARY'`, [memberId]);
});
