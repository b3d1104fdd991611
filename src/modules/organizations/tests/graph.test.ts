import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../testing/client.js';
import { Platform } from '../../../testing/platform.js';
import { addDays, businessDay, kernelErrors, type RequestContext, toGlobalId } from '../../../kernel/index.js';
import { body } from './bodies.js';

let platform: Platform;
let administrator: Client;
let root: string;
let hub: string;
let other: string;
let joint: string;
let before: unknown;

beforeAll(async () => {
  platform = await Platform.start({ workers: 0 });
  await district(async (ctx) => {
    root = await body(ctx, 'root', '310101');
    hub = await body(ctx, 'hub', '310101-01', root);
    other = await body(ctx, 'hub', '310101-02', root);
    joint = await body(ctx, 'joint', '310101-01-0001', hub);
  });
  administrator = await platform.as('310101', 'administrator');
});
afterAll(() => platform?.close());
beforeEach(async () => {
  before = await everything();
});

const district = <T>(work: (ctx: RequestContext) => Promise<T>): Promise<T> => platform.acting('310101', work);
const global = (id: string): string => toGlobalId('Organization', id);
const TODAY = businessDay(new Date());
const TOMORROW = addDays(TODAY, 1);

/** What must stay as it is when something is refused. */
async function everything(): Promise<unknown> {
  const { rows } = await platform.sql.query(`
    select (select count(*) from organizations) as bodies, (select sum(version) from organizations) as versions,
      (select count(*) from organization_closure) as closure, (select count(*) from organization_figure_deltas) as deltas,
      (select count(*) from organization_officers) as officers, (select count(*) from covered_units) as units,
      (select count(*) from workforce_surveys) as surveys, (select count(*) from outbox_events) as events,
      (select count(*) from audit_records where verb <> 'REFUSED') as audit`);
  return rows[0];
}

const mutation = (
  name: string,
  fields = '',
): string => `mutation Change($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) {
  ${name}(input: $input) { ${fields} userErrors { code path details } }
}`;
const codes = (errors: readonly { code: string; path: readonly string[] }[]): string[] =>
  errors.map(({ code, path }) => `${path.slice(1).join('.')} ${code}`).sort();

async function refused(client: Client, name: string, input: object): Promise<string[]> {
  const errors = codes(await client.refused(mutation(name), { input }));
  expect(await everything()).toEqual(before);
  return errors;
}

describe('creating', () => {
  test('tells every problem at once and writes nothing', async () => {
    const input = {
      parentId: global(hub),
      code: 'a b',
      name: '会',
      kind: 'JOINT_UNION',
      creditCode: '91310000000000000X',
    };
    expect(await refused(administrator, 'createOrganization', { ...input, status: 'FOUNDED', type: 'HUB' })).toEqual([
      'code ORGANIZATION_CODE_INVALID',
      'creditCode ORGANIZATION_CREDIT_CODE_INVALID',
      'foundedOn ORGANIZATION_FOUNDING_DATE',
      'jointUnionKind ORGANIZATION_JOINT_KIND',
      'name ORGANIZATION_NAME_INVALID',
      'type ORGANIZATION_TYPE_MISMATCH',
    ]);
  });

  test.each([
    ['a code that is taken', { code: '310101-02' }, 'code ORGANIZATION_CODE_TAKEN'],
    ['a second top body', { parentId: null, kind: 'FEDERATION' }, 'parentId ORGANIZATION_ROOT_EXISTS'],
    [
      'a founding day that lies ahead',
      { status: 'FOUNDED', foundedOn: TOMORROW },
      'foundedOn ORGANIZATION_DATE_IN_FUTURE',
    ],
    ['a hub below a joint union', { parentId: 'joint', kind: 'FEDERATION' }, 'parentId ORGANIZATION_LEVEL_ORDER'],
    ['a dissolved body', { status: 'DISSOLVED', foundedOn: '2001-01-01' }, 'endedOn ORGANIZATION_END_DATE'],
    ['a parent nobody knows', { parentId: 'unknown' }, 'parentId NOT_FOUND'],
  ])('refuses %s', async (_, given: Record<string, unknown>, problem) => {
    const parents: Record<string, string> = {
      joint: global(joint),
      unknown: global('01900000-0000-7000-8000-000000000000'),
    };
    const parentId =
      'parentId' in given ? (given.parentId === null ? null : parents[String(given.parentId)]) : global(hub);
    const input = { code: 'NEW-1', name: '新工会', kind: 'ENTERPRISE_UNION', ...given, parentId };
    expect(await refused(administrator, 'createOrganization', input)).toEqual([problem]);
  });

  test('puts the body below its parent, with its history begun', async () => {
    const { organization } = await administrator.mutate(
      mutation(
        'createOrganization',
        'organization { code type level status version createdAt parent { code } parentHistory { since until parent { code } } }',
      ),
      { input: { parentId: global(hub), code: '310101-01-0009', name: '新工会', kind: 'ENTERPRISE_UNION' } },
    );
    expect(organization).toMatchObject({
      type: 'SERVICE',
      level: 'GRASSROOTS',
      status: 'APPLIED',
      version: 1,
      parent: { code: '310101-01' },
      parentHistory: [{ since: TODAY, until: null, parent: { code: '310101-01' } }],
    });
  });

  test('is allowed within one’s own subtree alone', async () => {
    const organizer = await platform.as('310101', 'organizer', { organizationId: hub });
    const input = { code: 'NEW-2', name: '新工会', kind: 'ENTERPRISE_UNION' };
    before = await everything();
    expect(await refused(organizer, 'createOrganization', { ...input, parentId: global(other) })).toEqual([
      'parentId NOT_FOUND',
    ]);
    expect(await refused(organizer, 'createOrganization', { ...input, parentId: null })).toEqual([
      'parentId FORBIDDEN',
      'type ORGANIZATION_TYPE_MISMATCH',
    ]);
    await organizer.mutate(mutation('createOrganization'), { input: { ...input, parentId: global(joint) } });
    const { organizations } = await organizer.query(
      'query All { organizations(first: 50) { totalCount nodes { code } } }',
    );
    expect(organizations.nodes.map(({ code }: { code: string }) => code)).not.toContain('310101-02');
  });
});

