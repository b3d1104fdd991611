import { describe, expect, test } from '@jest/globals';
import { covered } from '../support/coverage.js';
import { importProblems, importsOf, kernelNaming, readSources } from '../support/import-rules.js';
import { everything } from '../support/installed.js';

const sources = new Map([...readSources('src'), ...readSources('tests/fixtures')]);
/**
 * The tenants' table is the kernel's own, so its name says nothing about the module of the same name; `identity` is a kind
 * of personal data as well, `switches` the name of a lock.
 */
const ownWords = new Set(['kernel', 'districts', 'identity', 'switches']);
const names = new Set(
  everything()
    .plugins.map(({ id }) => id)
    .filter((id) => !ownWords.has(id)),
);

describe('imports', () => {
  test('go one way: plugins to modules’ index, both to the kernel’s index, and never in a circle', () => {
    expect(importProblems(sources)).toEqual([]);
    covered('imports', [...sources.values()].flatMap(importsOf).length);
  });

  test('the kernel names no module and no plugin', () => {
    expect(kernelNaming(sources, names)).toEqual([]);
    covered('names that the kernel must not say', names.size);
  });

  test('every kind of import against the grain is noticed', () => {
    const planted = new Map([
      ['src/kernel/a.ts', `import { x } from '../modules/members/index.js';`],
      ['src/kernel/b.ts', `if (plugin.id === 'members') throw x;`],
      ['src/modules/members/a.ts', `import type { x } from '../../kernel/context.js';`],
      ['src/modules/members/b.ts', `export * from '../organizations/organization.service.js';`],
      ['src/modules/members/c.ts', `const x = await import('../../plugins/ten-delivery/index.js');`],
      ['src/modules/members/d.ts', `import '../../config.js';`],
      ['src/plugins/ten-delivery/a.ts', `import { x } from '../../modules/members/member.service.js';`],
      ['src/modules/a/x.ts', `import { x } from '../b/index.js';`],
      ['src/modules/b/x.ts', `import { x } from '../a/index.js';`],
    ]);
    expect(importProblems(planted)).toHaveLength(7);
    expect(kernelNaming(planted, new Set(['members']))).toEqual([`src/kernel/b.ts names 'members'`]);
  });
});
