import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { entryOf } from '../plugin-loading.js';
import type { Companion } from './companions.js';
import { platformFolder } from './template.js';

/** What the contract tests said of a plugin. */
export interface CheckResult {
  readonly passed: number;
  /** One line for each rule that is broken, and for each file of tests that could not run. */
  readonly failed: readonly string[];
}

/** The report of jest, as far as it is read: https://jestjs.io/docs/configuration#testresultsprocessor-string */
interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const JEST = join(platformFolder, 'node_modules', 'jest', 'bin', 'jest.js');
const RULES = 'tests/contract';
/** Where the tests have the installed plugins from. What does not lead there looks at the platform alone. */
const INSTALLED = 'tests/support/installed.ts';
/** So few files take longer to be handed to processes of their own than to be run. */
const FEW = 2;
/** Longer than the platform takes for itself: with a plugin there is more to look at. */
const PATIENCE_MS = 300_000;
/** A broken rule may name a hundred offenders; the first ones are enough to find the cause. */
const LONGEST_LINE = 600;

/**
 * Runs the contract tests of the platform with one more plugin installed, and those that it may require.
 * Errors: a platform without its tests.
 */
export async function checkPlugin(
  path: string,
  companions: readonly Companion[],
  only: readonly string[],
): Promise<CheckResult> {
  if (!existsSync(JEST) || !existsSync(join(platformFolder, RULES))) {
    throw new Error(
      `The contract tests are not in ${platformFolder}: take the platform from its repository, and run 'npm ci' there.`,
    );
  }
  const chosen = await argumentsFor(only);
  if (chosen.length === 0) return { passed: 0, failed: [`${RULES}: no test has that name`] };
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-check-'));
  try {
    const report = join(folder, 'report.json');
    const checked = join(folder, 'checked.mjs');
    const entries = [...companions.map(({ entry }) => entry), await realpath(await entryOf(path))];
    await writeFile(checked, listOf(entries));
    const args = ['--experimental-vm-modules', '--no-warnings', JEST, ...chosen];
    const telling = ['--json', '--silent', `--outputFile=${report}`, `--testTimeout=${PATIENCE_MS}`];
    const jest = spawn(process.execPath, [...args, ...telling], {
      cwd: platformFolder,
      // The names are seen from another folder than this one.
      env: { ...process.env, LIANXIN_PLUGINS: '', LIANXIN_CHECKED_PLUGINS: checked },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const told = collected(jest.stderr);
    await once(jest, 'exit');
    const text = await readFile(report, 'utf8').catch(async () => {
      throw new Error(`The contract tests did not run:\n${await told}`);
    });
    return read(JSON.parse(text) as Report);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * How jest is told which rules to run: the files named, or all that look at installed plugins. Nothing when no file has such
 * a name.
 */
export async function argumentsFor(only: readonly string[]): Promise<readonly string[]> {
  if (only.length === 0) return ['--findRelatedTests', INSTALLED, `--testMatch=<rootDir>/${RULES}/*.test.ts`];
  const files = await readdir(join(platformFolder, RULES));
  const named = files.filter((file) => file.endsWith('.test.ts') && only.some((name) => file.startsWith(name)));
  if (named.length === 0) return [];
  return [
    '--runTestsByPath',
    ...named.map((file) => `${RULES}/${file}`),
    ...(named.length <= FEW ? ['--runInBand'] : []),
  ];
}

/** A module whose default export are the plugins with these entries, in the copy that others of them import. */
function listOf(entries: readonly string[]): string {
  const imports = entries.map((entry, at) => `import plugin${at} from ${JSON.stringify(entry)};\n`);
  return `${imports.join('')}export default [${entries.map((_, at) => `plugin${at}`).join(', ')}];\n`;
}

async function collected(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text = `${text}${chunk}`.slice(-4_000);
  return text;
}

function read({ success, numPassedTests, testResults }: Report): CheckResult {
  const failed = testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(platformFolder, name);
    const broken = assertionResults.filter(({ status }) => status === 'failed');
    if (assertionResults.length === 0) return [`${file}: ${inOneLine(message)}`];
    return broken.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}: ${inOneLine(failureMessages[0] ?? '')}`,
    );
  });
  if (numPassedTests === 0 && failed.length === 0) failed.push(`${RULES}: nothing was tested`);
  else if (!success && failed.length === 0) failed.push(`${RULES}: jest failed, and named no test`);
  return { passed: numPassedTests, failed };
}

/** What is wrong, out of a message of jest: the offenders of a list that should be empty, else its words. */
function inOneLine(message: string): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => !/^\s+at /.test(line));
  const offenders = lines.filter((line) => /^\+\s+\S/.test(line) && !/^\+\s+Received\b/.test(line));
  const text = (offenders.length > 0 ? offenders.map((line) => line.slice(1)) : lines).join(' ');
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE);
}
