import { type Kysely, sql } from 'kysely';
import { actAsSystem, type District, inDistrict, type Kernel, type RequestContext } from '../kernel/index.js';

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

/** Codes of the demo districts that have not been filled yet. */
export async function emptyDemoDistricts(kernel: Kernel): Promise<string[]> {
  const empty: string[] = [];
  for (const code of DEMO_DISTRICTS) {
    const district = await kernel.districts.byCode(code);
    if (district && !(await inDistrict(district.id, () => isFilled(kernel.orm.em.fork().getKysely()))))
      empty.push(code);
  }
  return empty;
}

async function isFilled(database: Kysely<object>): Promise<boolean> {
  const { rows } = await sql`select 1 from demo_seeds`.execute(database);
  return rows.length > 0;
}

async function fill(ctx: RequestContext, { divisor, progress }: SeedRequest): Promise<void> {
  await ctx.transaction(async (tx) => {
    // A seeding process whose server was killed goes on alone: wait for it, however long it takes.
    await sql`select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true)`.execute(tx.sql);
    await sql`select pg_advisory_xact_lock(hashtextextended('demo', ${tx.district.id}))`.execute(tx.sql);
    const filled = await isFilled(tx.sql);
    const options = {
      divisor,
      seed: DEMO_SEED,
      progress: (step: string) => progress(`${tx.district.code} ${tx.district.nameZh}: ${step}`),
    };
    for (const plugin of tx.kernel.registry.plugins) {
      if (!tx.facts.modules.has(plugin.id) || !plugin.demo?.seed) continue;
      if (filled && !plugin.demo.repeatable) continue;
      await plugin.demo.seed(tx, options);
    }
    if (!filled) {
      await sql`insert into demo_seeds (divisor, seed) values (${divisor}, ${DEMO_SEED})`.execute(tx.sql);
    }
  });
}

/** Switches on the plugins whose demo names this district. */
async function switchOnForDemo(kernel: Kernel, district: District): Promise<void> {
  const wanted = kernel.registry.switchable.filter(({ demo }) => demo?.districts?.includes(district.code));
  if (wanted.length === 0) return;
  await actAsSystem(kernel, district, 'demo', async (ctx) => {
    for (const { id } of wanted) {
      if (!ctx.facts.modules.has(id)) await kernel.switches.set(ctx, id, true, 'demo');
    }
  });
}
