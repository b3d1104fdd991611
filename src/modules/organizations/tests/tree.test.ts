import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Platform } from '../../../testing/platform.js';
import {
  actAsSystem,
  addDays,
  createContext,
  inDistrict,
  type RequestContext,
  Refusal,
} from '../../../kernel/index.js';
import { parentHistory } from '../organization.repository.js';
import { updateOrganization } from '../organization-change.service.js';
import { statisticsOf } from '../statistics.repository.js';
import { moveOrganization } from '../tree.service.js';
import { body } from './bodies.js';

let platform: Platform;
let root: string;
beforeAll(async () => {
  platform = await Platform.start({ workers: 0 });
  root = await district((ctx) => body(ctx, 'root', '310101'));
});
afterAll(() => platform?.close());

const district = <T>(work: (ctx: RequestContext) => Promise<T>): Promise<T> => platform.acting('310101', work);

/** The same work as if it were done on another day. */
async function on<T>(day: string, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
  const { kernel } = platform.app;
  return actAsSystem(kernel, await platform.district('310101'), 'test', (ctx) => {
    const facts = { ...ctx.facts, startedAt: new Date(`${day}T12:00:00+08:00`) };
    return inDistrict(ctx.district.id, () => work(createContext(kernel, facts)));
  });
}

const version = async (id: string): Promise<number> =>
  (await platform.sql.query('select version from organizations where id = $1', [id])).rows[0].version;
const move = async (ctx: RequestContext, id: string, parentId: string): Promise<void> =>
  moveOrganization(ctx, id, parentId, await version(id));
const unionsOf = (id: string, day: string) => district(async (ctx) => (await statisticsOf(ctx, id, day))?.unions);

/** What the closure says about today, against what the parents say. */
async function closureIsTrue(): Promise<void> {
  const { rows } = await platform.sql.query(`
    with recursive truth as (
      select id as ancestor_id, id as descendant_id, 0 as depth from organizations
      union all
      select truth.ancestor_id, child.id, depth + 1 from truth join organizations child on child.parent_id = truth.descendant_id
    ), said as (
      select ancestor_id, descendant_id, depth from organization_closure where until is null
    )
    (table truth except table said) union all (table said except table truth)`);
  expect(rows).toEqual([]);
}

