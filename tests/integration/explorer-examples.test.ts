import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CONTRACT_VERSION, definePlugin } from '../../src/kernel/index.js';
import { issueDemoToken } from '../../src/modules/access/index.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';

const [BAOSHAN, YANGPU] = ['310113', '310110'];
const shown = { zh: '样例', en: 'Example of a plugin' };
const exemplary = definePlugin({
  id: 'exemplary',
  version: '1.0.0',
  contract: CONTRACT_VERSION,
  title: shown,
  demo: { examples: [{ title: shown, query: 'query Exemplary { viewer { name } }' }] },
});

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo', plugins: [exemplary] });
  await platform.enable(BAOSHAN!, 'exemplary');
});
afterAll(() => platform?.close());

/** English titles of the examples that the explorer opens with. */
async function titles(token?: string): Promise<string[]> {
  const headers = token ? { authorization: `Bearer ${token}` } : undefined;
  const answer = await fetch(`${platform.address}/explorer/examples.json`, { headers });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { title: { en: string } }[]).map(({ title }) => title.en);
}

test('the explorer shows examples of a plugin to those alone whose district has it, and those of the core to everybody', async () => {
  await platform.as(BAOSHAN!, 'administrator');
  await platform.as(YANGPU!, 'administrator');
  const token = (district: string) => issueDemoToken(platform.app.kernel.home, district, 'administrator');
  const core = await titles();
  expect(core.length).toBeGreaterThan(0);
  expect(core).not.toContain(shown.en);
  expect(await titles(await token(YANGPU!))).toEqual(core);
  expect(await titles('no token at all')).toEqual(core);
  expect(await titles(await token(BAOSHAN!))).toEqual([...core, shown.en]);
});
