/**
 * A platform in a process of its own, with BENCH_PLUGINS synthetic plugins installed and on in one district. Tells its
 * parent `{ address, token }`, switches the modules that it is sent, and answers with the processor time it has used.
 */
import 'reflect-metadata';
import { lockFor } from '../src/kernel/index.js';
import { Platform } from '../src/testing/index.js';
import { syntheticPlugins } from '../tests/support/synthetic-plugins.js';

const DISTRICT = '310113';

const plugins = syntheticPlugins(Number(process.env.BENCH_PLUGINS));
const platform = await Platform.start({ template: 'demo', plugins, measured: true, workers: 1 });

async function switchTo(state: 'ON' | 'OFF', modules: readonly string[]): Promise<void> {
  await platform.acting(DISTRICT, (ctx) =>
    ctx.transaction(async (tx) => {
      await lockFor(tx, 'switches');
      const { switches } = platform.app.kernel;
      await switches.decide(
        tx,
        modules.map((module) => ({ module, kind: 'SWITCH', state, since: tx.today, reason: 'bench' })),
      );
    }),
  );
}

await switchTo(
  'ON',
  plugins.map(({ id }) => id),
);
const { token } = await platform.as(DISTRICT, 'administrator');

type Message = 'end' | 'used' | { readonly state: 'ON' | 'OFF'; readonly modules: readonly string[] };

process.on('message', async (message: Message) => {
  if (message === 'end') {
    await platform.close();
    process.disconnect();
    return;
  }
  if (message !== 'used') await switchTo(message.state, message.modules);
  const { user, system } = process.cpuUsage();
  process.send!({ usedMs: (user + system) / 1_000 });
});
process.send!({ address: platform.address, token });
