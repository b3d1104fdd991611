import type { MikroORM } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { SYSTEM_PRINCIPAL_ID } from '../access/system-principal.js';
import type { RequestContext } from '../context.js';
import { inDistrict } from '../database/scope.js';
import { writeAudit } from '../events/audit.js';
import { businessDay } from '../time/business-day.js';
import { queueCatchUp } from './catch-up.js';
import { type NewDecision, readDecisions } from './decisions.js';
import type { Registry } from './registry.js';
import type { SwitchWatch } from './switch-watch.js';
import { Timeline } from './timeline.js';
import { type EventsMissed, eventsStillMissed, type OpenTurn, openTurns, readFinishedTurns } from './turns.js';

/** How long after a decision the database is asked, until its transaction is seen to have ended well. */
const IN_DOUBT_MS = 30_000;

/** What is remembered of a district, for as long as its version and the day stay the same. */
interface Known {
  readonly version: number;
  readonly day: string;
  readonly modules: Promise<ReadonlySet<string>>;
  /** What {@link modules} came to. */
  set?: ReadonlySet<string>;
}

/** Which modules each district has on, as its decisions and those of the city say. */
export class Switches {
  readonly #known = new Map<number, Known>();
  /** Version that a decision of this process leads to, where it has not been seen yet. */
  readonly #awaited = new Map<number, { readonly version: number; readonly until: number }>();

  constructor(
    readonly orm: MikroORM,
    readonly registry: Registry,
    readonly watch: SwitchWatch,
  ) {}

  /**
   * Ids of the core modules and of those plugins that are installed, on today, have what they require, and have handled
   * what they missed. The same object while nothing changes, and for every district with the same modules.
   */
  async enabledFor(districtId: number): Promise<ReadonlySet<string>> {
    if (this.registry.switchable.length === 0) return this.registry.core;
    const version = await this.#version(districtId);
    const day = businessDay(new Date());
    const known = this.#known.get(districtId);
    if (known && known.version === version && known.day === day) return known.modules;
    const modules = inDistrict(districtId, () => this.#read(this.orm.em.fork().getKysely<object>(), day));
    const read: Known = { version, day, modules };
    this.#known.set(districtId, read);
    modules.then(
      (set) => {
        read.set = set;
      },
      () => this.#known.get(districtId) === read && this.#known.delete(districtId),
    );
    return modules;
  }

  /**
   * What {@link enabledFor} would answer at this moment, for work that may have begun long ago. Asks on the caller's own
   * connection, and only where this process does not know it: waiting for another connection, many would wait for ever.
   */
  async presentIn(tx: RequestContext): Promise<ReadonlySet<string>> {
    if (this.registry.switchable.length === 0) return this.registry.core;
    const { id } = tx.district;
    const day = businessDay(new Date());
    const version = this.#told(id) ?? (await readVersion(tx.sql, id));
    const known = this.#known.get(id);
    if (known?.set && known.version === version && known.day === day) return known.set;
    return this.#read(tx.sql, day);
  }

  /** What {@link enabledFor} would answer, freshly read inside the caller's transaction. */
  async readEnabled(tx: RequestContext): Promise<ReadonlySet<string>> {
    return this.#read(tx.sql, businessDay(new Date()));
  }

  /** The decisions of the context's district, freshly read, inside the caller's transaction when there is one. */
  async timeline(ctx: RequestContext): Promise<Timeline> {
    return new Timeline(this.registry, await readDecisions(ctx.sql));
  }

  /** Modules that are on today, but not yet to be seen: what they missed while off is still being handled. */
  async catchingUp(ctx: RequestContext): Promise<readonly OpenTurn[]> {
    const timeline = await this.timeline(ctx);
    return openTurns(timeline, await readFinishedTurns(ctx.sql), businessDay(new Date()));
  }

  /** Events that modules of the district may still have to handle, and that must not be removed until they have. */
  async missedEvents(districtId: number): Promise<readonly EventsMissed[]> {
    return inDistrict(districtId, async () => {
      const database = this.orm.em.fork().getKysely<object>();
      const timeline = new Timeline(this.registry, await readDecisions(database));
      return eventsStillMissed(timeline, await readFinishedTurns(database), businessDay(new Date()));
    });
  }

  /**
   * Appends decisions with their audit records, and queues what follows when they come into force: what modules missed
   * is handled, parked jobs return. The caller has checked them and holds `lockFor(tx, 'switches')`.
   */
  async decide(tx: RequestContext, decisions: readonly NewDecision[]): Promise<void> {
    if (!tx.writing) throw new Error('a decision needs ctx.transaction()');
    const by = tx.principal?.id ?? SYSTEM_PRINCIPAL_ID;
    for (const { module, kind, state, since, reason, becauseOf = null } of decisions) {
      const id = uuidv7();
      await sql`
        insert into module_decisions (id, module, kind, state, since, reason, because_of, decided_by)
        values (${id}, ${module}, ${kind}, ${state}, ${since}, ${reason}, ${becauseOf}, ${by})
      `.execute(tx.sql);
      const said = { module, kind, state, since, reason, ...(becauseOf && { becauseOf }) };
      const changes = Object.entries(said).map(([field, after]) => ({ field, after }));
      await writeAudit(tx, [{ verb: 'CREATE', entity: 'ModuleSwitch', nodeType: 'Module', nodeId: id, changes }]);
    }
    for (const day of new Set(decisions.map(({ since }) => since))) await queueCatchUp(tx, day);
    await this.expectChange(tx);
  }

  /** Until the change of this transaction is seen, this process asks: whoever made it must find it made. */
  async expectChange(tx: RequestContext): Promise<void> {
    const version = await readVersion(tx.sql, tx.district.id);
    this.#awaited.set(tx.district.id, { version, until: performance.now() + IN_DOUBT_MS });
  }

  /** The version as this process was told it; `undefined` when it has to ask. */
  #told(districtId: number): number | undefined {
    const awaited = this.#awaited.get(districtId);
    const told = this.watch.version(districtId);
    if (told === undefined || (awaited && told < awaited.version)) return undefined;
    this.#awaited.delete(districtId);
    return told;
  }

  async #version(districtId: number): Promise<number> {
    const told = this.#told(districtId);
    if (told !== undefined) return told;
    const awaited = this.#awaited.get(districtId);
    const version = await inDistrict(districtId, () => readVersion(this.orm.em.fork().getKysely<object>(), districtId));
    if (awaited && (version >= awaited.version || awaited.until < performance.now())) this.#awaited.delete(districtId);
    return version;
  }

  async #read(database: Kysely<object>, day: string): Promise<ReadonlySet<string>> {
    const timeline = new Timeline(this.registry, await readDecisions(database));
    const open = openTurns(timeline, await readFinishedTurns(database), day);
    const on = timeline.on(day);
    if (open.length === 0) return on;
    const waiting = new Set(open.map(({ module }) => module));
    return this.registry.effective(new Set([...on].filter((module) => !waiting.has(module))));
  }
}

async function readVersion(database: Kysely<object>, districtId: number): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version::float8 from switching.switch_versions where district = ${districtId}
  `.execute(database);
  return rows[0]?.version ?? 0;
}
