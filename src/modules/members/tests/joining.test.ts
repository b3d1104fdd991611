import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Platform } from '../../../testing/platform.js';
import { toGlobalId } from '../../../kernel/index.js';
import { admitted, applicationOf, formOf, foundTown, somebody, type Town } from './town.js';
import { applyForMembership } from '../index.js';

const DISTRICT = '310104';
const APPLY = `mutation Apply($input: ApplyForMembershipInput!) {
  applyForMembership(input: $input) {
    applicationNo decideBy
    application { id status version decideBy organization { id } }
    member { id name status nationalId phone organization { id } }
    userErrors { code path }
  }
}`;
const DECIDE = `mutation Decide($input: DecideMembershipApplicationInput!) {
  decideMembershipApplication(input: $input) {
    application { status reason }
    member { status organization { id } memberships(first: 5) { nodes { kind since until } } }
    userErrors { code path }
  }
}`;

let platform: Platform;
let town: Town;

beforeAll(async () => {
  platform = await Platform.start();
  town = await platform.acting(DISTRICT, foundTown);
});

afterAll(() => platform.close());

async function rowCounts(): Promise<string> {
  const { rows } = await platform.sql.query(`
    select (select count(*) from members) as members, (select count(*) from memberships) as memberships,
      (select count(*) from membership_applications) as applications, (select count(*) from outbox_events) as events,
      (select sum(members) from organization_figure_deltas) as figures, (select count(*) from audit_records where verb <> 'REFUSED') as audit`);
  return JSON.stringify(rows[0]);
}

