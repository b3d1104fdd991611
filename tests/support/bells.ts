import {
  CONTRACT_VERSION,
  type DomainEvent,
  definePlugin,
  enqueue,
  type PluginDefinition,
} from '../../src/kernel/index.js';
import type { Platform } from '../../src/testing/platform.js';

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

/** Waits until something holds. */
export async function until(holds: () => Promise<boolean> | boolean, patienceMs = 8_000): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('what was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
