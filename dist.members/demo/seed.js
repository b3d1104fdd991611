import { sql } from 'kysely';
import { actAsSystem } from '../kernel/index.js';
/** Districts of the demo: Baoshan, Yangpu, Hongkou and one industrial federation. */
export const DEMO_DISTRICTS = ['310113', '310110', '310109', '319001'];
/** Everything in the demo follows from this number. */
export const DEMO_SEED = 20_261_121;
/**
 * Fills demo districts that are still empty, each in one transaction, through the services of the installed modules: a
 * kill half-way leaves nothing behind, a second run does nothing. Made-up people only.
 */
export async function seedDemo(kernel, request) {
    for (const code of request.districts) {
        const district = await kernel.districts.byCode(code);
        if (!district)
            throw new Error(`unknown district ${code}; known: ${[...(await kernel.districts.all()).keys()].join(', ')}`);
        await switchOnForDemo(kernel, district);
        await actAsSystem(kernel, district, 'demo', (ctx) => fill(ctx, request));
    }
}
async function fill(ctx, { divisor, progress }) {
    await ctx.transaction(async (tx) => {
        await sql `select pg_advisory_xact_lock(hashtextextended('demo', ${tx.district.id}))`.execute(tx.sql);
        const filled = await sql `select 1 from demo_seeds`.execute(tx.sql);
        const options = {
            divisor,
            seed: DEMO_SEED,
            progress: (step) => progress(`${tx.district.code} ${tx.district.nameZh}: ${step}`),
        };
        for (const plugin of tx.kernel.registry.plugins) {
            if (!tx.facts.modules.has(plugin.id) || !plugin.demo?.seed)
                continue;
            if (filled.rows.length > 0 && !plugin.demo.repeatable)
                continue;
            await plugin.demo.seed(tx, options);
        }
        if (filled.rows.length === 0) {
            await sql `insert into demo_seeds (divisor, seed) values (${divisor}, ${DEMO_SEED})`.execute(tx.sql);
        }
    });
}
/** Switches on the plugins whose demo names this district. */
async function switchOnForDemo(kernel, district) {
    const wanted = kernel.registry.switchable.filter(({ demo }) => demo?.districts?.includes(district.code));
    if (wanted.length === 0)
        return;
    await actAsSystem(kernel, district, 'demo', async (ctx) => {
        for (const { id } of wanted) {
            if (!ctx.facts.modules.has(id))
                await kernel.switches.set(ctx, id, true, 'demo');
        }
    });
}
//# sourceMappingURL=seed.js.map