import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

/** The package.json of a plugin that is written beside a platform in some folder. */
export async function packageOf(id: string, folder: string, platformFolder: string): Promise<string> {
  const platform = JSON.parse(await readFile(join(platformFolder, 'package.json'), 'utf8'));
  const pinned = (name: string): Record<string, string> => ({ [name]: platform.devDependencies[name] });
  const runtimes = Object.entries(platform.optionalDependencies).filter(([name]) => name.startsWith('node-'));
  const lianxin = 'node_modules/lianxin/dist/main.js';
  const manifest = {
    name: `lianxin-${id}`,
    version: '0.1.0',
    private: true,
    type: 'module',
    exports: './dist/src/index.js',
    files: ['dist/src', 'migrations'],
    scripts: {
      build: `node -e "fs.rmSync('dist', { recursive: true, force: true })" && tsc`,
      test: 'npm run -s build && node --test --test-isolation=none "dist/tests/**/*.test.js"',
      start: `npm run -s build && node --env-file=lianxin.env ${lianxin} serve --demo`,
      check: `npm run -s build && node ${lianxin} plugin check .`,
      lianxin: `node --env-file=lianxin.env ${lianxin}`,
    },
    // Needed to write the plugin. Where it is run, it is the platform that loads it.
    devDependencies: {
      lianxin: `file:${relative(resolve(folder), platformFolder).split(sep).join('/')}`,
      ...pinned('@types/node'),
      ...pinned('typescript'),
    },
    // Node 24 for the scripts, whatever the machine has.
    optionalDependencies: Object.fromEntries(runtimes),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
