import type { Command } from 'commander';
import { ConfigError, readConfig } from '../config.js';
import {
  actAsSystem,
  actorOf,
  createContext,
  isCalendarDay,
  type RequestContext,
  type SettingsOwner,
  settingsOf,
  settingsSchema,
  toGlobalId,
} from '../kernel/index.js';
import {
  changeModuleSettings,
  changesOf,
  historyOf,
  ownerOf,
  plannedAfter,
  revertModuleSettings,
} from '../modules/settings/index.js';
import { explained } from './explained.js';
import { withPlatform } from './platform.js';

interface Wanted {
  readonly district: string;
  readonly on?: string;
  readonly schema?: boolean;
  readonly since?: string;
  readonly reason: string;
  readonly to: string;
}

/** `lianxin settings`: what the administrator of a district does in the graph, for the operator, by the same services. */
export function registerSettings(program: Command): void {
  const settings = program.command('settings').description('settings of the modules of a district');
  const command = (words: string, description: string) =>
    settings
      .command(words)
      .description(description)
      .requiredOption('--district <code>', 'code of the district, for example 310113');

  command('show [module]', 'print the settings in force, of one module or of all')
    .option('--on <day>', 'on this day, YYYY-MM-DD; today by default', day)
    .option('--schema', 'print the JSON schema of the module instead')
    .action((module: string | undefined, wanted: Wanted) => inside(wanted, (ctx) => show(ctx, module, wanted)));

  command('history <module>', 'print the changes of a module’s settings, newest first, 100 at most').action(
    (module: string, wanted: Wanted) => inside(wanted, (ctx) => history(ctx, module)),
  );

  const change = command(
    'change <module> <setting=value...>',
    'change settings; values are JSON, or texts as they are',
  );
  decided(change).action((module: string, values: string[], wanted: Wanted) =>
    inside(wanted, async (ctx) => {
      const input = { ...(await terms(ctx, module, wanted)), values: assignments(values) };
      const done = await changeModuleSettings(ctx, input).catch(explained);
      print(`changed ${module} from ${done.settings.on} on: ${done.changeId}`);
    }),
  );

  const revert = command('revert <module>', 'bring back all settings of a module as they were after a change');
  decided(revert)
    .requiredOption('--to <id>', 'the change, as history prints it')
    .action((module: string, wanted: Wanted) =>
      inside(wanted, async (ctx) => {
        const input = { ...(await terms(ctx, module, wanted)), toSettingsChangeId: globalId(wanted.to) };
        const done = await revertModuleSettings(ctx, input).catch(explained);
        print(`reverted ${module} from ${done.settings.on} on: ${done.changeId}`);
      }),
    );
}

function decided(command: Command): Command {
  return command
    .requiredOption('--reason <text>', 'why; it stays on record and names no person')
    .option('--since <day>', 'from this day on, YYYY-MM-DD; today by default', day);
}

/** Errors: a plain Error for a district nobody knows. */
async function inside(wanted: Wanted, work: (ctx: RequestContext) => Promise<void>): Promise<void> {
  await withPlatform(readConfig(), async ({ kernel }) => {
    const district = await kernel.districts.byCode(wanted.district);
    if (!district) {
      const known = [...(await kernel.districts.all()).keys()].join(', ');
      throw new Error(`unknown district ${wanted.district}; known: ${known}`);
    }
    await actAsSystem(kernel, district, 'settings', (system) => {
      // The command line speaks English; what a setting objects is said by the service, in the language of its caller.
      const ctx = createContext(kernel, { ...system.facts, locale: 'en' });
      ctx.action = system.action;
      return work(ctx);
    });
  });
}

async function show(
  ctx: RequestContext,
  module: string | undefined,
  { on = ctx.today, schema }: Wanted,
): Promise<void> {
  const owners = module === undefined ? all(ctx) : [owned(ctx, module)];
  for (const owner of owners) {
    if (schema) {
      print(JSON.stringify(settingsSchema(owner.settings, 'zh-CN'), null, 2));
      continue;
    }
    const values = await settingsOf(ctx, owner, on);
    const [zh, en] = (['zh-CN', 'en'] as const).map((locale) => settingsSchema(owner.settings, locale).properties!);
    for (const [key, value] of Object.entries(values)) {
      const [chinese, english] = [zh![key], en![key]] as { title: string; 'x-unit'?: string }[];
      const unit = english!['x-unit'] ? ` (${english!['x-unit']})` : '';
      print(`${owner.id}.${key} = ${JSON.stringify(value)}  ${chinese!.title} / ${english!.title}${unit}`);
    }
    for (const { since, changes, reason } of await plannedAfter(ctx, owner.id, on)) {
      print(`${owner.id} from ${since} on: ${JSON.stringify(changes)}  ${reason}`);
    }
  }
}

async function history(ctx: RequestContext, module: string): Promise<void> {
  const { nodes } = await historyOf(ctx, owned(ctx, module).id, { first: 100 });
  for (const { id, changedAt, since, changes, reason } of nodes) {
    const when = new Date(changedAt).toISOString();
    print(`${id}  ${when}  ${await actorOf(ctx, id)}  from ${since} on: ${JSON.stringify(changes)}  ${reason}`);
  }
}

function all(ctx: RequestContext): SettingsOwner[] {
  return ctx.plugins.map(({ id }) => ownerOf(ctx, id)).filter((owner) => owner !== undefined);
}

/** Errors: a plain Error for a module that is off here, has no settings, or is not installed. */
function owned(ctx: RequestContext, module: string): SettingsOwner {
  const owner = ownerOf(ctx, module);
  if (owner) return owner;
  const known = all(ctx).map(({ id }) => id);
  throw new Error(`no module ${module} with settings is on in ${ctx.district.code}; there are: ${known.join(', ')}`);
}

/** What the graph's inputs say besides; the operator decides on whatever version is there. */
async function terms(ctx: RequestContext, module: string, { since, reason }: Wanted) {
  const moduleId = owned(ctx, module).id;
  return { moduleId, since, reason, expectedVersion: await changesOf(ctx, moduleId) };
}

function assignments(words: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    words.map((word) => {
      const [, key, text] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
      if (key === undefined || text === undefined) throw new ConfigError(`${word}: write <setting>=<value>`);
      return [key, jsonOrText(text)];
    }),
  );
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function globalId(id: string): string {
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  if (!uuid.test(id)) throw new ConfigError(`--to ${id}: give an id as 'settings history' prints it`);
  return toGlobalId('SettingsChange', id);
}

function day(text: string): string {
  if (!isCalendarDay(text)) throw new ConfigError(`${text} is no day; write YYYY-MM-DD`);
  return text;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
