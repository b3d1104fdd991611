import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageOf } from './package.js';

/** Folder of this platform: its package.json, dist/, tests/. */
export const platformFolder = fileURLToPath(new URL('../../', import.meta.url));

const TEMPLATE = join(platformFolder, 'templates', 'plugin');
/** Letters alone between the dashes: the id is part of permissions and of class names. */
const ID = /^[a-z]+(-[a-z]+)*$/;
/** With what the template hangs on it, the name of an index of PostgreSQL: 63 characters. */
const LONGEST_ID = 40;
/** The id comes to be the name of a variable, which none of these can be. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally ' +
    'for function if implements import in instanceof interface let new null package private protected public return static super ' +
    'switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);
/** It comes to stand in strings and comments of TypeScript, SQL and Markdown. */
const TITLE = /^[^'"`\\$<>*/\p{Cc}]{1,40}$/u;

export interface NewPlugin {
  readonly id: string;
  readonly folder: string;
  readonly zh: string;
  readonly en: string;
}

/** Writes a working plugin into an empty or new folder. Errors: id or title out of form, a folder with something in it. */
export async function writePlugin({ id, folder, zh, en }: NewPlugin): Promise<void> {
  if (!ID.test(id) || id.length > LONGEST_ID) {
    throw new Error(
      `'${id}' is no id for a plugin; write it like 'reading-circle': a-z and dashes, at most ${LONGEST_ID}.`,
    );
  }
  for (const title of [zh, en]) {
    if (!TITLE.test(title))
      throw new Error(`'${title}' is no title: at most 40 characters, no quotes, $, <, >, * or /.`);
  }
  const found = await readdir(folder).catch(() => []);
  if (found.length > 0) throw new Error(`${folder} is not empty; name a new folder, or take away what is in it.`);
  const named = renaming({ id, zh, en });
  const variable = named('samplePlugin');
  const files = new Map<string, string>();
  for (const entry of await readdir(TEMPLATE, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(TEMPLATE, path).split(sep).map(named).join(sep).replace('20260101000000', stamp());
    const text = await readFile(path, 'utf8');
    if (RESERVED.has(variable) || declaredIn(text).has(variable)) {
      throw new Error(
        `'${id}' has another meaning in the code of a plugin; choose an id of two words, like 'reading-circle'.`,
      );
    }
    files.set(name, named(text));
  }
  files.set('package.json', await packageOf(id, folder, platformFolder));
  files.set(
    'lianxin.env',
    '# What the platform is started with here; every variable is in its docs/operating.md.\nLIANXIN_PLUGINS=.\n',
  );
  files.set('.gitignore', 'node_modules/\ndist/\n.lianxin/\n');
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

/** Puts the plugin's own names in place of those of the template, in every spelling that it uses. */
function renaming({ id, zh, en }: Omit<NewPlugin, 'folder'>): (text: string) => string {
  const pascal = id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const names: Readonly<Record<string, string>> = {
    'sample-plugin': id,
    sample_plugin: id.replaceAll('-', '_'),
    SAMPLE_PLUGIN: id.replaceAll('-', '_').toUpperCase(),
    SamplePlugin: pascal,
    samplePlugin: pascal[0]!.toLowerCase() + pascal.slice(1),
    样例插件: zh,
    'Sample plugin': en,
  };
  const any = new RegExp(Object.keys(names).join('|'), 'g');
  return (text) => text.replace(any, (name) => names[name]!);
}

/** Names that a file of TypeScript gives to something or imports: another of the same name would not compile. */
function declaredIn(text: string): ReadonlySet<string> {
  const declared = [...text.matchAll(/\b(?:const|let|function|import) (\w+)/g)].map(([, name]) => name!);
  const lists = [...text.matchAll(/^import \{([^}]*)\}/gm)].flatMap(([, list]) => list!.match(/\w+/g) ?? []);
  return new Set([...declared, ...lists]);
}

/** `YYYYMMDDhhmmss` of now, UTC. */
function stamp(): string {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 14);
}
