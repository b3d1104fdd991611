import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deprecated } from '../../src/kernel/graphql/deprecation.js';
import { type Ended, lianxin, lianxinProcess } from '../support/command-line.js';

const project = process.cwd();

const root = mkdtempSync(join(tmpdir(), 'lianxin-schema-'));
afterAll(() => rmSync(root, { recursive: true }));

/** `lianxin schema …`, in a folder of its own. */
const schema = (...options: string[]) => lianxin(['schema', ...options], { from: root });
const fine: Ended = { code: 0, said: 'no breaking change\n', complained: '' };

describe('lianxin schema check', () => {
  const released = join(root, 'schema.released.graphql');
  const owners = join(root, 'schema.released.owners.json');

  beforeAll(() => {
    for (const file of ['schema.released.graphql', 'schema.released.owners.json']) {
      cpSync(join(project, file), join(root, file));
    }
  });

  test('lets pass what keeps the promise', async () => {
    const { code, said, complained } = await schema('check');
    expect(said).toMatch(/no breaking change\n$/);
    expect([code, complained]).toEqual([0, '']);
  });

  test('names the plugin of what is gone, of types and fields too that only the record of the release knows', async () => {
    const gone = deprecated({ since: '2020-01-01', replacement: 'Query.organizations', removeAfter: '2020-12-31' });
    const fields = `gridUnion: GridUnion\n  oldUnion: Int @deprecated(reason: "${gone}")`;
    const sdl = readFileSync(released, 'utf8').replace('type Query {', `type Query {\n  ${fields}`);
    writeFileSync(released, `${sdl}\ntype GridUnion { code: String }\n`);
    const record = JSON.parse(readFileSync(owners, 'utf8')) as Record<string, string>;
    const planted = { 'Query.gridUnion': 'grid-unions', 'Query.oldUnion': 'grid-unions', GridUnion: 'grid-unions' };
    writeFileSync(owners, JSON.stringify({ ...record, ...planted }));
    const { code, said, complained } = await lianxinProcess(['schema', 'check'], { from: root });
    expect(said.split('\n').filter((line) => !line.startsWith('dangerous'))).toEqual([
      'breaking: grid-unions: GridUnion: type removed; something released and not yet to be removed leads to it',
      'breaking: grid-unions: Query.gridUnion: field removed (GridUnion); it was never released as deprecated',
      'removed as announced: grid-unions: Query.oldUnion: field removed (Int); it was promised until 2020-12-31',
      'breaking changes: 2',
      '',
    ]);
    expect([code, complained]).toEqual([1, '']);
  });
});

describe('lianxin schema --plugin', () => {
  const folder = join(root, 'book-club');
  const released = join(folder, 'schema.released.graphql');
  /** Writes the plugin as it is when compiled, with one root field; what was imported before is not read again. */
  const write = (field: string) => {
    writeFileSync(join(folder, 'package.json'), `{ "name": "book-club", "type": "module", "main": "${field}.js" }`);
    writeFileSync(
      join(folder, `${field}.js`),
      `import { CONTRACT_VERSION, definePlugin, Public, Query, Resolver } from 'lianxin/kernel';
      class Books { ${field}() { return ''; } }
      const field = Object.getOwnPropertyDescriptor(Books.prototype, '${field}');
      Query(() => String, { description: '书 / Book' })(Books.prototype, '${field}', field);
      Public()(Books.prototype, '${field}', field);
      Resolver()(Books);
      const title = { zh: '读书会', en: 'Book club' };
      export default definePlugin({ id: 'book-club', version: '1.0.0', contract: CONTRACT_VERSION, title, resolvers: [Books] });`,
    );
  };

  beforeAll(() => {
    mkdirSync(folder);
    write('book');
  });

  test('asks for a release before anything can be compared', async () => {
    const { code, complained } = await schema('check', '--plugin', './book-club');
    expect(complained).toContain("write it with 'lianxin schema release --plugin ./book-club'");
    expect(code).toBe(1);
  });

  test('keeps what a plugin from outside promises in its own folder, its own part alone', async () => {
    expect(await schema('release', '--plugin', './book-club')).toEqual(fine);
    expect(readFileSync(released, 'utf8')).toBe('extend type Query {\n  """书 / Book"""\n  book: String!\n}\n');
    expect(await schema('check', '--plugin', './book-club/book.js')).toEqual(fine);
  });

  test('fails when the plugin breaks it', async () => {
    write('title');
    expect(await schema('check', '--plugin', './book-club')).toEqual({
      code: 1,
      said: 'breaking: book-club: Query.book: field removed (String!); it was never released as deprecated\nbreaking changes: 1\n',
      complained: '',
    });
  });

  test('is not released with what breaks the last release, unless that is said', async () => {
    const before = readFileSync(released, 'utf8');
    expect(await schema('release', '--plugin', './book-club')).toMatchObject({ code: 1 });
    expect(readFileSync(released, 'utf8')).toBe(before);
    expect(await schema('release', '--plugin', './book-club', '--breaking')).toEqual({
      code: 0,
      said: '',
      complained: '',
    });
    expect(readFileSync(released, 'utf8')).toContain('title: String!');
  });
});