describe('moving', () => {
  test('a body takes everything below it along, and earlier days keep the old tree', async () => {
    const [east, west, joint] = await district(async (ctx) => {
      const one = await body(ctx, 'hub', 'EAST', root);
      const two = await body(ctx, 'hub', 'WEST', root);
      const three = await body(ctx, 'joint', 'EAST-1', one);
      await body(ctx, 'union', 'EAST-1-1', three);
      await body(ctx, 'union', 'EAST-1-2', three, { foundedOn: '2015-05-05' });
      return [one, two, three] as const;
    });
    await on('2020-03-01', (ctx) => move(ctx, joint, west));
    await on('2022-03-01', (ctx) => move(ctx, joint, east));
    await on('2024-03-01', (ctx) => move(ctx, joint, west));

    expect(await unionsOf(east, '2014-12-31')).toBe(2);
    expect(await unionsOf(east, '2020-02-29')).toBe(3);
    expect(await unionsOf(east, '2020-03-01')).toBe(0);
    expect(await unionsOf(west, '2020-03-01')).toBe(3);
    expect(await unionsOf(east, '2023-01-01')).toBe(3);
    expect(await unionsOf(west, '2024-03-01')).toBe(3);
    expect(await unionsOf(root, '2024-03-01')).toBe(3);
    const history = await district((ctx) => parentHistory(ctx, joint));
    expect(history.map(({ parentId, since, until }) => [parentId, since, until])).toEqual([
      [east, '2000-01-01', '2020-03-01'],
      [west, '2020-03-01', '2022-03-01'],
      [east, '2022-03-01', '2024-03-01'],
      [west, '2024-03-01', null],
    ]);
    await closureIsTrue();
  });

  test('a second move on the same day replaces the first', async () => {
    const [north, south, centre, union] = await district(async (ctx) => {
      const hubs = [];
      for (const code of ['NORTH', 'SOUTH', 'CENTRE']) hubs.push(await body(ctx, 'hub', code, root));
      return [...hubs, await body(ctx, 'union', 'NORTH-1', hubs[0])] as [string, string, string, string];
    });
    const day = '2021-06-01';
    await on(day, (ctx) => move(ctx, union, south));
    await on(day, (ctx) => move(ctx, union, centre));
    const history = await district((ctx) => parentHistory(ctx, union));
    expect(history.map(({ parentId }) => parentId)).toEqual([north, centre]);
    expect(await unionsOf(south, day)).toBe(0);
    expect(await unionsOf(centre, day)).toBe(1);
    expect(await unionsOf(north, addDays(day, -1))).toBe(1);
    // Created and moved on one day: the first parent never held.
    const fresh = await district((ctx) => body(ctx, 'union', 'SOUTH-9', south, { status: 'APPLIED', foundedOn: null }));
    await district((ctx) => move(ctx, fresh, north));
    expect((await district((ctx) => parentHistory(ctx, fresh))).map(({ parentId }) => parentId)).toEqual([north]);
    await closureIsTrue();
  });

  test('below itself, below a body of lower level, or of the root is refused', async () => {
    const [hub, joint, inner, union] = await district(async (ctx) => {
      const a = await body(ctx, 'hub', 'LOOP', root);
      const b = await body(ctx, 'joint', 'LOOP-1', a);
      const c = await body(ctx, 'joint', 'LOOP-2', b);
      return [a, b, c, await body(ctx, 'union', 'LOOP-3', c)] as const;
    });
    await expect(district((ctx) => move(ctx, joint, inner))).rejects.toThrow('ORGANIZATION_CYCLE');
    await expect(district((ctx) => move(ctx, joint, joint))).rejects.toThrow('ORGANIZATION_CYCLE');
    await expect(district((ctx) => move(ctx, inner, union))).rejects.toThrow('ORGANIZATION_LEVEL_ORDER');
    await expect(district((ctx) => move(ctx, root, hub))).rejects.toThrow('ORGANIZATION_ROOT_FIXED');
    await expect(district((ctx) => moveOrganization(ctx, inner, hub, 7))).rejects.toThrow('STALE_VERSION');
    await district(async (ctx) =>
      updateOrganization(ctx, union, await version(union), { status: 'DISSOLVED', endedOn: ctx.today }),
    );
    await expect(district((ctx) => move(ctx, union, hub))).rejects.toThrow('ORGANIZATION_ENDED');
    await closureIsTrue();
  });

  test('two at once that together would make a cycle: one is refused, 50 times out of 50', async () => {
    const hub = await district((ctx) => body(ctx, 'hub', 'RACE', root));
    for (let round = 1; round <= 50; round++) {
      const [one, two] = await district(async (ctx) => [
        await body(ctx, 'joint', `RACE-${round}-A`, hub),
        await body(ctx, 'joint', `RACE-${round}-B`, hub),
      ]);
      const outcomes = await Promise.allSettled([
        district((ctx) => moveOrganization(ctx, one!, two!, 1)),
        district((ctx) => moveOrganization(ctx, two!, one!, 1)),
      ]);
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      expect(refused).toHaveLength(1);
      expect(refused[0]).toBeInstanceOf(Refusal);
      expect(refused[0].message).toBe('ORGANIZATION_CYCLE');
    }
    await closureIsTrue();
  });

  test('while bodies are being created below what moves leaves no row of the closure wrong', async () => {
    const [left, right, joint] = await district(async (ctx) => {
      const a = await body(ctx, 'hub', 'LEFT', root);
      return [a, await body(ctx, 'hub', 'RIGHT', root), await body(ctx, 'joint', 'LEFT-1', a)] as const;
    });
    const places = [right, left, right, left, right];
    for (const [n, place] of places.entries()) {
      await Promise.all([
        district((ctx) => move(ctx, joint, place)),
        ...[1, 2, 3].map((m) => district((ctx) => body(ctx, 'union', `LEFT-1-${n}${m}`, joint))),
      ]);
    }
    await closureIsTrue();
  });
});

test('a founding day before the day of entry lets the place in the tree begin then', async () => {
  const hub = await district((ctx) => body(ctx, 'hub', 'LATE', root));
  const union = await district((ctx) => body(ctx, 'union', 'LATE-1', hub, { status: 'PREPARING', foundedOn: null }));
  expect(await unionsOf(hub, '2019-01-01')).toBe(0);
  await district((ctx) => updateOrganization(ctx, union, 1, { status: 'FOUNDED', foundedOn: '2018-08-01' }));
  expect(await unionsOf(hub, '2018-07-31')).toBe(0);
  expect(await unionsOf(hub, '2018-08-01')).toBe(1);
  expect(await district((ctx) => parentHistory(ctx, union))).toMatchObject([{ since: '2018-08-01', until: null }]);
  await closureIsTrue();
});
