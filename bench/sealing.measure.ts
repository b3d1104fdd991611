import { createSynthesizer } from '../src/demo/synthetic.js';
import { inDistrict, type RequestContext, type SealedPlace } from '../src/kernel/index.js';
import { openKeyService } from '../src/kernel/personal-data/key-service.js';
import { PersonVault } from '../src/kernel/personal-data/person-vault.js';
import { enrolMembers } from '../src/modules/members/index.js';
import { foundTown } from '../src/modules/members/tests/town.js';
import { Platform } from '../src/testing/platform.js';

const DISTRICT = '310104';
const ROUNDS = 200;
const PEOPLE = 10_000;

interface Row {
  readonly id: string;
  readonly national_id_sealed: Buffer;
  readonly phone_sealed: Buffer;
}

function pageOf(ctx: RequestContext, vault: PersonVault, rows: readonly Row[]): Promise<unknown> {
  const place = (id: string, column: string): SealedPlace => ({ table: 'members', column, rowId: id, personId: id });
  return Promise.all(
    rows.flatMap((row) =>
      (['national_id_sealed', 'phone_sealed'] as const).map((column) =>
        vault.open(ctx, place(row.id, column), row[column]),
      ),
    ),
  );
}

/** Milliseconds; rounds of both kinds take turns. */
export async function measure() {
  const platform = await Platform.start({ workers: 0 });
  try {
    const town = await platform.acting(DISTRICT, foundTown);
    const source = createSynthesizer(11, 38);
    const enrol = (count: number) => {
      const people = Array.from({ length: count }, () => source.person());
      const enrolment = {
        organizationId: town.grid,
        since: '2020-09-01',
        via: 'COLLECTIVE',
        people,
        synthetic: true,
      } as const;
      return platform.acting(DISTRICT, (ctx) => ctx.transaction((tx) => enrolMembers(tx, enrolment)));
    };
    await enrol(500);
    const start = performance.now();
    await enrol(PEOPLE);
    const perSecond = PEOPLE / ((performance.now() - start) / 1_000);
    const { registry, orm, home } = platform.app.kernel;
    const fresh = async () => new PersonVault(registry, orm, await openKeyService(home), home);
    const warm: number[] = [];
    const cold: number[] = [];
    const statement: number[] = [];
    await platform.acting(DISTRICT, async (ctx) => {
      const rows = (await ctx.sql.selectFrom('members').selectAll().limit(100).execute()) as unknown as Row[];
      const known = await fresh();
      await pageOf(ctx, known, rows);
      for (let round = 0; round < ROUNDS; round++) {
        const district = await platform.district(DISTRICT);
        const unknown = await fresh();
        await inDistrict(district.id, () => unknown.dataKeys.newest(ctx, 'identity'));
        warm.push(await timed(() => pageOf(ctx, known, rows)));
        cold.push(await timed(() => pageOf(ctx, unknown, rows)));
        statement.push(await timed(() => ctx.sql.selectFrom('members').select('id').limit(1).execute()));
      }
    });
    return {
      openedWarmMs: median(warm),
      openedColdMs: median(cold),
      oneStatementMs: median(statement),
      rounds: ROUNDS,
      enrolledPerSecond: Math.round(perSecond),
    };
  } finally {
    await platform.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: number[]): number {
  return Number(values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!.toFixed(3));
}
