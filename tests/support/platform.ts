import 'reflect-metadata';
import { join } from 'node:path';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type App, createApp } from '../../src/app.js';
import { type Config, readConfig } from '../../src/config.js';
import { DEMO_DISTRICTS, seedDemo } from '../../src/demo/seed.js';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { pendingMigrations } from '../../src/kernel/database/migrator.js';
import { actAsSystem, type District, type PluginDefinition, type RequestContext } from '../../src/kernel/index.js';
import { createRegistry, type Registry } from '../../src/kernel/plugin/registry.js';
import { issueDemoToken } from '../../src/modules/access/index.js';
import { PrincipalEntity, RoleAssignmentEntity } from '../../src/modules/access/principal.entity.js';
import { bundledPlugins } from '../../src/plugins/index.js';
import { Client } from './client.js';
import { connect, createDatabase, dropDatabase, migrateAlone } from './databases.js';
import { core } from './installed.js';
import { Wire } from './wire.js';

export interface PlatformOptions {
  /** Installed plugins; the bundled ones by default. */
  readonly plugins?: readonly PluginDefinition[];
  /** Ids of plugins to switch on in every demo district. */
  readonly on?: readonly string[];
  /** `demo`: four districts at one hundredth of their reported size. `empty`: migrated, nobody in it. */
  readonly template?: 'empty' | 'demo';
  /** Jobs worked on at once; 0 leaves them in the queue. */
  readonly workers?: number;
  readonly config?: Partial<Config>;
  /** For benchmarks: the application talks to the database itself, and {@link Platform.wire} counts nothing. */
  readonly measured?: boolean;
}

/** Whom a test acts as, beyond the role. */
export interface Standing {
  /** For roles on a subtree: the local id of its top. */
  readonly organizationId?: string;
  /** For roles of a person: the local id of the member. */
  readonly memberId?: string;
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
  ) {}

  static async start(options: PlatformOptions = {}): Promise<Platform> {
    const registry = createRegistry(core, options.plugins ?? bundledPlugins);
    const template = options.template ?? 'empty';
    const urls = await copyOf(template);
    const sql = await connect(urls.owner);
    if ((await pendingMigrations(registry, sql)).length > 0) await migrateAlone(registry, urls);
    const wire = await Wire.before(urls.app);
    const appUrl = options.measured ? urls.app : wire.url;
    const app = await createApp(testConfig(options.config), registry, { ...urls, app: appUrl });
    const causes = noteErrors(app);
    const platform = new Platform(app, await app.listen(), wire, sql, urls, causes);
    if (options.workers !== 0) await app.work(options.workers ?? 2);
    for (const module of options.on ?? []) for (const code of DEMO_DISTRICTS) await platform.enable(code, module);
    return platform;
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

  /** Switches a module on in a district, as its administrator would. */
  async enable(districtCode: string, module: string): Promise<void> {
    await this.acting(districtCode, (ctx) => this.app.kernel.switches.set(ctx, module, true, 'test'));
  }

  async disable(districtCode: string, module: string): Promise<void> {
    await this.acting(districtCode, (ctx) => this.app.kernel.switches.set(ctx, module, false, 'test'));
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

export const startPlatform = Platform.start;

/** A database of its own, copied from a template that is made on first use. */
export function copyOf(template: keyof typeof recipes): Promise<DatabaseUrls> {
  return createDatabase({ name: template, recipe: recipes[template] });
}

/** The configuration of a test: quiet, any port, its own keys, demo tokens accepted. */
export function testConfig(overrides: Partial<Config> = {}): Config {
  const home = join(process.env.LIANXIN_TEST_HOME ?? '', 'installation');
  return readConfig({}, { home, port: 0, demo: true, explorer: true, logLevel: 'silent', ...overrides });
}

/** Keeps what the server logs as unexpected, so that a failing test can tell the cause beside the answer. */
function noteErrors(app: App): Map<string, string> {
  const causes = new Map<string, string>();
  app.kernel.log.error = ((facts: { requestId?: string; err?: Error }, message: string) => {
    causes.set(facts.requestId ?? message, String(facts.err?.stack ?? message));
  }) as typeof app.kernel.log.error;
  return causes;
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

async function migrateTemplate(urls: DatabaseUrls): Promise<Registry> {
  const { migrate } = await import('../../src/kernel/database/migrator.js');
  const registry = createRegistry(core, bundledPlugins);
  await migrate(registry, urls); // Templates are made under the lock already.
  return registry;
}

/**
 * The account of a subject with its one role, made when it is missing; of a member who has an account, that one, since
 * nobody has two. Answers the subject of the account.
 */
async function ensureAccount(ctx: RequestContext, subject: string, role: string, standing: Standing): Promise<string> {
  const { organizationId = null, memberId = null } = standing;
  return ctx.transaction(async (tx) => {
    if (await tx.em.findOne(PrincipalEntity, { subject })) return subject;
    const holder = memberId && (await tx.em.findOne(PrincipalEntity, { memberId }));
    const account =
      holder ||
      tx.em.create(PrincipalEntity, { id: uuidv7(), subject, name: `测试 ${role}`, memberId, synthetic: true });
    tx.em.persist(account);
    await tx.em.flush();
    const given = { principalId: account.id, role, organizationId };
    if (!(await tx.em.findOne(RoleAssignmentEntity, given))) {
      tx.em.persist(tx.em.create(RoleAssignmentEntity, { id: uuidv7(), ...given, since: '2026-01-01' }));
    }
    return account.subject;
  });
}
