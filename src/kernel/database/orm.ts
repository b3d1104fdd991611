import { MikroORM } from '@mikro-orm/postgresql';
import { AuditSubscriber } from '../events/audit-subscriber.js';
import type { Registry } from '../plugin/registry.js';
import { BindingDriver } from './binding-driver.js';
import { scopePool } from './scope.js';

export interface DatabaseLimits {
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
}

/** Opens the application's pool: every connection is scoped to a district, or to none, before each use. */
export async function openOrm(registry: Registry, url: string, limits: DatabaseLimits): Promise<MikroORM> {
  return MikroORM.init({
    driver: BindingDriver,
    clientUrl: url,
    entities: registry.plugins.flatMap((plugin) => [...(plugin.entities ?? [])]),
    discovery: { warnWhenNoEntities: false },
    subscribers: [new AuditSubscriber(registry)],
    pool: { min: 0, max: limits.poolSize, idleTimeoutMillis: 30_000 },
    forceUtcTimezone: true,
    ignoreUndefinedInQuery: true,
    driverOptions: {
      onPoolCreated: scopePool,
      application_name: 'lianxin',
      connectionTimeoutMillis: 2_000,
      statement_timeout: limits.statementTimeoutMs,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
    },
  });
}
