import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, businessDay, toGlobalId } from '../../../kernel/index.js';
import type { Client } from '../../../testing/client.js';
import type { Platform } from '../../../testing/platform.js';
import { Register } from '../../members/tests/register.js';
import { lastWord, periodsFrom, remains, type StandAsideDecision } from '../stand-aside/periods.js';
import { BAOSHAN, bodies, CIRCLE, change, send, startTown } from './town.js';

const TODAY = businessDay(new Date());
const SOON = addDays(TODAY, 10);
const ASIDES = 'module { on standAsides { since until reason decidedBy organization { code } } }';

let platform: Platform;
let administrator: Client;
let town: Awaited<ReturnType<typeof bodies>>;

const gid = (id: string) => toGlobalId('Organization', id);

beforeAll(async () => {
  platform = await startTown();
  administrator = await platform.as(BAOSHAN, 'administrator');
  await platform.enable(BAOSHAN, CIRCLE);
  town = await bodies(platform, BAOSHAN);
});
afterAll(() => platform?.close());

const found = (organizationId: string) =>
  send(
    administrator,
    'foundReadingCircle',
    { organizationId: gid(organizationId), name: '读书', firstMeeting: SOON },
    'circle { id }',
  );

describe('a hub that stands aside', () => {
  test('begins nothing new, nor do the bodies below it; elsewhere all goes on, and so does what has begun', async () => {
    const old = (await found(town.mill)).circle.id;
    const aside = await change(
      administrator,
      'standAside',
      { moduleId: CIRCLE, organizationId: gid(town.north), reason: '人手不足' },
      ASIDES,
    );
    expect(aside.module).toEqual({
      on: true,
      standAsides: [
        {
          since: TODAY,
          until: null,
          reason: '人手不足',
          decidedBy: '测试 administrator',
          organization: { code: 'NORTH' },
        },
      ],
    });
    for (const body of [town.north, town.mill]) {
      expect((await found(body)).userErrors).toEqual([
        {
          code: 'MODULE_STANDS_ASIDE',
          path: ['input', 'organizationId'],
          details: { module: CIRCLE, hub: '测试NORTH', since: TODAY },
        },
      ]);
    }
    for (const body of [town.root, town.south, town.port]) expect((await found(body)).codes).toEqual([]);
    const joining = await send(administrator, 'joinReadingCircle', await joiner(old), 'circle { id }');
    expect(joining.codes).toEqual(['MODULE_STANDS_ASIDE']);
    // The graph is as it was: the old circle is there to be read.
    expect((await administrator.query('query ($id: ID!) { node(id: $id) { id } }', { id: old })).node).toEqual({
      id: old,
    });

    await change(administrator, 'takePartAgain', { moduleId: CIRCLE, organizationId: gid(town.north) }, ASIDES);
    expect((await found(town.mill)).codes).toEqual([]);
    expect((await send(administrator, 'joinReadingCircle', await joiner(old), 'circle { id }')).codes).toEqual([]);
  });

  test('from a later day on takes part until then, and its return can be planned', async () => {
    const hub = { moduleId: CIRCLE, organizationId: gid(town.south) };
    await change(administrator, 'standAside', { ...hub, since: SOON }, ASIDES);
    const back = await change(administrator, 'takePartAgain', { ...hub, since: addDays(SOON, 5) }, ASIDES);
    expect(back.module.standAsides).toMatchObject([
      { since: SOON, until: addDays(SOON, 5), organization: { code: 'SOUTH' } },
    ]);
    expect((await found(town.port)).codes).toEqual([]);
    const never = await change(administrator, 'takePartAgain', hub, ASIDES);
    expect(never.module.standAsides).toEqual([]);
  });

  test('says so once: of many at once the first alone writes it down', async () => {
    const hub = { moduleId: CIRCLE, organizationId: gid(town.south) };
    const written = async () => {
      const { rows } = await platform.sql.query(
        'select count(*)::int as n from stand_asides where organization_id = $1',
        [town.south],
      );
      return rows[0].n;
    };
    for (let round = 0; round < 4; round += 1) {
      const before = await written();
      const many = Array.from({ length: 8 }, () => change(administrator, 'standAside', hub, ASIDES));
      expect((await Promise.all(many)).flatMap(({ codes }) => codes)).toEqual([]);
      expect((await written()) - before).toBe(1);
      await change(administrator, 'takePartAgain', hub, ASIDES);
    }
  });

  test.each(['root', 'mill'] as const)('is no other body: %s is refused', async (body) => {
    for (const mutation of ['standAside', 'takePartAgain']) {
      const refused = await change(
        administrator,
        mutation,
        { moduleId: CIRCLE, organizationId: gid(town[body]) },
        ASIDES,
      );
      expect(refused.codes).toEqual(['MODULE_STAND_ASIDE_NOT_HUB']);
    }
  });
});

