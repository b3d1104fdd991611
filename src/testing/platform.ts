import 'reflect-metadata';
import type pg from 'pg';
import { type App, createApp, installedRegistry } from '../app.js';
import type { Config } from '../config.js';
import { DEMO_DISTRICTS, seedDemo } from '../demo/seed.js';
import type { DatabaseUrls } from '../kernel/database/connections.js';
import { pendingMigrations } from '../kernel/database/migrator.js';
import { actAsSystem, type District, lockFor, type PluginDefinition, type RequestContext } from '../kernel/index.js';
import type { Registry } from '../kernel/plugin/registry.js';
import { issueDemoToken } from '../modules/access/index.js';
import { requirementsOf } from '../modules/switches/index.js';
import { bundledPlugins } from '../plugins/index.js';
import { ensureAccount, type Standing } from './accounts.js';
import { Client } from './client.js';
import { connect, dropDatabase, migrateAlone } from './databases.js';
import { ensureTestServer } from './server.js';
import { copyOf, testConfig } from './templates.js';
import { Wire } from './wire.js';

export interface PlatformOptions {
  /** Installed plugins; the bundled ones by default. */
  readonly plugins?: readonly PluginDefinition[];
  /** Ids of plugins to switch on in every demo district; with the demo they bring what they have for it. */
  readonly on?: readonly string[];
  /** `demo`: four districts at one hundredth of their reported size. `empty`: migrated, nobody in it. */
  readonly template?: 'empty' | 'demo';
  /** Jobs worked on at once; 0 leaves them in the queue. */
  readonly workers?: number;
  readonly config?: Partial<Config>;
  /** For benchmarks: the application talks to the database itself, and {@link Platform.wire} counts nothing. */
  readonly measured?: boolean;
}

/** A running platform on a database of its own. */
export class Platform {
  private constructor(
    readonly app: App,
    readonly address: string,
    /** Counts what the application really sends to the database. */
    readonly wire: Wire,
    /** A superuser's connection: sees all districts, bypasses all policies. */
    readonly sql: pg.Client,
    readonly urls: DatabaseUrls,
    /** Unexpected errors by request id. */
    readonly causes: ReadonlyMap<string, string>,
    /** Whether it works on jobs. */
    readonly working: boolean,
  ) {}

  static async start(options: PlatformOptions = {}): Promise<Platform> {
    await ensureTestServer();
    const config = testConfig(options.config);
    const registry = await installedRegistry(config, options.plugins ?? bundledPlugins);
    const urls = await copyOf(options.template ?? 'empty');
    // Whatever stays open when the rest fails keeps the process from ending, and its author waiting for the reason.
    const opened: (() => Promise<unknown>)[] = [() => dropDatabase(urls)];
    try {
      const sql = await connect(urls.owner);
      opened.unshift(() => sql.end());
      if ((await pendingMigrations(registry, sql)).length > 0) await migrateAlone(registry, urls);
      const wire = await Wire.before(urls.app);
      opened.unshift(() => wire.close());
      const appUrl = options.measured ? urls.app : wire.url;
      const app = await createApp(config, registry, { ...urls, app: appUrl });
      opened.unshift(() => app.close());
      const causes = noteErrors(app);
      const platform = new Platform(app, await app.listen(), wire, sql, urls, causes, options.workers !== 0);
      if (options.workers !== 0) await app.work(options.workers ?? 2);
      for (const module of options.on ?? []) for (const code of DEMO_DISTRICTS) await platform.enable(code, module);
      const seeding = registry.switchable.some(({ id, demo }) => demo?.seed && options.on?.includes(id));
      if (options.template === 'demo' && seeding) await platform.seedDemo();
      return platform;
    } catch (error) {
      for (const close of opened) await close().catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.wire.close();
    await this.sql.end();
    await dropDatabase(this.urls);
  }

  get registry(): Registry {
    return this.app.kernel.registry;
  }

  /** A caller nobody knows. */
  get anonymous(): Client {
    return this.#client(undefined);
  }

  /**
   * A caller who holds one role in a district. Without a standing: the demo's account of that role where there is one,
   * and a new account where the role needs no place.
   */
  async as(districtCode: string, role: string, standing: Standing = {}): Promise<Client> {
    const placed = standing.organizationId ?? standing.memberId;
    const account = placed ? `${role}@${placed}` : role;
    const subject = await this.acting(districtCode, (ctx) => ensureAccount(ctx, `demo:${account}`, role, standing));
    return this.#client(await issueDemoToken(this.app.kernel.home, districtCode, subject.slice('demo:'.length)));
  }

  #client(token: string | undefined): Client {
    return new Client(this.address, token, (requestId) => this.causes.get(requestId) ?? '');
  }

