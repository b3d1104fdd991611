// The schema builder's decorators need it before any class of the graph is defined.
import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Runner } from 'graphile-worker';
import type pg from 'pg';
import type { Config } from './config.js';
import { DEMO_DISTRICTS } from './demo/seed.js';
import { Sessions } from './kernel/access/sessions.js';
import { AuditKeeper } from './kernel/audit/keeper.js';
import { type DatabaseUrls, databaseUrls } from './kernel/database/connections.js';
import { type EmbeddedServer, startEmbedded } from './kernel/database/embedded.js';
import { openOrm } from './kernel/database/orm.js';
import { openPool } from './kernel/database/pool.js';
import { unsafeFindings } from './kernel/database/safety.js';
import { Districts } from './kernel/districts.js';
import { startWorker } from './kernel/events/jobs.js';
import { openFileStorage } from './kernel/files/open-storage.js';
import { Graphs } from './kernel/graphql/graphs.js';
import { buildSuperset, type Superset } from './kernel/graphql/superset.js';
import { registerExplorer } from './kernel/http/explorer.js';
import { callerOf, registerGraph } from './kernel/http/graph-routes.js';
import { registerHealth } from './kernel/http/health.js';
import { openLogOutput } from './kernel/http/log-output.js';
import { part } from './kernel/http/part.js';
import { createHttpServer } from './kernel/http/server.js';
import { type Kernel, type PluginDefinition, Refusal } from './kernel/index.js';
import { kernelPlugin } from './kernel/kernel-plugin.js';
import { openKeyService } from './kernel/personal-data/key-service.js';
import { PersonVault } from './kernel/personal-data/person-vault.js';
import { createRegistry, type Registry } from './kernel/plugin/registry.js';
import { SwitchWatch } from './kernel/plugin/switch-watch.js';
import { Switches } from './kernel/plugin/switches.js';
import { UsageCollector } from './kernel/usage/usage-collector.js';
import { issueDemoToken, rolesWithin } from './modules/access/index.js';
import { coreModules } from './modules/index.js';
import { loadPlugins } from './plugin-loading.js';
import { bundledPlugins } from './plugins/index.js';

const STATEMENT_TIMEOUT_MS = 8_000;

/** The running platform without a listening socket; tests call this, the command line starts it. */
export interface App {
  readonly kernel: Kernel;
  readonly superset: Superset;
  readonly http: FastifyInstance;
  /** Listens and answers the address, for example `http://127.0.0.1:4000`. */
  listen(): Promise<string>;
  /** Starts working on the job queue. */
  work(concurrency: number): Promise<void>;
  /** Starts sealing the audit: beside the job queue, in every process that works on it. */
  keepAudit(): void;
  /** Orderly end: not ready, no new requests, running ones finish, jobs finish, pools close. */
  close(): Promise<void>;
}

/** Core, bundled plugins and those named in the configuration, or the given ones instead of both. */
export async function installedRegistry(config: Config, plugins?: readonly PluginDefinition[]): Promise<Registry> {
  const chosen = plugins ?? [...bundledPlugins, ...(await loadPlugins(config.plugins))];
  return createRegistry([kernelPlugin, ...coreModules], chosen);
}

/** Addresses of the database: as configured, or of the embedded server, which is started when needed. */
export async function openDatabase(
  config: Config,
  onProgress: (step: string) => void = () => undefined,
): Promise<{ readonly urls: DatabaseUrls; readonly embedded: EmbeddedServer | undefined }> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ home: config.home, onProgress });
  const owner = config.databaseUrl ?? embedded!.url;
  return { urls: databaseUrls(owner, { app: config.databaseAppUrl, jobs: config.databaseJobsUrl }), embedded };
}

/** Puts the platform together on a migrated database. Errors: an unsafe role or table, plugins that do not fit. */
export async function createApp(config: Config, registry: Registry, urls: DatabaseUrls): Promise<App> {
  const opened: Opened = [];
  try {
    return await assemble(config, registry, urls, opened);
  } catch (error) {
    // Connections left open would keep the process of a command that has failed alive for half a minute.
    await closeAll(opened);
    throw error;
  }
}

/** How to close what was opened, in the order in which it was. */
type Opened = (() => Promise<unknown>)[];

async function closeAll(opened: Opened): Promise<void> {
  for (const close of opened.toReversed()) await close();
}

