import { type Kysely, sql } from 'kysely';
import { actAsSystem, type District, inDistrict, type Kernel, lockFor, type RequestContext } from '../kernel/index.js';

/** Districts of the demo: Baoshan, Yangpu, Hongkou and one industrial federation. */
export const DEMO_DISTRICTS: readonly string[] = ['310113', '310110', '310109', '319001'];

/** Everything in the demo follows from this number. */
export const DEMO_SEED = 20_261_121;

export interface SeedRequest {
  readonly districts: readonly string[];
  /** 100 = one hundredth of the reported figures, 1 = all. */
  readonly divisor: number;
  readonly progress: (step: string) => void;
}

/**
 * Fills demo districts that are still empty, each in one transaction, through the services of the installed modules: a
 * kill half-way leaves nothing behind, a second run does nothing. Made-up people only.
 */
export async function seedDemo(kernel: Kernel, request: SeedRequest): Promise<void> {
  for (const code of request.districts) {
    const district = await kernel.districts.byCode(code);
    if (!district)
      throw new Error(`unknown district ${code}; known: ${[...(await kernel.districts.all()).keys()].join(', ')}`);
    await switchOnForDemo(kernel, district);
    await actAsSystem(kernel, district, 'demo', (ctx) => fill(ctx, request));
  }
}

/** Codes of the demo districts that a core module has still to fill. */
export async function emptyDemoDistricts(kernel: Kernel): Promise<string[]> {
  const core = kernel.registry.plugins.filter(({ core, demo }) => core && demo?.seed && !demo.repeatable);
  const empty: string[] = [];
  for (const code of DEMO_DISTRICTS) {
    const district = await kernel.districts.byCode(code);
    if (!district) continue;
    const seeded = await inDistrict(district.id, () => seededModules(kernel.orm.em.fork().getKysely()));
    if (core.some(({ id }) => !seeded.has(id))) empty.push(code);
  }
  return empty;
}

async function seededModules(database: Kysely<object>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ module: string }>`select module from demo_seeds`.execute(database);
  return new Set(rows.map(({ module }) => module));
}

/** Each module fills the district once, when it is first there; repeatable ones add what is missing at every start. */
async function fill(ctx: RequestContext, { divisor, progress }: SeedRequest): Promise<void> {
  await ctx.transaction(async (tx) => {
    // A seeding process whose server was killed goes on alone: wait for it, however long it takes.
    await sql`select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true)`.execute(tx.sql);
    await lockFor(tx, 'demo');
    const seeded = await seededModules(tx.sql);
    const options = {
      divisor,
      seed: DEMO_SEED,
      progress: (step: string) => progress(`${tx.district.code} ${tx.district.nameZh}: ${step}`),
    };
    for (const { id, demo } of tx.kernel.registry.plugins) {
      if (!demo?.seed || !tx.facts.modules.has(id) || (seeded.has(id) && !demo.repeatable)) continue;
      await demo.seed(tx, options);
      if (!seeded.has(id))
        await sql`insert into demo_seeds (module, divisor) values (${id}, ${divisor})`.execute(tx.sql);
    }
  });
}

/** Switches on the plugins whose demo names this district, unless somebody has switched them before: on or off. */
async function switchOnForDemo(kernel: Kernel, district: District): Promise<void> {
  const wanted = kernel.registry.switchable.filter(({ demo }) => demo?.districts?.includes(district.code));
  if (wanted.length === 0) return;
  await actAsSystem(kernel, district, 'demo', async (ctx) => {
    await ctx.transaction(async (tx) => {
      await lockFor(tx, 'switches');
      const timeline = await kernel.switches.timeline(tx);
      const undecided = wanted.filter(({ id }) => timeline.history(id).length === 0);
      const on = { kind: 'SWITCH', state: 'ON', since: tx.today, reason: 'demo' } as const;
      await kernel.switches.decide(
        tx,
        undecided.map(({ id }) => ({ module: id, ...on })),
      );
    });
  });
}
