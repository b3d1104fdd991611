import { Argument, type Command, InvalidArgumentError } from 'commander';
import { installedRegistry } from '../app.js';
import { readConfig } from '../config.js';
import { actAsSystem, actorOf, isCalendarDay, type Kernel, type RequestContext } from '../kernel/index.js';
import type { InstalledPlugin } from '../kernel/plugin/registry.js';
import {
  disableModule,
  enableModule,
  impactOf,
  lockModule,
  moduleViews,
  visibleModule,
} from '../modules/switches/index.js';
import { explained } from './explained.js';
import { alongLine, historyLine, impactLines, moduleLine } from './module-lines.js';
import { withPlatform } from './platform.js';

interface Wish {
  readonly district: string;
  readonly reason: string;
  readonly since?: string;
}

/** `lianxin modules …`: what the graph offers an administrator and the city, for the operator, who acts as the system. */
export function registerModules(program: Command): void {
  const modules = program.command('modules').description('what is installed, and what districts have switched on');
  registerList(modules);
  registerReading(modules);
  for (const name of ['enable', 'disable'] as const) {
    const command = wish(modules.command(`${name} <module>`), 'code of the district, for example 310113').description(
      name === 'enable'
        ? 'switch a module on, with everything it requires'
        : 'switch a module off, with everything that requires it; its data stay',
    );
    if (name === 'disable') command.option('--confirm <value>', 'what `modules impact` says, where it lists something');
    command.action(async (module: string, { district, confirm, ...terms }: Wish & { confirm?: string }) => {
      await inDistrict(district, `modules ${name}`, async (ctx) => {
        const input = { moduleId: module, ...terms };
        const { also } =
          name === 'enable'
            ? await enableModule(ctx, input)
            : await disableModule(ctx, { ...input, confirmation: confirm ?? null });
        print([`${district} ${name}d ${module} from ${terms.since ?? ctx.today} on`, ...also.map(alongLine)]);
      });
    });
  }
  const state = new Argument('<state>', 'what it is fixed to').choices(['on', 'off', 'free']);
  const lockCommand = modules.command('lock').argument('<module>', 'code of the module').addArgument(state);
  wish(lockCommand, 'codes of districts of one city, separated by commas')
    .description('fix a module on or off in districts, or free it')
    .action(async (moduleId: string, wanted: 'on' | 'off' | 'free', { district, ...terms }: Wish) => {
      const lock = wanted.toUpperCase() as 'ON' | 'OFF' | 'FREE';
      const districtCodes = district.split(',').map((code) => code.trim());
      await inDistrict(districtCodes[0]!, 'modules lock', async (ctx) => {
        const done = await lockModule(ctx, { moduleId, lock, ...terms, districtCodes });
        for (const { district: place, also } of done) {
          print([`${place.code} ${moduleId} ${lock} from ${terms.since ?? ctx.today} on`, ...also.map(alongLine)]);
        }
      });
    });
}

function registerList(modules: Command): void {
  modules
    .command('list')
    .description('list core modules and plugins, or the modules of a district and why they are on or off')
    .option('--district <code>', 'what this district has switched on')
    .action(async ({ district }: { district?: string }) => {
      if (district)
        await inDistrict(district, 'modules list', async (ctx) => print((await moduleViews(ctx)).map(moduleLine)));
      else print((await installedRegistry(readConfig())).plugins.map(installedLine));
    });
}

function registerReading(modules: Command): void {
  modules
    .command('impact <module>')
    .description('what switching a module off would concern, and the value that confirms it')
    .requiredOption('--district <code>', 'code of the district')
    .option('--on <day>', 'off from this day on; today by default', calendarDay)
    .action(async (module: string, { district, on }: { district: string; on?: string }) => {
      await inDistrict(district, 'modules impact', async (ctx) => {
        const { id } = visibleModule(ctx, module, ['module']);
        const timeline = await ctx.kernel.switches.timeline(ctx);
        print(impactLines(await impactOf(ctx, { module: id, on: on ?? ctx.today, timeline })));
      });
    });
  modules
    .command('history <module>')
    .description('every decision about a module, newest first')
    .requiredOption('--district <code>', 'code of the district')
    .action(async (module: string, { district }: { district: string }) => {
      await inDistrict(district, 'modules history', async (ctx) => {
        // Of a module that is not installed any more, the decisions are still there.
        const decisions = (await ctx.kernel.switches.timeline(ctx)).history(module);
        print(await Promise.all(decisions.map(async (one) => historyLine(one, await actorOf(ctx, one.id)))));
      });
    });
}

/** The options of a decision. */
function wish(command: Command, districts: string): Command {
  return command
    .requiredOption('--district <code>', districts)
    .requiredOption('--reason <text>', 'why, 2 to 200 characters')
    .option('--since <day>', 'from this day on; today by default, a year ahead at most', calendarDay);
}

function calendarDay(text: string): string {
  if (!isCalendarDay(text)) throw new InvalidArgumentError('write a day as 2027-01-31');
  return text;
}

/** Does work as the system in a district of the installation; what is refused says its code and what to do. */
async function inDistrict(code: string, action: string, work: (ctx: RequestContext) => Promise<void>): Promise<void> {
  await withPlatform(readConfig(), async ({ kernel }) => {
    await actAsSystem(kernel, await districtOf(kernel, code), action, (ctx) => work(ctx).catch(explained));
  });
}

async function districtOf(kernel: Kernel, code: string) {
  const found = await kernel.districts.byCode(code);
  if (found) return found;
  throw new Error(`unknown district ${code}; known: ${[...(await kernel.districts.all()).keys()].join(', ')}`);
}

function installedLine({ id, version, core, title }: InstalledPlugin): string {
  return `${id.padEnd(20)} ${version.padEnd(8)} ${core ? 'core  ' : 'plugin'} ${title.zh} / ${title.en}`;
}

function print(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