describe('applying', () => {
  test('an applicant gets a row in the register, masked numbers and a day of decision', async () => {
    const organizer = await platform.as(DISTRICT, 'administrator');
    const person = somebody();
    const payload = await organizer.mutate(APPLY, { input: formOf(person, town.factory) });
    expect(payload.applicationNo).toMatch(/^RH\d{8}-[0-9A-Z]{8}$/);
    expect(payload.decideBy).toBe(payload.application.decideBy);
    expect(payload.application).toMatchObject({ status: 'PENDING', version: 1 });
    expect(payload.member).toMatchObject({
      name: person.name,
      status: 'APPLIED',
      organization: null,
      nationalId: `${person.nationalId.slice(0, 4)}***********${person.nationalId.slice(15)}`,
      phone: `${person.phone.slice(0, 3)}****${person.phone.slice(7)}`,
    });
  });

  test('a front-end applies for somebody and sees nothing but the receipt', async () => {
    const frontEnd = await platform.as(DISTRICT, 'front-end');
    const payload = await frontEnd.mutate(APPLY, { input: formOf(somebody(), town.factory) });
    expect(payload).toMatchObject({ application: null, member: null });
    expect(payload.applicationNo).toBeTruthy();
    expect((await frontEnd.failed('{ members(first: 1) { nodes { id } } }')).extensions.code).toBe('FORBIDDEN');
  });

  test('a member applies for nobody else, not even to the own union', async () => {
    const { memberId } = await platform.acting(DISTRICT, (ctx) => admitted(ctx, town.factory));
    const member = await platform.as(DISTRICT, 'member', { memberId });
    const [error] = await member.refused(APPLY, { input: formOf(somebody(), town.factory) });
    expect(error!.code).toBe('FORBIDDEN');
  });

  test('the day of decision passes over weekends and follows the setting', async () => {
    await platform.acting(DISTRICT, async (ctx) => {
      const friday = { ...ctx.facts, startedAt: new Date('2026-11-20T01:00:00Z') };
      const { createContext } = await import('../../../kernel/index.js');
      const then = createContext(ctx.kernel, friday);
      const { decideBy } = await applyForMembership(then, applicationOf(somebody(), town.factory));
      expect(decideBy).toBe('2026-11-25');
    });
  });

  const wrong: [string, (form: ReturnType<typeof formOf>) => object, string, string][] = [
    [
      'another gender than the number says',
      (form) => ({ gender: genderOf(form) === 'MALE' ? 'FEMALE' : 'MALE' }),
      'MEMBER_GENDER_MISMATCH',
      'gender',
    ],
    [
      'another birth date than the number says',
      () => ({ birthDate: '1970-01-02' }),
      'MEMBER_BIRTH_DATE_MISMATCH',
      'birthDate',
    ],
    ['no name', () => ({ name: '  ' }), 'INVALID_VALUE', 'name'],
    ['a name with an invisible character', () => ({ name: '王\u202e伟' }), 'INVALID_VALUE', 'name'],
    ['an endless occupation', () => ({ occupation: '工'.repeat(51) }), 'INVALID_VALUE', 'occupation'],
    ['a child', () => ({ nationalId: '310160202001010017' }), 'MEMBER_AGE_UNFIT', 'nationalId'],
    [
      'a union that is not founded',
      () => ({ organizationId: toGlobalId('Organization', town.shop) }),
      'MEMBERSHIP_ORGANIZATION_UNFIT',
      'organizationId',
    ],
    [
      'the federation of the district',
      () => ({ organizationId: toGlobalId('Organization', town.root) }),
      'MEMBERSHIP_ORGANIZATION_UNFIT',
      'organizationId',
    ],
    [
      'a union that is not there',
      () => ({ organizationId: toGlobalId('Organization', '00000000-0000-7000-8000-000000000000') }),
      'NOT_FOUND',
      'organizationId',
    ],
    [
      'an id of another type',
      () => ({ organizationId: toGlobalId('Member', town.factory) }),
      'NOT_FOUND',
      'organizationId',
    ],
  ];
  test.each(wrong)('%s is refused and nothing is written', async (_what, change, code, field) => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    const form = formOf(somebody(), town.factory);
    const before = await rowCounts();
    const [error] = await administrator.refused(APPLY, { input: { ...form, ...change(form) } });
    expect(error).toMatchObject({ code, path: ['input', field] });
    expect(await rowCounts()).toBe(before);
  });

  test('a union of another district is not found', async () => {
    const elsewhere = await platform.acting('310105', foundTown);
    const administrator = await platform.as(DISTRICT, 'administrator');
    const [error] = await administrator.refused(APPLY, { input: formOf(somebody(), elsewhere.factory) });
    expect(error!.code).toBe('NOT_FOUND');
  });

  test('a wrong check digit ends the request', async () => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    const input = { ...formOf(somebody(), town.factory), nationalId: '310160199001011230' };
    const { status, errors } = await administrator.send(APPLY, { input });
    expect([status, errors.length]).toEqual([400, 1]);
  });

  test('a second application while one is pending, and one of a member, are refused', async () => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    const person = somebody();
    await administrator.mutate(APPLY, { input: formOf(person, town.factory) });
    const [pending] = await administrator.refused(APPLY, { input: formOf(person, town.school) });
    expect(pending!.code).toBe('MEMBERSHIP_APPLICATION_PENDING');
    const member = await platform.acting(DISTRICT, (ctx) => admitted(ctx, town.factory));
    const [exists] = await administrator.refused(APPLY, { input: formOf(member.person, town.school) });
    expect(exists!.code).toBe('MEMBERSHIP_PRIMARY_EXISTS');
    const [mismatch] = await administrator.refused(APPLY, {
      input: { ...formOf(member.person, town.school), name: '另一人' },
    });
    expect(mismatch!.code).toBe('MEMBER_NAME_MISMATCH');
  });

  test('ten applications of one person at once leave one person and one application', async () => {
    const person = somebody();
    const before = JSON.parse(await rowCounts());
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        platform.acting(DISTRICT, (ctx) => applyForMembership(ctx, applicationOf(person, town.factory))),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(String(result.reason.message)).toBe('MEMBERSHIP_APPLICATION_PENDING');
    }
    const after = JSON.parse(await rowCounts());
    expect([after.members - before.members, after.applications - before.applications]).toEqual([1, 1]);
  });
});

