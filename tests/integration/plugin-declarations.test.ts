import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writePlugin } from '../../src/authoring/template.js';

const run = promisify(execFile);
const TSC = join(process.cwd(), 'node_modules/typescript/bin/tsc');
const PATIENCE_MS = 120_000;

let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lianxin-declared-')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A plugin as `plugin new` writes it, with links in place of what `npm install` would put there. */
async function written(id: string): Promise<string> {
  const path = join(folder, id);
  await writePlugin({ id, folder: path, zh: '走访', en: 'Visits' });
  mkdirSync(join(path, 'node_modules/@types'), { recursive: true });
  symlinkSync(process.cwd(), join(path, 'node_modules/lianxin'));
  symlinkSync(join(process.cwd(), 'node_modules/@types/node'), join(path, 'node_modules/@types/node'));
  return path;
}

const compiled = (path: string) =>
  run(process.execPath, [TSC, '-p', path]).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  );

test(
  'a written plugin compiles to declarations that another plugin compiles against',
  async () => {
    const [first, second] = [await written('home-visit'), await written('home-tea')];
    expect(await compiled(first)).toBe('');
    symlinkSync(first, join(second, 'node_modules/lianxin-home-visit'));
    const using = (field: string) => `
    import { FieldResolver, Resolver, Root } from 'lianxin/kernel';
    import { HomeVisitEntry } from 'lianxin-home-visit';
    @Resolver(() => HomeVisitEntry)
    export class TeaOfVisit {
      @FieldResolver(() => String, { description: '茶 / Tea' })
      tea(@Root() entry: HomeVisitEntry): string { return entry.${field}; }
    }`;
    writeFileSync(join(second, 'src/visit.fields.ts'), using('note'));
    writeFileSync(join(second, 'src/wrong.fields.ts'), using('nothing'));
    const told = (await compiled(second)).trim().split('\n');
    expect(told).toEqual([
      expect.stringMatching(/^\S*home-tea\/src\/wrong\.fields\.ts\(.*Property 'nothing' does not exist/),
    ]);
  },
  PATIENCE_MS,
);
