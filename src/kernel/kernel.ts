import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { grantEverything } from './access/system-principal.js';
import { RequestContext, type RequestFacts } from './context.js';
import { inDistrict } from './database/scope.js';
import type { Districts } from './districts.js';
import type { FileStorage } from './files/storage.js';
import type { FieldPermissions } from './graphql/field-permissions.js';
import type { Vault } from './personal-data/vault.js';
import type { Registry } from './plugin/registry.js';
import type { Switches } from './plugin/switches.js';
import type { UsageCollector } from './usage/usage-collector.js';

/** The tenant: a district federation or an industrial federation that stands beside the districts. */
export interface District {
  /** Small number used as the tenant key of every row. */
  readonly id: number;
  /** Administrative code such as `310113`, or the code given to an industrial federation. */
  readonly code: string;
  readonly kind: 'DISTRICT' | 'INDUSTRIAL';
  readonly nameZh: string;
  readonly nameEn: string;
  readonly cityCode: string;
}

/** The running platform, as modules and plugins see it. */
export interface Kernel {
  readonly registry: Registry;
  readonly orm: MikroORM;
  readonly log: FastifyBaseLogger;
  /** Seals what must never be plain at rest, and opens it. */
  readonly vault: Vault;
  /** Where contents of files are kept, sealed. */
  readonly files: FileStorage;
  readonly switches: Switches;
  /** Counts who uses what of the graph. */
  readonly usage: UsageCollector;
  readonly districts: Districts;
  /** Which field of the graph needs which permission, for whatever shows, orders or writes out rows. */
  readonly fields: FieldPermissions;
  /** File with the OpenID Connect providers that people sign in with; `undefined` = none. */
  readonly oidcProviders: string | undefined;
  /** True where demo credentials and demo data are served. */
  readonly demo: boolean;
  /** Folder of this installation's own files (keys, embedded database). */
  readonly home: string;
}

/** A context for one piece of work, with an entity manager of its own. */
export function createContext(kernel: Kernel, facts: RequestFacts): RequestContext {
  return new RequestContext(kernel, facts, kernel.orm.em.fork() as EntityManager);
}

/**
 * Enters a district as the system itself: jobs, event handlers and seeding. `name` appears in the audit record.
 * Runs in the district's scope, with the modules the district has switched on, or with those given.
 */
export async function actAsSystem<T>(
  kernel: Kernel,
  district: District,
  name: string,
  work: (ctx: RequestContext) => Promise<T>,
  modules?: ReadonlySet<string>,
): Promise<T> {
  return inDistrict(district.id, async () => {
    const facts: RequestFacts = {
      requestId: uuidv7(),
      district,
      principal: grantEverything(kernel.registry, name),
      modules: modules ?? (await kernel.switches.enabledFor(district.id)),
      locale: 'zh-CN',
      startedAt: new Date(),
    };
    const ctx = createContext(kernel, facts);
    ctx.action = name;
    return work(ctx);
  });
}
