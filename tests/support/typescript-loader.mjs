import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/**
 * Lets plain Node import the project's TypeScript as jest does, decorators included: needed where jest does not
 * transform, which is its global set-up (https://github.com/jestjs/jest/issues/11644) and processes started by tests.
 */
registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL ?? '';
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && parent.startsWith('file:') && !parent.includes('/node_modules/')) {
      const source = new URL(`${specifier.slice(0, -'.js'.length)}.ts`, parent);
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      swcrc: false,
      configFile: false,
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        target: 'es2022',
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