describe('who decides for a hub', () => {
  test('is its organizer or chair, for it alone, and not the auditor', async () => {
    for (const role of ['organizer', 'chair']) {
      const client = await platform.as(BAOSHAN, role, { organizationId: town.north });
      const own = await change(
        client,
        'standAside',
        { moduleId: CIRCLE, organizationId: gid(town.north) },
        'userErrors { code }',
      );
      const other = await change(
        client,
        'standAside',
        { moduleId: CIRCLE, organizationId: gid(town.south) },
        'userErrors { code }',
      );
      expect([role, own.codes, other.codes]).toEqual([role, [], ['NOT_FOUND']]);
      await change(
        client,
        'takePartAgain',
        { moduleId: CIRCLE, organizationId: gid(town.north) },
        'userErrors { code }',
      );
    }
    const auditor = await platform.as(BAOSHAN, 'auditor');
    const refused = await change(auditor, 'standAside', { moduleId: CIRCLE, organizationId: gid(town.north) }, ASIDES);
    expect(refused.codes).toEqual(['FORBIDDEN']);
  });

  test('and may not read about modules is told nothing of them by the answer', async () => {
    const hub = { moduleId: CIRCLE, organizationId: gid(town.north) };
    const all = 'module { id history(first: 100) { reason decidedBy } lock { decidedBy } }';
    await administrator.mutate(
      `mutation ($input: CreateRoleInput!) { createRole(input: $input) { role { code } userErrors { code } } }`,
      {
        input: {
          code: 'own-aside',
          titleZh: '只定参加',
          titleEn: 'Decides only',
          scope: 'SUBTREE',
          permissions: ['module:stand-aside', 'organization:read'],
        },
      },
    );
    const other = await platform.as(BAOSHAN, 'own-aside', { organizationId: town.north });
    expect((await other.failed(`{ module(id: "${CIRCLE}") { id } }`)).extensions.code).toBe('FORBIDDEN');
    expect(await change(other, 'standAside', hub, all)).toMatchObject({ codes: [], module: null });
    expect(await change(other, 'takePartAgain', hub, all)).toMatchObject({ codes: [], module: null });
    const chair = await platform.as(BAOSHAN, 'chair', { organizationId: town.north });
    expect((await chair.query(`{ modules { id } }`)).modules).toEqual([{ id: CIRCLE }]);
    const organizer = await platform.as(BAOSHAN, 'organizer', { organizationId: town.north });
    expect(await change(organizer, 'standAside', hub, all)).toMatchObject({ codes: [], module: { id: CIRCLE } });
    await change(organizer, 'takePartAgain', hub, all);
  });

  test('sees of hubs elsewhere nothing', async () => {
    await change(administrator, 'standAside', { moduleId: CIRCLE, organizationId: gid(town.south) }, ASIDES);
    const organizer = await platform.as(BAOSHAN, 'organizer', { organizationId: town.north });
    const { module } = await organizer.query(
      `{ module(id: "${CIRCLE}") { standAsides { since organization { code } } } }`,
    );
    expect(module.standAsides).toEqual([]);
    await change(administrator, 'takePartAgain', { moduleId: CIRCLE, organizationId: gid(town.south) }, ASIDES);
  });
});

describe('the last word about a hub', () => {
  const taken = (...words: [StandAsideDecision['state'], string][]): StandAsideDecision[] =>
    words.map(([state, since], at) => ({
      id: String(at),
      organizationId: 'hub',
      state,
      since,
      reason: '',
      decidedAt: at,
    }));

  test('counts, also over what was planned for later days before it', () => {
    const decisions = taken(['ASIDE', '2027-03-10'], ['TAKES_PART', '2027-03-20'], ['TAKES_PART', '2027-03-05']);
    expect(lastWord(decisions, '2027-03-12')?.state).toBe('TAKES_PART');
    expect(periodsFrom(decisions, '2027-03-01')).toEqual([]);
    expect(remains(decisions, 'TAKES_PART', '2027-03-01')).toBe(true);
  });

  test('makes periods of those that follow each other, without the ones that are over', () => {
    const decisions = taken(
      ['ASIDE', '2027-01-01'],
      ['TAKES_PART', '2027-02-01'],
      ['ASIDE', '2027-03-01'],
      ['ASIDE', '2027-03-05'],
      ['TAKES_PART', '2027-04-01'],
    );
    const periods = periodsFrom(decisions, '2027-03-03').map(({ since, until }) => [since, until]);
    expect(periods).toEqual([['2027-03-01', '2027-04-01']]);
    expect(periodsFrom(decisions, '2027-04-01')).toEqual([]);
    expect(remains(decisions, 'ASIDE', '2027-03-10')).toBe(false);
  });
});

/** A member of the mill, new to the circle. */
async function joiner(circleId: string) {
  const register = new Register(() => platform, BAOSHAN);
  return { circleId, memberId: toGlobalId('Member', await register.memberSince(town.mill, '2026-01-01')) };
}
