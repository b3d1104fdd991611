import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(process.cwd(), 'tests/contract/coverage.json');

/**
 * Says how much a generated test looked at, and fails when that is nothing or less than before: a generator that finds
 * nothing to test passes everything. To accept other figures: `LIANXIN_UPDATE_COVERAGE=1 npm test -- -i tests/contract`.
 */
export function covered(what: string, count: number): void {
  const floors = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  const floor = floors[what] ?? 1;
  process.stderr.write(`  covered: ${count} ${what}${count > floor ? ` (at least ${floor} so far)` : ''}\n`);
  if (process.env.LIANXIN_UPDATE_COVERAGE === '1') {
    const sorted = Object.entries({ ...floors, [what]: count }).sort(([a], [b]) => a.localeCompare(b));
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
    return;
  }
  if (count === 0 || count < floor) {
    throw new Error(`only ${count} ${what} were covered, ${floor} were before: the generator has lost some`);
  }
}
