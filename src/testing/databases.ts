import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type DatabaseUrls, databaseUrls } from '../kernel/database/connections.js';
import { migrate } from '../kernel/database/migrator.js';
import type { Registry } from '../kernel/plugin/registry.js';
import { ensureTestServer } from './server.js';

/** Makes a database from nothing; runs once per test run and template. */
export type Recipe = (urls: DatabaseUrls) => Promise<void>;

const TEMPLATES_LOCK = 6_201_994;

/** A fresh database of its own, copied from a template or (without one) empty. */
export async function createDatabase(template?: { name: string; recipe: Recipe }): Promise<DatabaseUrls> {
  await ensureTestServer();
  // Whatever an earlier file of this process left behind stands in nobody's way.
  const name = `${testRun()}_${randomBytes(6).toString('hex')}`;
  await aloneOnServer(async (server) => {
    const source = template ? await ensureTemplate(server, template.name, template.recipe) : 'template0';
    await server.query(`create database ${name} template ${source}`);
  });
  return urlsOf(name);
}

/** Removes a database, whoever is still connected to it. */
export async function dropDatabase(urls: DatabaseUrls): Promise<void> {
  const name = new URL(urls.owner).pathname.slice(1);
  const server = await connect(urlsOf('postgres').owner);
  try {
    await server.query(`drop database if exists ${name} with (force)`);
  } finally {
    await server.end();
  }
}

/** Migrates while no other test process does: roles belong to the whole server, and two cannot alter them at once. */
export async function migrateAlone(registry: Registry, urls: DatabaseUrls, upTo?: string): Promise<string[]> {
  return aloneOnServer(() => migrate(registry, urls, upTo));
}

/** A connection with the rights of the given address; the caller ends it. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // Tests kill backends on purpose; the query that suffers reports it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Runs work with a connection that is closed afterwards. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function urlsOf(database: string): DatabaseUrls {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return databaseUrls(url.href);
}

async function ensureTemplate(server: pg.Client, template: string, recipe: Recipe): Promise<string> {
  const name = `${testRun()}_template_${template}`;
  const { rowCount } = await server.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount) return name;
  // Under another name until it is complete: a recipe that fails leaves no half template behind.
  await server.query(`drop database if exists ${name}_unfinished with (force)`);
  await server.query(`create database ${name}_unfinished template template0 encoding 'UTF8'`);
  await recipe(urlsOf(`${name}_unfinished`));
  // Connections of the recipe end a moment after their clients have closed them.
  await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    `${name}_unfinished`,
  ]);
  await server.query(`alter database ${name}_unfinished rename to ${name}`);
  return name;
}

/** One test process at a time, whatever its database. */
export async function aloneOnServer<T>(work: (server: pg.Client) => Promise<T>): Promise<T> {
  return withClient(urlsOf('postgres').owner, async (server) => {
    await server.query('select pg_advisory_lock($1)', [TEMPLATES_LOCK]);
    return work(server);
  });
}

function serverUrl(): string {
  const url = process.env.LIANXIN_TEST_SERVER;
  if (!url) throw new Error('no database server yet: startPlatform() and createDatabase() see to it');
  return url;
}

function testRun(): string {
  return process.env.LIANXIN_TEST_RUN ?? 'lianxin_test';
}
