import { plugins } from '../../../../tests/support/installed.js';
import { CONTRACT_VERSION, definePlugin, type PluginDefinition } from '../../../kernel/index.js';
import type { Client } from '../../../testing/client.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';
import { body } from '../../organizations/tests/bodies.js';

export const BAOSHAN = '310113';
export const YANGPU = '310110';
export const CIRCLE = 'reading-circle';
export const LIBRARY = 'library';

const plugin = (id: string, zh: string, en: string, requires: readonly string[] = []): PluginDefinition =>
  definePlugin({ id, version: '0.1.0', contract: CONTRACT_VERSION, title: { zh, en }, requires });

/** `book-fair` needs `book-shelf`, which needs `library`; `chess` stands alone. None of these handles events. */
const installed = [
  ...plugins,
  plugin('library', '图书室', 'Library'),
  plugin('book-shelf', '书架', 'Book shelf', [LIBRARY]),
  plugin('book-fair', '书市', 'Book fair', ['book-shelf']),
  plugin('chess', '象棋', 'Chess'),
];

export const startTown = (): Promise<Platform> => startPlatform({ plugins: installed, workers: 0 });

/** What a mutation of this module gave back, with the codes of its refusals; with a reason unless one is given. */
export function change(client: Client, mutation: string, input: object, selection = 'module { id on state }') {
  return send(client, mutation, { reason: '工作需要', ...input }, selection);
}

/** The same of any mutation. */
export async function send(client: Client, mutation: string, input: object, selection: string) {
  const type = mutation === 'takePartAgain' ? 'StandAside' : `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
  const answer = await client.query(
    `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { ${selection} userErrors { code path details } } }`,
    { input },
  );
  const codes = answer[mutation].userErrors.map(({ code }: { code: string }) => code);
  return { ...answer[mutation], codes } as {
    readonly codes: string[];
    // biome-ignore lint/suspicious/noExplicitAny: tests read what they have selected.
    readonly [field: string]: any;
  };
}

/** State of a module as a caller sees it. */
export async function seen(client: Client, id: string) {
  const { module } = await client.query(
    `query ($id: ID!) { module(id: $id) { id on state since requires requiredBy lock { state decidedBy }
      planned { kind state since becauseOf } history(first: 100) { kind state since reason becauseOf decidedBy } } }`,
    { id },
  );
  return module;
}

/** A town: the district's federation, two hubs with a union each, by local ids. */
export async function bodies(platform: Platform, district: string) {
  return platform.acting(district, async (ctx) => {
    const root = await body(ctx, 'root', 'ROOT');
    const [north, south] = [await body(ctx, 'hub', 'NORTH', root), await body(ctx, 'hub', 'SOUTH', root)];
    const [mill, port] = [await body(ctx, 'union', 'MILL', north), await body(ctx, 'union', 'PORT', south)];
    return { root, north, south, mill, port };
  });
}
