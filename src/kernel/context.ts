import type { EntityName, RequiredEntityData } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { Expression, Kysely, SqlBool } from 'kysely';
import type { Principal } from './access/principal.js';
import type { Locale } from './bilingual.js';
import type { AnyTables } from './database/node-source.js';
import { mapDatabaseError } from './database/database-errors.js';
import type { Narrowing } from './database/narrowing.js';
import { auditedAs } from './events/audit-subscriber.js';
import { recordEvent } from './events/outbox.js';
import type { District, Kernel } from './kernel.js';
import type { Definition, InstalledPlugin, Section } from './plugin/registry.js';
import { businessDay } from './time/business-day.js';

/** What is known about one request, job or seed run before any work begins. */
export interface RequestFacts {
  readonly requestId: string;
  readonly district: District | null;
  readonly principal: Principal | null;
  /** Ids of the modules whose graph, jobs and events exist for this district. */
  readonly modules: ReadonlySet<string>;
  readonly locale: Locale;
  readonly startedAt: Date;
  /** Address of whoever sent the request; jobs have none. Never stored as it is. */
  readonly address?: string;
}

/** Rows per unit of work of a bulk insert: large ones cost more than their parts. */
const INSERT_CHUNK = 500;

/**
 * What services write with. Statements that go past the unit of work (`nativeUpdate`, `upsert` …) are left out: they
 * would change rows without an audit record.
 */
export type UnitOfWork = Pick<
  EntityManager,
  'find' | 'findAll' | 'findOne' | 'findOneOrFail' | 'count' | 'create' | 'persist' | 'remove' | 'flush'
>;

/** First argument of every service: who acts, where, in which language, in which transaction, with which loaders. */
export class RequestContext {
  // Not #private: Apollo hands each operation a shallow copy of its context, which #private fields do not survive
  // (cloneObject in @apollo/server's internalExecuteOperation).
  private loaders = new Map<string, DataLoader<unknown, unknown>>();
  private narrowedContexts = new Map<string, RequestContext>();
  private narrowing: Narrowing | null = null;
  private readonly manager: EntityManager;
  /** What is being done, as the audit record will say: the mutation's name, or the name of the job. */
  action = 'read';

  constructor(
    readonly kernel: Kernel,
    readonly facts: RequestFacts,
    em: EntityManager,
    /** True inside {@link transaction}; writing is possible only there. */
    readonly writing = false,
  ) {
    this.manager = em;
  }

  get requestId(): string {
    return this.facts.requestId;
  }

  get principal(): Principal | null {
    return this.facts.principal;
  }

  get locale(): Locale {
    return this.facts.locale;
  }

  /** The district whose data this work may touch. Throws for a caller without one (nobody gets so far unchecked). */
  get district(): District {
    if (!this.facts.district) throw new Error('this work has no district');
    return this.facts.district;
  }

  /** Today's business day in Asia/Shanghai, `YYYY-MM-DD`. */
  get today(): string {
    return businessDay(this.facts.startedAt);
  }

  /** The installed plugins that exist for this district, in an order in which everything comes after what it requires. */
  get plugins(): readonly InstalledPlugin[] {
    return this.kernel.registry.within(this.facts.modules);
  }

  /**
   * The definition of a key by a plugin that exists for this district: `ctx.declared('permissions', 'member:read')`. For
   * a plugin that is off the answer is that for a name nobody declares.
   */
  declared<Of extends Section>(section: Of, key: string): Definition<Of> | undefined {
    const owner = this.kernel.registry.ownerOf(section, key);
    return owner && this.facts.modules.has(owner.id) ? this.kernel.registry.lookup(section, key) : undefined;
  }

  /**
   * Keys of a part of the declarations that only plugins bring which are off here. Rows that carry them are not shown:
   * `hidden('consents')`.
   */
  hidden(section: Section): string[] {
    const outside = this.kernel.registry.namesOutside(this.facts.modules);
    return outside.size === 0 ? [] : this.kernel.registry.keysOf(section).filter((key) => outside.has(key));
  }

  /** Whether a name is one that only plugins bring which are off here, in a stored row of before say. */
  hides(name: string): boolean {
    return this.kernel.registry.namesOutside(this.facts.modules).has(name);
  }

