import { lockFor } from '../../src/kernel/index.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';
import { bells, type Listener } from './bells.js';

export const BAOSHAN = '310113';
export const YANGPU = '310110';

/** A platform on which two districts have bells and somebody who listens to them. */
export async function startListening(listener: Listener): Promise<Platform> {
  const platform = await startPlatform({ plugins: [bells, listener.plugin] });
  for (const code of [BAOSHAN, YANGPU]) for (const module of ['bells', 'listener']) await platform.enable(code, module);
  return platform;
}

/** The listener is on in Baoshan, nothing is left to do, and what it did is forgotten. */
export async function listenAnew(platform: Platform, listener: Listener): Promise<void> {
  await platform.enable(BAOSHAN, 'listener');
  await platform.jobsDone();
  listener.forget();
}

export async function isOn(platform: Platform): Promise<boolean> {
  return (await platform.modules(BAOSHAN)).has('listener');
}

/** Switches the listener on without waiting until it is there. */
export function beginEnabling(platform: Platform): Promise<void> {
  return platform.acting(BAOSHAN, (ctx) =>
    ctx.transaction(async (tx) => {
      await lockFor(tx, 'switches');
      const decision = { module: 'listener', kind: 'SWITCH', state: 'ON', since: tx.today, reason: 'test' } as const;
      await platform.app.kernel.switches.decide(tx, [decision]);
    }),
  );
}

/** Stops the listener at the next event until it is let go. */
export function gate(listener: Listener) {
  let open = (): void => undefined;
  const gate = { reached: false, open: () => open() };
  const opened = new Promise<void>((resolve) => (open = resolve));
  listener.before = () => {
    gate.reached = true;
    return opened;
  };
  return gate;
}
