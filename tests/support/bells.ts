import {
  CONTRACT_VERSION,
  type DomainEvent,
  definePlugin,
  enqueue,
  type PluginDefinition,
} from '../../src/kernel/index.js';
import type { Platform } from '../../src/testing/platform.js';

export { until } from './waiting.js';

/** What happened in the listening module, in the order in which it happened. */
export class Listener {
  readonly heard: string[] = [];
  readonly ran: string[] = [];
  /** Called before each event is handled. */
  before: (event: DomainEvent) => Promise<void> | void = () => undefined;

  readonly plugin: PluginDefinition = definePlugin({
    id: 'listener',
    version: '1.0.0',
    contract: CONTRACT_VERSION,
    title: { zh: '听钟', en: 'Listener' },
    handles: {
      'bell.rung': async (_ctx, event) => {
        await this.before(event);
        this.heard.push(String(event.payload.name));
      },
    },
    jobs: {
      write: {
        title: { zh: '记下', en: 'Write it down' },
        run: async (ctx, input) => void this.ran.push(`${ctx.district.code} ${(input as { name: string }).name}`),
      },
    },
  });

  forget(): void {
    this.heard.length = 0;
    this.ran.length = 0;
    this.before = () => undefined;
  }
}

/** A module that rings, and handles nothing. */
export const bells = definePlugin({
  id: 'bells',
  version: '1.0.0',
  contract: CONTRACT_VERSION,
  title: { zh: '钟', en: 'Bells' },
  events: { 'bell.rung': { zh: '钟响', en: 'A bell rang' } },
});

export function ring(platform: Platform, district: string, ...names: readonly string[]): Promise<void> {
  return platform.acting(district, (ctx) =>
    ctx.transaction(async (tx) => {
      for (const name of names) await tx.emit('bell.rung', { name });
    }),
  );
}

export function queueWriting(platform: Platform, district: string, name: string, delaySeconds = 0): Promise<void> {
  return platform.acting(district, (ctx) =>
    ctx.transaction((tx) => enqueue(tx, 'listener:write', { name }, { delaySeconds })),
  );
}

/** Lets what is queued under this name in every district come due now, instead of waiting for its time. */
export async function comeDue(platform: Platform, ...names: readonly string[]): Promise<void> {
  await platform.sql.query(
    `update graphile_worker._private_jobs set run_at = now() where payload #>> '{input,name}' = any($1)`,
    [names],
  );
}