  /** Query builder for reading; inside a transaction it is bound to it. */
  get sql(): Kysely<AnyTables> {
    return this.manager.getKysely<AnyTables>();
  }

  /** Unit of work for writing. Errors: a plain Error outside {@link transaction}, where no audit could be written. */
  get em(): UnitOfWork {
    if (!this.writing) throw new Error('writing needs ctx.transaction()');
    return this.manager;
  }

  /**
   * Inserts many entities, each with its audit record, in units of work of their own inside this transaction: later
   * flushes need not look through thousands of rows again.
   */
  async insertAll<Entity extends object>(
    entity: EntityName<Entity>,
    rows: readonly RequiredEntityData<Entity>[],
  ): Promise<void> {
    await this.em.flush();
    for (let start = 0; start < rows.length; start += INSERT_CHUNK) {
      const em = this.manager.fork({ keepTransactionContext: true });
      for (const row of rows.slice(start, start + INSERT_CHUNK)) em.persist(em.create(entity, row));
      await em.flush();
    }
  }

  /**
   * A batching loader, one per key and request. `load` gets distinct keys and answers in their order.
   * Loads of the same tick share one statement.
   */
  batched<Key, Value>(
    name: string,
    load: (keys: readonly Key[]) => Promise<readonly (Value | null)[]>,
  ): (key: Key) => Promise<Value | null> {
    let loader = this.loaders.get(name) as DataLoader<Key, Value | null> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value | null>(load);
      this.loaders.set(name, loader as DataLoader<unknown, unknown>);
    }
    return (key) => loader.load(key);
  }

  /**
   * The same request as one list sees it whose arguments look at guarded fields: node sources give it only rows on which
   * those fields are open. It has loaders of its own, shared by all lists of that name, so that they batch.
   */
  narrowedTo(name: string, narrowing: Narrowing): { readonly ctx: RequestContext; readonly narrowing: Narrowing } {
    let ctx = this.narrowedContexts.get(name);
    if (!ctx) {
      ctx = new RequestContext(this.kernel, this.facts, this.manager, this.writing);
      ctx.action = this.action;
      ctx.narrowing = narrowing;
      this.narrowedContexts.set(name, ctx);
    }
    return { ctx, narrowing: ctx.narrowing! };
  }

  /** Permissions that have to be held on the rows of a table, beside seeing them. */
  narrowingOf(table: string): readonly string[] {
    return this.narrowing?.of(table) ?? [];
  }

  /** Conditions that plugins have put on the rows of a table by what they added to the filter of this list. */
  conditionsOn(table: string): readonly (Expression<SqlBool> | boolean)[] {
    return this.narrowing?.on(table) ?? [];
  }

  private forgetLoaded(): void {
    this.loaders = new Map();
    this.narrowedContexts = new Map();
  }

  /**
   * Runs a use case in one transaction: its changes, their audit records, its events and jobs commit together or not
   * at all. Inside an open transaction it joins that one. Database refusals come out as ours.
   */
  async transaction<T>(work: (tx: RequestContext) => Promise<T>): Promise<T> {
    if (this.writing) {
      const result = await work(this);
      // The caller goes on with what this use case has written: its rows must be there, and nothing read before them.
      await this.manager.flush();
      this.forgetLoaded();
      return result;
    }
    try {
      return await this.manager.fork().transactional(async (em) => {
        const tx = new RequestContext(this.kernel, this.facts, em as EntityManager, true);
        tx.action = this.action;
        return auditedAs(tx, async () => {
          const result = await work(tx);
          await em.flush();
          return result;
        });
      });
    } catch (error) {
      throw mapDatabaseError(error);
    } finally {
      // Whatever was loaded before the change may be stale now.
      this.forgetLoaded();
    }
  }

  /** Records an event of this transaction and queues its handlers. Payloads carry ids and codes only. */
  async emit(type: string, payload: Readonly<Record<string, string | number | boolean | null>>): Promise<void> {
    if (!this.writing) throw new Error('an event needs ctx.transaction()');
    await recordEvent(this, type, payload);
  }
}
