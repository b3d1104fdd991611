import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, businessDay, toGlobalId } from '../../src/kernel/index.js';
import { bodies } from '../../src/modules/switches/tests/town.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';
import { readingCircle } from '../fixtures/plugins/reading-circle/index.js';

const BAOSHAN = '310113';
const SOON = addDays(businessDay(new Date()), 100);

/** What an administrator copies out of the sections about modules, by the name of its first field; in their order. */
const examples = [...readFileSync('docs/operating.md', 'utf8').matchAll(/^```graphql\n([\s\S]*?)^```$/gm)].map(
  ([, text]) => ({ text: text!, field: /(\w+)\(input|(\w+)\(moduleId/.exec(text!)!.slice(1).find(Boolean)! }),
);

let platform: Platform;
let hub: string;

beforeAll(async () => {
  platform = await startPlatform({ plugins: [readingCircle], workers: 0 });
  hub = toGlobalId('Organization', (await bodies(platform, BAOSHAN)).north);
});
afterAll(() => platform?.close());

/** The next example, sent as it stands but for what the page says is to be filled in. */
async function follow(field: string, blanks: Readonly<Record<string, string>> = {}) {
  const example = examples.shift();
  expect(example?.field).toBe(field);
  const text = Object.entries(blanks).reduce((document, [blank, value]) => {
    expect(document).toContain(blank);
    return document.replace(blank, value);
  }, example!.text);
  const client = await platform.as(BAOSHAN, field === 'lockModule' ? 'city' : 'administrator');
  const answer = (await client.query(text))[field];
  expect(answer.userErrors ?? []).toEqual([]);
  return answer;
}

describe('the page for operators', () => {
  test('has examples that work as they are written', async () => {
    expect((await follow('enableModule')).module.state).toBe('SWITCHED_ON');
    const { confirmation } = await follow('moduleImpact');
    const off = await follow('disableModule', confirmation ? { '<confirmation>': confirmation } : {});
    expect(off.module.state).toBe('SWITCHED_OFF');
    const locked = await follow('lockModule');
    expect(locked.districts.map(({ code }: { code: string }) => code)).toEqual([BAOSHAN, '310110']);
    const { module } = await follow('standAside', { '<id of the hub>': hub });
    expect(module.standAsides).toMatchObject([{ reason: '人手不足' }]);
    const planned = await follow('enableModule', { '2027-03-01': SOON });
    expect(planned.module.planned).toEqual([{ state: 'ON', since: SOON }]);
    const city = await platform.as(BAOSHAN, 'city');
    await city.mutate(
      'mutation { lockModule(input: { moduleId: "reading-circle", lock: FREE, reason: "结束" }) { userErrors { code path } } }',
    );
    expect((await follow('disableModule')).module.planned).toEqual([]);
    expect((await follow('changeModuleSettings')).settings).toMatchObject({ values: { keptHours: 12 }, version: 1 });
    expect(examples).toEqual([]);
  });
});