  /** Switches a module on in a district, as its administrator would: with what it requires. */
  async enable(districtCode: string, module: string): Promise<void> {
    const switched = await this.#switch(districtCode, module, 'ON');
    // What was on before comes back when it has handled what it missed, which is a job.
    if (this.working) await this.#until(async () => !(await this.#isCatchingUp(districtCode, switched)));
  }

  /** Switches a module off, and it alone: what requires it stays switched on, without being on. */
  async disable(districtCode: string, module: string): Promise<void> {
    await this.#switch(districtCode, module, 'OFF');
  }

  /** Ids of the modules that a request in the district would find. */
  async modules(districtCode: string): Promise<ReadonlySet<string>> {
    return this.app.kernel.switches.enabledFor((await this.district(districtCode)).id);
  }

  /** Answers what was switched: the module, and before it what it lacks to be on. */
  async #switch(districtCode: string, module: string, state: 'ON' | 'OFF'): Promise<readonly string[]> {
    return this.acting(districtCode, (ctx) =>
      ctx.transaction(async (tx) => {
        await lockFor(tx, 'switches');
        const { switches } = this.app.kernel;
        const timeline = await switches.timeline(tx);
        const isOff = (id: string) => timeline.inForce(id, 'SWITCH', tx.today)?.state !== 'ON';
        const required = state === 'ON' ? requirementsOf(this.registry, module).filter(isOff) : [];
        const of = { kind: 'SWITCH', state, since: tx.today, reason: 'test' } as const;
        const along = required.map((id) => ({ ...of, module: id, becauseOf: module }));
        await switches.decide(tx, [...along, { ...of, module }]);
        return [...required, module];
      }),
    );
  }

  async #isCatchingUp(districtCode: string, modules: readonly string[]): Promise<boolean> {
    const turns = await this.acting(districtCode, (ctx) => this.app.kernel.switches.catchingUp(ctx));
    return turns.some((turn) => modules.includes(turn.module));
  }

  async #until(holds: () => Promise<boolean>, patienceMs = 10_000): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error('what was waited for did not happen');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Runs the demo of the installed plugins, as `serve --demo` does: in their demo districts, which get them switched on. */
  async seedDemo(): Promise<void> {
    await seedDemo(this.app.kernel, { districts: DEMO_DISTRICTS, divisor: 100, progress: () => undefined });
  }

  /** Runs work inside a district as the system, with the services themselves. */
  async acting<T>(districtCode: string, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
    return actAsSystem(this.app.kernel, await this.district(districtCode), 'test', work);
  }

  async district(code: string): Promise<District> {
    const district = await this.app.kernel.districts.byCode(code);
    if (!district) throw new Error(`no district ${code} in this database`);
    return district;
  }

  /** Local id of the first row of each type of node of a district; types without a row are left out. */
  async someRows(districtCode: string): Promise<Map<string, string>> {
    const { id } = await this.district(districtCode);
    const found = new Map<string, string>();
    for (const [type, { table }] of this.registry.plugins.flatMap((plugin) => Object.entries(plugin.nodes ?? {}))) {
      const { rows } = await this.sql.query(
        `select id::text from ${table} where district_id = $1 order by id limit 1`,
        [id],
      );
      if (rows[0]) found.set(type, rows[0].id);
    }
    return found;
  }

  /** Waits until every queued job has been done; fails with the error of one that keeps failing. */
  async jobsDone(patienceMs = 10_000): Promise<void> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const { rows } = await this.sql.query<{ left: number; error: string | null }>(
        'select count(*)::int as left, max(last_error) as error from graphile_worker._private_jobs where run_at <= now()',
      );
      if (rows[0]?.error) throw new Error(`a job failed: ${rows[0].error}`);
      if (rows[0]?.left === 0) return;
      if (Date.now() > deadline) throw new Error(`${rows[0]?.left} jobs are still waiting`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Starts a platform on a database of its own; the first one of a run also makes the template it is copied from. */
export const startPlatform = Platform.start;

/** Keeps what the server logs as unexpected, so that a failing test can tell the cause beside the answer. */
function noteErrors(app: App): Map<string, string> {
  const causes = new Map<string, string>();
  app.kernel.log.error = ((facts: { requestId?: string; err?: Error }, message: string) => {
    causes.set(facts.requestId ?? message, String(facts.err?.stack ?? message));
  }) as typeof app.kernel.log.error;
  return causes;
}
