import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LONG } from '../support/size.js';
import { Shell, stepsOf } from '../support/tutorial.js';

/** A guard against hanging, no measure: on two busy cores all of it has taken three minutes. */
const PATIENCE_MS = LONG ? 1_800_000 : 600_000;
/** What the installation of the platform has fetched is not fetched again: a slow registry fails no test. */
const FROM_CACHE = { npm_config_prefer_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false' };
/** In the short size the last command looks at these alone; all of them take minutes. */
const SOME_RULES = '-- --only permissions descriptions';
const MOST_COMMANDS = 10;

const steps = stepsOf(readFileSync('docs/writing-a-plugin.md', 'utf8'), '## The folder');
const commands = steps.flatMap((step) => ('command' in step ? [step.command] : []));

let folder: string;
let shell: Shell | undefined;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lianxin-tutorial-')));
});
afterAll(async () => {
  await shell?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('the tutorial for authors of plugins', () => {
  test(`has a field on Member, a table and a test in at most ${MOST_COMMANDS} commands`, () => {
    expect(commands.length).toBeGreaterThan(5);
    expect(commands.length).toBeLessThanOrEqual(MOST_COMMANDS);
  });

  test(
    'leads word for word to a plugin that works, in a folder of its own',
    async () => {
      const reader = new Shell(folder, { PORT: '0', LANG: 'C.UTF-8', ...FROM_CACHE, ...serverOfThisRun() });
      shell = reader;
      const [question] = steps.flatMap((step) => ('query' in step ? [step.query] : []));
      const tested: string[] = [];
      for (const step of steps) {
        if ('file' in step) {
          mkdirSync(dirname(join(reader.folder, step.file)), { recursive: true });
          writeFileSync(join(reader.folder, step.file), step.text);
        } else if ('command' in step) {
          const { command } = step;
          // This repository is the clone, at the commit that is tested.
          if (command.startsWith('git clone ')) symlinkSync(process.cwd(), join(folder, command.split(' ').at(-1)!));
          else if (command === 'npm start') await ask(reader, command, question!);
          else if (command === 'npm run check' && !LONG) await reader.run(`${command} ${SOME_RULES}`);
          else if (command === 'npm test') tested.push(await reader.run(command));
          else await reader.run(command);
        }
      }
      expect(tested.map((printed) => Number(/^ℹ pass (\d+)$/m.exec(printed)?.[1]))).toEqual([4, 5]);
      expect(reader.folder).toBe(join(folder, 'bike-check'));
    },
    PATIENCE_MS,
  );

  test('with a command that fails would be noticed', async () => {
    const document = '```sh\ncd .\nls nowhere-at-all\n```\n## The folder';
    const shell = new Shell(folder);
    const planted = stepsOf(document, '## The folder').map((step) => 'command' in step && step.command);
    await shell.run(planted[0] as string);
    await expect(shell.run(planted[1] as string)).rejects.toThrow(/'ls nowhere-at-all' ended with 2/);
  });
});

/** The question of the tutorial: in Baoshan, where the plugin is on, it has an answer; Hongkou does not know the field. */
async function ask(shell: Shell, start: string, question: string): Promise<void> {
  await shell.during(start, /ready (http:\S+)/, async ([, address]) => {
    expect(await answered(address!, question, await tokenOfCommand(shell, '310113'))).toMatchObject({
      data: {
        members: { nodes: [{ name: expect.any(String), bikeCheckEntries: { totalCount: expect.any(Number) } }] },
      },
    });
    expect(await answered(address!, question, await tokenOfPage(address!, '310109'))).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });
}

/** By the command that the line with `ready` names. */
async function tokenOfCommand(shell: Shell, district: string): Promise<string> {
  const printed = await shell.run(`npm run -s lianxin -- token --district ${district} --role administrator`);
  return printed.split('\n').find((line) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(line))!;
}

/** As the page takes it when a district is chosen. */
async function tokenOfPage(address: string, district: string): Promise<string> {
  const answer = await fetch(`${address}/explorer/token?district=${district}&role=administrator`);
  return answer.text();
}

async function answered(address: string, query: string, token: string): Promise<unknown> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return answer.json();
}

/**
 * For `npm test` and `npm run check`, so that they need not start and fill servers of their own: that they do, and end them,
 * test-platform.test.ts has in the short size. `npm start` takes no notice.
 */
function serverOfThisRun(): Record<string, string> {
  if (LONG) return {};
  const named = Object.entries(process.env).filter(([name]) => /^LIANXIN_TEST_(SERVER|RUN|HOME)$/.test(name));
  return { ...Object.fromEntries(named), LIANXIN_TEST_DATABASE_URL: process.env.LIANXIN_TEST_SERVER! };
}
