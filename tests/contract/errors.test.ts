import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { errorsDocument } from '../../src/kernel/errors/document.js';
import { createRegistry } from '../../src/kernel/plugin/registry.js';
import { bundledPlugins } from '../../src/plugins/index.js';
import { covered } from '../support/coverage.js';
import { readSources } from '../support/import-rules.js';
import { core, everything } from '../support/installed.js';

const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-z]/;

/** Codes written as text beside `code:`, where only a definition's own key may stand. */
function looseCodes(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([file, source]) =>
    [...source.matchAll(/\bcode:\s*(['"`])([A-Z][A-Z0-9_]+)\1/g)].map(([, , code]) => `${file}: ${code}`),
  );
}

describe('errors', () => {
  const registry = everything();
  const definitions = registry.plugins.flatMap((plugin) => Object.entries(plugin.errors ?? {}));

  test('every code says in Chinese and English what is wrong and how to cure it', () => {
    const silent = definitions.filter(([, { message, cure }]) =>
      [message, cure].some(({ zh, en }) => !HAN.test(zh) || !LATIN.test(en) || HAN.test(en)),
    );
    expect(silent.map(([code]) => code)).toEqual([]);
    covered('error codes', definitions.length);
  });

  test('both languages of a message name the same values', () => {
    const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const uneven = definitions.filter(([, { message }]) => holes(message.zh).join() !== holes(message.en).join());
    expect(uneven.map(([code]) => code)).toEqual([]);
  });

  test('docs/errors.md is the list of all codes, as generated', () => {
    const released = createRegistry(core, bundledPlugins);
    const document = readFileSync('docs/errors.md', 'utf8');
    expect(document).toBe(errorsDocument(released));
    const codes = released.plugins.flatMap((plugin) => Object.keys(plugin.errors ?? {}));
    expect(codes.filter((code) => !document.includes(`\`${code}\``))).toEqual([]);
  });

  test('no source makes up a code beside the definitions', () => {
    expect(looseCodes(readSources('src'))).toEqual([]);
    expect(looseCodes(new Map([['planted.ts', `throw { code: 'MADE_UP', path }`]]))).toEqual(['planted.ts: MADE_UP']);
  });
});
