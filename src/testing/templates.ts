import { join } from 'node:path';
import { createApp, installedRegistry } from '../app.js';
import { type Config, readConfig } from '../config.js';
import { DEMO_DISTRICTS, seedDemo } from '../demo/seed.js';
import type { DatabaseUrls } from '../kernel/database/connections.js';
import { migrate } from '../kernel/database/migrator.js';
import type { Registry } from '../kernel/plugin/registry.js';
import { bundledPlugins } from '../plugins/index.js';
import { createDatabase } from './databases.js';

/** A database of its own, copied from a template that is made on first use. */
export function copyOf(template: keyof typeof recipes): Promise<DatabaseUrls> {
  return createDatabase({ name: template, recipe: recipes[template] });
}

/** The configuration of a test: quiet, any port, its own keys, demo tokens accepted. */
export function testConfig(overrides: Partial<Config> = {}): Config {
  const home = join(process.env.LIANXIN_TEST_HOME ?? '', 'installation');
  return readConfig({}, { home, port: 0, demo: true, explorer: true, logLevel: 'silent', ...overrides });
}

/** How the databases are made that tests copy theirs from. */
const recipes = {
  empty: async (urls: DatabaseUrls) => {
    await migrateTemplate(urls);
  },
  demo: async (urls: DatabaseUrls) => {
    const registry = await migrateTemplate(urls);
    const app = await createApp(testConfig(), registry, urls);
    try {
      await seedDemo(app.kernel, { districts: DEMO_DISTRICTS, divisor: 100, progress: () => undefined });
    } finally {
      await app.close();
    }
  },
};

/** Templates are made under the lock of the server already. */
async function migrateTemplate(urls: DatabaseUrls): Promise<Registry> {
  const registry = await installedRegistry(testConfig(), bundledPlugins);
  await migrate(registry, urls);
  return registry;
}
