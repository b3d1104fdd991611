import { hash } from 'node:crypto';
import {
  type InstalledPlugin,
  type OperationUse,
  operationUses,
  type RequestContext,
  say,
  type Timeline,
  type WaitingJobs,
  waitingJobs,
} from '../../../kernel/index.js';
import { dependentsOf } from '../module/dependencies.js';
import { type KeptData, keptData } from './impact.repository.js';

/** A module that would go off with the one in question. */
export interface Dependent {
  readonly id: string;
  readonly title: string;
  /** Whether it is on that day; otherwise it is planned to be. */
  readonly on: boolean;
  readonly since: string;
}

export interface CasesUnderWay {
  readonly moduleId: string;
  readonly kind: string;
  readonly title: string;
  readonly count: number;
}

/** What switching a module off from a day on would concern, in all modules that would go off. */
export interface Impact {
  readonly moduleId: string;
  readonly on: string;
  readonly dependents: readonly Dependent[];
  readonly operations: readonly OperationUse[];
  readonly openCases: readonly CasesUnderWay[];
  readonly jobs: readonly WaitingJobs[];
  readonly personalData: readonly KeptData[];
  /** How many things stand in the lists above. */
  readonly entries: number;
  /** Names what stands in the lists, whatever their figures; `null` when nothing does. */
  readonly confirmation: string | null;
}

/** Looks up what a module's end concerns; the caller has checked who asks and which day. */
export async function impactOf(
  ctx: RequestContext,
  { module, on, timeline }: { readonly module: string; readonly on: string; readonly timeline: Timeline },
): Promise<Impact> {
  const { registry } = ctx.kernel;
  const dependents = dependentsOf(registry, module)
    .reverse()
    .flatMap((id) => dependentOn(ctx, registry.get(id)!, on, timeline));
  const ending = [module, ...dependents.map(({ id }) => id)].map((id) => registry.get(id)!);
  const operations: OperationUse[] = [];
  const openCases: CasesUnderWay[] = [];
  const jobs: WaitingJobs[] = [];
  const personalData: KeptData[] = [];
  for (const found of await Promise.all(ending.map(({ id }) => foundIn(ctx, id)))) {
    operations.push(...found.operations);
    openCases.push(...found.openCases);
    jobs.push(...found.jobs);
    personalData.push(...found.personalData);
  }
  const names = [
    ...dependents.map(({ id }) => ['module', id]),
    // Without names there may be a new one every minute, by the values written into it; all of a client count as one.
    ...operations.map((use) => ['operation', use.module, use.clientId, use.operation.replace(/^#.*/, '#')]),
    ...openCases.map(({ kind }) => ['case', kind]),
    ...jobs.map(({ moduleId, task }) => ['job', moduleId, task]),
    ...personalData.map(({ table }) => ['data', table]),
  ];
  const confirmation = confirmationOf(module, names);
  return {
    moduleId: module,
    on,
    dependents,
    operations,
    openCases,
    jobs,
    personalData,
    entries: names.length,
    confirmation,
  };
}

type Found = Pick<Impact, 'operations' | 'openCases' | 'jobs' | 'personalData'>;

/** What hangs on one module whatever the day, counted once per request: an operation may ask for it a hundred times. */
async function foundIn(ctx: RequestContext, module: string): Promise<Found> {
  const found = await ctx.batched<string, Found>('switches:impact', async (modules) => {
    const inTurn: Found[] = [];
    for (const id of modules) {
      const plugin = ctx.kernel.registry.get(id)!;
      inTurn.push({
        operations: await operationUses(ctx, id),
        openCases: await casesUnderWay(ctx, plugin),
        jobs: await waitingJobs(ctx, id),
        personalData: await keptData(ctx, plugin),
      });
    }
    return inTurn;
  })(module);
  return found!;
}

function dependentOn(
  ctx: RequestContext,
  { id, title }: InstalledPlugin,
  day: string,
  timeline: Timeline,
): Dependent[] {
  const named = { id, title: say(title, ctx.locale) };
  if (timeline.on(day).has(id)) return [{ ...named, on: true, since: day }];
  const planned = timeline.planned(id, day).find(({ state }) => state === 'ON');
  return planned ? [{ ...named, on: false, since: planned.since }] : [];
}

async function casesUnderWay(ctx: RequestContext, plugin: InstalledPlugin): Promise<CasesUnderWay[]> {
  const found: CasesUnderWay[] = [];
  for (const [kind, cases] of Object.entries(plugin.openCases ?? {})) {
    const count = await cases.count(ctx);
    if (count > 0) found.push({ moduleId: plugin.id, kind, title: say(cases.title, ctx.locale), count });
  }
  return found;
}

function confirmationOf(module: string, names: readonly (readonly (string | null)[])[]): string | null {
  if (names.length === 0) return null;
  // A job may both wait and be put aside.
  const listed = [...new Set(names.map((name) => JSON.stringify(name)))].sort();
  return hash('sha256', JSON.stringify([module, ...listed]), 'base64url').slice(0, 22);
}
