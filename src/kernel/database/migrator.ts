import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Registry } from '../plugin/registry.js';
import type { DatabaseUrls } from './connections.js';
import { type MigrationFile, migrationFiles, readMigration } from './migration-files.js';
import { prepareQueue, prepareRoles } from './roles.js';

/** Any number, as long as nothing else on the server uses it as an advisory lock. */
const MIGRATION_LOCK = 7_304_118_221;
const TABLE = 'lianxin_migrations';

/**
 * Brings the database up to what is installed: roles, job queue, then every migration not yet applied, plugins after
 * what they require, all under one lock so that processes that start together do it once.
 * Returns the names of the migrations applied. `upTo` stops before the named one (tests of migrations on old data).
 */
export async function migrate(registry: Registry, urls: DatabaseUrls, upTo?: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: urls.owner });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await prepareRoles(client, urls);
    await prepareQueue(client, urls);
    return await applyPending(registry, urls.owner, upTo);
  } finally {
    await client.end();
  }
}

/** Names of installed migrations that the database has not seen yet; all of them when it has seen none. */
export async function pendingMigrations(registry: Registry, client: pg.Client | pg.Pool): Promise<string[]> {
  const applied = new Set(await appliedMigrations(client));
  return installedMigrations(registry)
    .map(({ name }) => name)
    .filter((name) => !applied.has(name));
}

/** Ids of plugins that have tables here and are not installed any more. */
export async function absentOwners(registry: Registry, client: pg.Client | pg.Pool): Promise<string[]> {
  const owners = (await appliedMigrations(client)).map((name) => name.replace(/:.*$/, ''));
  return [...new Set(owners)].filter((id) => !registry.get(id)).sort();
}

async function appliedMigrations(client: pg.Client | pg.Pool): Promise<string[]> {
  const { rows } = await client.query<{ present: boolean }>('select to_regclass($1) is not null as present', [TABLE]);
  if (!rows[0]?.present) return [];
  return (await client.query<{ name: string }>(`select name from ${TABLE}`)).rows.map(({ name }) => name);
}

/** All migration files, plugins after what they require, each owner's by stamp. */
export function installedMigrations(registry: Registry): MigrationFile[] {
  return registry.plugins.flatMap((plugin) => migrationFiles(plugin));
}

async function applyPending(registry: Registry, owner: string, upTo?: string): Promise<string[]> {
  const files = installedMigrations(registry);
  const end = upTo === undefined ? files.length : files.findIndex(({ name }) => name === upTo);
  if (end < 0) throw new Error(`no migration is called '${upTo}'`);
  const wanted = files.slice(0, end);
  const orm = await MikroORM.init({
    clientUrl: owner,
    entities: [],
    // Progress is told by the caller, from the names that are returned.
    logger: () => undefined,
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    pool: { min: 0, max: 2 },
    migrations: {
      tableName: TABLE,
      snapshot: false,
      allOrNothing: true,
      migrationsList: wanted.map((file) => ({ name: file.name, class: migrationClass(file) })),
    },
  });
  try {
    const applied = await orm.migrator.up();
    return applied.map(({ name }) => name);
  } finally {
    await orm.close(true);
  }
}

function migrationClass(file: MigrationFile): new (...args: ConstructorParameters<typeof Migration>) => Migration {
  return class extends Migration {
    override up(): void {
      this.addSql(readMigration(file));
    }
  };
}