describe('deciding', () => {
  test('approval makes a member from the day on that is given', async () => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    const { application } = await administrator.mutate(APPLY, { input: formOf(somebody(), town.factory) });
    const input = { applicationId: application.id, decision: 'APPROVE', expectedVersion: 1 };
    const { member } = await administrator.mutate(DECIDE, { input });
    expect(member).toMatchObject({
      status: 'ACTIVE',
      organization: { id: toGlobalId('Organization', town.factory) },
      memberships: { nodes: [{ kind: 'PRIMARY', until: null }] },
    });
  });

  const wrong: [string, object, string][] = [
    ['rejection without a reason', { decision: 'REJECT' }, 'MEMBERSHIP_REASON_REQUIRED'],
    ['rejection with an empty reason', { decision: 'REJECT', reason: ' ' }, 'MEMBERSHIP_REASON_REQUIRED'],
    ['a day in the future', { decision: 'APPROVE', since: '2099-01-01' }, 'MEMBERSHIP_DATE_IN_FUTURE'],
    ['a day before the application', { decision: 'APPROVE', since: '2020-01-01' }, 'MEMBERSHIP_DATE_TOO_EARLY'],
    ['a version that is not the present one', { decision: 'APPROVE', expectedVersion: 7 }, 'STALE_VERSION'],
  ];
  test.each(wrong)('%s is refused and nothing is written', async (_what, change, code) => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    const { application } = await administrator.mutate(APPLY, { input: formOf(somebody(), town.factory) });
    const before = await rowCounts();
    const input = { applicationId: application.id, expectedVersion: 1, ...change };
    const [error] = await administrator.refused(DECIDE, { input });
    expect(error!.code).toBe(code);
    expect(await rowCounts()).toBe(before);
  });

  test('a chair of another union neither sees nor decides an application', async () => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    const { application } = await administrator.mutate(APPLY, { input: formOf(somebody(), town.factory) });
    const chair = await platform.as(DISTRICT, 'chair', { organizationId: town.school });
    const input = { applicationId: application.id, decision: 'APPROVE', expectedVersion: 1 };
    expect((await chair.refused(DECIDE, { input }))[0]!.code).toBe('NOT_FOUND');
    const own = await platform.as(DISTRICT, 'chair', { organizationId: town.factory });
    expect((await own.mutate(DECIDE, { input })).application.status).toBe('APPROVED');
  });

  test('two approvals at once: one wins, the other is refused in words, twenty times', async () => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    for (let round = 0; round < 20; round++) {
      const { application, member } = await administrator.mutate(APPLY, { input: formOf(somebody(), town.factory) });
      const input = { applicationId: application.id, decision: 'APPROVE', expectedVersion: 1 };
      const both = await Promise.all([administrator.send(DECIDE, { input }), administrator.send(DECIDE, { input })]);
      const codes = both.map(({ data }) => data.decideMembershipApplication.userErrors[0]?.code ?? 'done');
      expect(codes.sort()).toEqual(['MEMBERSHIP_APPLICATION_DECIDED', 'done']);
      const { member: after } = await administrator.query(
        `query ($id: ID!) { member(id: $id) { memberships(first: 5) { totalCount } } }`,
        { id: member.id },
      );
      expect(after.memberships.totalCount).toBe(1);
    }
  });

  test('after a rejection the person may apply again', async () => {
    const administrator = await platform.as(DISTRICT, 'administrator');
    const person = somebody();
    const { application } = await administrator.mutate(APPLY, { input: formOf(person, town.factory) });
    const input = { applicationId: application.id, decision: 'REJECT', reason: '材料不全', expectedVersion: 1 };
    expect((await administrator.mutate(DECIDE, { input })).member.status).toBe('APPLIED');
    const again = await administrator.mutate(APPLY, { input: formOf(person, town.school) });
    expect(again.member.id).toBeTruthy();
  });
});

function genderOf({ nationalId }: { nationalId: string }): string {
  return Number(nationalId.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE';
}