describe('changing', () => {
  test('of a version that is no longer the present one is refused with both versions', async () => {
    const input = { id: global(joint), expectedVersion: 9, name: '另一个名称' };
    const errors = await administrator.refused(mutation('updateOrganization'), { input });
    expect(errors).toMatchObject([{ code: kernelErrors.STALE_VERSION.code, details: { current: 1, expected: 9 } }]);
  });

  test('touches only what is given', async () => {
    const fields = 'organization { name address jointUnionKind foundedOn version }';
    const { organization } = await administrator.mutate(mutation('updateOrganization', fields), {
      input: { id: global(joint), expectedVersion: 1, address: '四平路1号' },
    });
    expect(organization).toEqual({
      name: '测试310101-01-0001',
      address: '四平路1号',
      jointUnionKind: 'REGIONAL',
      foundedOn: '2000-01-01',
      version: 2,
    });
  });

  test.each([
    [
      'back to applied',
      { status: 'APPLIED' },
      ['foundedOn ORGANIZATION_FOUNDING_DATE', 'status ORGANIZATION_STATUS_ORDER'],
    ],
    ['an end before the founding', { status: 'DISSOLVED', endedOn: '1999-01-01' }, ['endedOn ORGANIZATION_DATE_ORDER']],
    ['an end without a day', { status: 'MERGED' }, ['endedOn ORGANIZATION_END_DATE']],
    ['a founded body without its day', { foundedOn: null }, ['foundedOn ORGANIZATION_FOUNDING_DATE']],
  ])('refuses %s', async (_, change, problems) => {
    const id = await district((ctx) =>
      body(ctx, 'union', `U-${Math.random().toString(36).slice(2).toUpperCase()}`, hub),
    );
    before = await everything();
    expect(
      await refused(administrator, 'updateOrganization', { id: global(id), expectedVersion: 1, ...change }),
    ).toEqual(problems);
  });

  test('a body with others below it, or the top one, cannot end', async () => {
    const end = { expectedVersion: 1, status: 'DISSOLVED', endedOn: TODAY };
    expect(await refused(administrator, 'updateOrganization', { ...end, id: global(hub) })).toEqual([
      'status ORGANIZATION_HAS_CHILDREN',
    ]);
    expect(await refused(administrator, 'updateOrganization', { ...end, id: global(root) })).toEqual([
      'status ORGANIZATION_ROOT_FIXED',
    ]);
  });

  test('the end of a union ends its officers’ terms and its covers', async () => {
    const id = await district((ctx) => body(ctx, 'union', 'ENDING', hub));
    const place = { organizationId: global(id), since: '2020-01-01' };
    await administrator.mutate(mutation('appointOfficer'), {
      input: { ...place, name: '王建国', role: 'CHAIR', until: '2099-01-01' },
    });
    await administrator.mutate(mutation('coverUnit'), { input: { ...place, name: '某公司' } });
    const fields = `organization { status officers(first: 5, current: true) { totalCount }
      coveredUnits(first: 5) { nodes { until } } statistics { unions coveredUnits } earlier: statistics(asOf: "2021-01-01") { unions coveredUnits } }`;
    const { organization } = await administrator.mutate(mutation('updateOrganization', fields), {
      input: { id: global(id), expectedVersion: 1, status: 'DISSOLVED', endedOn: TODAY },
    });
    expect(organization).toEqual({
      status: 'DISSOLVED',
      officers: { totalCount: 0 },
      coveredUnits: { nodes: [{ until: TODAY }] },
      statistics: { unions: 0, coveredUnits: 0 },
      earlier: { unions: 1, coveredUnits: 1 },
    });
  });
});

