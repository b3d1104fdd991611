import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Platform } from '../../../testing/platform.js';
import { createRandom } from '../../../demo/random.js';
import { addDays, type RequestContext } from '../../../kernel/index.js';
import { addSecondaryMembership, endMembership, transferMembership } from '../index.js';
import { codeOf, Register } from './register.js';
import { foundTown, type Town } from './town.js';

const DISTRICT = '310104';
let platform: Platform;
let town: Town;

beforeAll(async () => {
  platform = await Platform.start();
  town = await platform.acting(DISTRICT, foundTown);
});

afterAll(() => platform.close());

const register = new Register(() => platform, DISTRICT);
const acting = <T>(work: (ctx: RequestContext) => Promise<T>) => platform.acting(DISTRICT, work);

test('figures equal a recount of the memberships on every day, after any sequence of changes', async () => {
  const random = createRandom(20_261_121);
  const unions = [town.factory, town.school, town.hospital, town.grid, town.park];
  const known: string[] = [];
  const dayAfter = (day: string) => {
    const later = addDays(day, random.integer(400));
    return later > '2026-11-20' ? '2026-11-20' : later;
  };
  let done = 0;
  for (let step = 0; step < 150; step++) {
    const choice = random.integer(10);
    if (known.length < 5 || choice < 3) {
      known.push(await register.memberSince(random.pick(unions), addDays('2016-01-01', random.integer(2000))));
      continue;
    }
    const memberId = random.pick(known);
    const open = (
      (await register.history(memberId)) as {
        id: string;
        kind: string;
        since: string;
        until: string | null;
        version: number;
      }[]
    ).filter(({ until }) => until === null);
    const { version } = await register.personOf(memberId);
    const some = open.length > 0 ? random.pick(open) : undefined;
    const code = await codeOf(
      acting((ctx) => {
        const since = dayAfter(some?.since ?? '2020-01-01');
        if (choice < 6) {
          return transferMembership(ctx, {
            memberId,
            toOrganizationId: random.pick(unions),
            since,
            reason: '调动工作',
            expectedVersion: version,
          });
        }
        if (choice < 8 || !some)
          return addSecondaryMembership(ctx, { memberId, organizationId: random.pick([town.grid, town.park]), since });
        return endMembership(ctx, {
          membershipId: some.id,
          until: since,
          reason: 'LEFT',
          expectedVersion: some.version,
        });
      }),
    );
    if (code === 'done') done += 1;
  }
  expect(done).toBeGreaterThan(40);
  await platform.jobsDone();
  const { rows } = await platform.sql.query(`
    with own as (
      select organization_id, day, sum(members) as members, sum(covered_members) as covered from organization_figure_deltas
      group by 1, 2
    ), days as (select distinct since as day from memberships union select distinct until from memberships where until is not null)
    select d.day::text, o.id,
      coalesce((select f.members from organization_figures f where f.organization_id = o.id and f.day <= d.day order by f.day desc limit 1), 0)
        + coalesce((select sum(members) from own where own.organization_id = o.id and own.day <= d.day), 0) as members,
      (select count(*) from memberships m where m.organization_id = o.id and m.kind = 'PRIMARY' and m.since <= d.day
        and (m.until is null or m.until > d.day)) as recounted,
      coalesce((select f.covered_members from organization_figures f where f.organization_id = o.id and f.day <= d.day order by f.day desc limit 1), 0)
        + coalesce((select sum(covered) from own where own.organization_id = o.id and own.day <= d.day), 0) as covered,
      (select count(*) from memberships m where m.organization_id = o.id and m.kind = 'SECONDARY' and m.since <= d.day
        and (m.until is null or m.until > d.day)) as recovered
    from days d cross join organizations o`);
  expect(rows.length).toBeGreaterThan(500);
  for (const row of rows) {
    expect([row.day, Number(row.members), Number(row.covered)]).toEqual([
      row.day,
      Number(row.recounted),
      Number(row.recovered),
    ]);
  }
});
