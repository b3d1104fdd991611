import type { DemoOptions, PluginDefinition, RequestContext } from '../../kernel/index.js';
import { examples } from './demo.examples.js';
import { DemoRegister } from './demo-register.js';

export const demo: PluginDefinition['demo'] = { examples, seed };

/** How many members a demo district had, and on which day. */
interface Roll {
  readonly asOf: string;
  /** People, before dividing, for a district as a whole or for each of its joint unions. */
  readonly members?: number;
  readonly each?: { readonly from: number; readonly to: number; readonly least: number };
}

const ROLLS: Readonly<Record<string, Roll>> = {
  // Source: data/federations.csv, [000] and [001].
  '310113': { asOf: '2013-12-31', members: 390_500 },
  '310110': { asOf: '2016-12-31', members: 187_000 },
  // Source: data/grids.csv, [002]: each grid of Ouyang Road has 2,000 to 3,000 members. The day is the demo's own.
  '310109': { asOf: '2018-12-31', each: { from: 2_000, to: 3_000, least: 5 } },
  // No source counts the industrial federation; the figure is the demo's own.
  '319001': { asOf: '2020-12-31', members: 30_000 },
};

/**
 * Fills the register of a demo district: the roll on the reported day by collective joining, then a life after it
 * (retirements made up for by newcomers, transfers, second coverage, applications), so that the number of members is
 * the reported one both on that day and today.
 */
async function seed(ctx: RequestContext, options: DemoOptions): Promise<void> {
  const roll = ROLLS[ctx.district.code];
  if (!roll) return;
  const series = [...(await ctx.kernel.districts.all()).keys()].sort().indexOf(ctx.district.code);
  await ctx.transaction(async (tx) => {
    const register = await DemoRegister.open(tx, { ...options, asOf: roll.asOf, series: 20 + series });
    options.progress(`members of ${ctx.district.code}`);
    if (roll.each) await register.enrolEach(roll.each.from, roll.each.to, roll.each.least);
    else await register.enrol(Math.round(roll.members! / options.divisor));
    await register.retireAndReplace();
    await register.transfer();
    await register.cover();
    await register.apply();
  });
}