describe('officers and units', () => {
  test('there is one chair at a time', async () => {
    const chair = { organizationId: global(other), role: 'CHAIR', name: '李明' };
    const { officer } = await administrator.mutate(
      mutation('appointOfficer', 'officer { id version organization { code } }'),
      {
        input: { ...chair, since: '2020-01-01' },
      },
    );
    before = await everything();
    expect(await refused(administrator, 'appointOfficer', { ...chair, since: '2024-01-01' })).toEqual([
      'role OFFICER_CHAIR_TAKEN',
    ]);
    const end = { id: officer.id, expectedVersion: 1 };
    expect(await refused(administrator, 'endOfficerTerm', { ...end, until: '2019-01-01' })).toEqual([
      'until ORGANIZATION_DATE_ORDER',
    ]);
    await administrator.mutate(mutation('endOfficerTerm'), { input: { ...end, until: '2024-01-01' } });
    await administrator.mutate(mutation('appointOfficer'), { input: { ...chair, since: '2024-01-01' } });
    before = await everything();
    expect(await refused(administrator, 'endOfficerTerm', { ...end, expectedVersion: 2, until: TODAY })).toEqual([
      'id OFFICER_TERM_ENDED',
    ]);
  });

  test('a unit is covered once at a time by a union, and its end is counted', async () => {
    const cover = {
      organizationId: global(other),
      name: '上海某公司',
      creditCode: '91350100M000100Y43',
      since: '2020-01-01',
    };
    const wrong = { ...cover, creditCode: '913100001322079271', since: TOMORROW, name: '' };
    expect(await refused(administrator, 'coverUnit', wrong)).toEqual([
      'creditCode ORGANIZATION_CREDIT_CODE_INVALID',
      'name ORGANIZATION_NAME_INVALID',
      'since ORGANIZATION_DATE_IN_FUTURE',
    ]);
    const { coveredUnit } = await administrator.mutate(mutation('coverUnit', 'coveredUnit { id }'), { input: cover });
    before = await everything();
    expect(await refused(administrator, 'coverUnit', cover)).toEqual(['creditCode UNIT_ALREADY_COVERED']);
    await administrator.mutate(mutation('endUnitCover'), {
      input: { id: coveredUnit.id, expectedVersion: 1, until: '2023-01-01' },
    });
    const { organization } = await administrator.query(
      `query Units($id: ID!) { organization(id: $id) { earlier: statistics(asOf: "2022-12-31") { coveredUnits } now: statistics { coveredUnits } } }`,
      { id: global(other) },
    );
    expect(organization).toEqual({ earlier: { coveredUnits: 1 }, now: { coveredUnits: 0 } });
  });

  test('survey figures below zero or ahead of today are refused', async () => {
    const input = { organizationId: global(hub), surveyedOn: TOMORROW, workers: -1, shouldFoundUnits: 5 };
    expect(await refused(administrator, 'recordWorkforceSurvey', input)).toEqual([
      'surveyedOn ORGANIZATION_DATE_IN_FUTURE',
      'workers SURVEY_FIGURE_INVALID',
    ]);
  });
});