async function assemble(config: Config, registry: Registry, urls: DatabaseUrls, opened: Opened): Promise<App> {
  const superset = buildSuperset(registry);
  const logOutput = await openLogOutput(config.logFolder);
  opened.push(() => logOutput.close());
  const http = createHttpServer({ logLevel: config.logLevel, logOutput, trustedProxies: config.trustedProxies });
  const jobsPool = openPool(urls.jobs, config.workerConcurrency + 3, (error) =>
    http.log.warn({ err: error }, 'a connection of the job queue was lost'),
  );
  opened.push(() => jobsPool.end());
  const orm = await openOrm(registry, urls.app, {
    poolSize: config.poolSize,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  opened.push(() => orm.close(true));
  await refuseUnsafe(orm);

  const districts = new Districts(orm);
  const vault = new PersonVault(registry, orm, await openKeyService(config.home, config.keyService), config.home);
  await vault.prepare((await districts.all()).values());

  const watch = new SwitchWatch(urls.jobs, http.log);
  const kernel: Kernel = {
    registry,
    orm,
    log: http.log,
    vault,
    files: openFileStorage(config.attachments),
    switches: new Switches(orm, registry, watch),
    usage: new UsageCollector(orm, registry, superset, http.log),
    districts,
    fields: superset.fields,
    oidcProviders: config.oidcProviders,
    demo: config.demo,
    home: config.home,
  };
  const graphs = new Graphs(superset, kernel);
  let closing = false;
  let worker: Runner | undefined;
  const keeper = new AuditKeeper(kernel, config.anchors);

  registerHealth(http, jobsPool, () => closing);
  const sessions = new Sessions(kernel);
  registerGraph(http, graphs, sessions, config.poolSize * 4);
  if (config.explorer) openExplorer(http, kernel, sessions);
  for (const { id, routes } of registry.plugins) {
    if (routes)
      await http.register(
        part(id, async (scope) => routes(scope, kernel)),
        { prefix: `/${id}` },
      );
  }

  return {
    kernel,
    superset,
    http,
    async listen() {
      watch.start();
      for (const { onStart } of registry.plugins) await onStart?.(kernel);
      kernel.usage.start();
      // What is shown without a district: deriving the first graph of a process takes several times as long as any other.
      await graphs.of(registry.core);
      return http.listen({ host: config.host, port: config.port });
    },
    async work(concurrency) {
      watch.start();
      worker = await startWorker(kernel, jobsPool, concurrency);
    },
    keepAudit: () => keeper.start(),
    async close() {
      if (closing) return;
      closing = true;
      await delay(config.drainMs);
      await http.close();
      await worker?.stop();
      await keeper.stop();
      for (const { onStop } of [...registry.plugins].reverse()) await onStop?.(kernel);
      await graphs.stop();
      await watch.stop();
      await kernel.usage.stop();
      await closeAll(opened);
    },
  };
}

async function refuseUnsafe(orm: MikroORM): Promise<void> {
  const client = (await (
    orm.em.getConnection() as unknown as { getNativeClient(): Promise<pg.Pool> }
  ).getNativeClient()) as pg.Pool;
  const findings = await unsafeFindings(client);
  if (findings.length > 0) {
    throw new Error(
      `The database would not keep districts apart:\n${findings.map((finding) => `  - ${finding}`).join('\n')}`,
    );
  }
}

/** GraphiQL at `/`, with examples of what the caller's district has; in the demo with a token for every demo district and role. */
function openExplorer(http: FastifyInstance, kernel: Kernel, sessions: Sessions): void {
  const { registry } = kernel;
  const demoDistricts = async () => {
    const known = await kernel.districts.all();
    const found = DEMO_DISTRICTS.flatMap((code) => known.get(code) ?? []);
    return Promise.all(found.map(async (at) => ({ at, modules: await kernel.switches.enabledFor(at.id) })));
  };
  const examples = async (request: FastifyRequest) => {
    // A token that has expired is as good as none: the page opens with it, and takes another one then.
    const modules = await sessions.open(callerOf(request)).then(
      (session) => session.modules,
      (error) => {
        if (error instanceof Refusal) return registry.core;
        throw error;
      },
    );
    return registry.plugins.filter(({ id }) => modules.has(id)).flatMap(({ demo }) => [...(demo?.examples ?? [])]);
  };
  const tokens = {
    issue: (district: string, role: string) => issueDemoToken(kernel.home, district, role),
    choices: async () =>
      (await demoDistricts()).flatMap(({ at, modules }) =>
        [...rolesWithin(kernel, modules)].map(([role, { title }]) => ({
          district: at.code,
          districtName: { zh: at.nameZh, en: at.nameEn },
          role,
          roleTitle: title,
        })),
      ),
  };
  registerExplorer(http, { examples, ...(kernel.demo && { tokens }) });
}
